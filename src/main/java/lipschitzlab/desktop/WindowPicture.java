package lipschitzlab.desktop;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Snapshot;
import lipschitzlab.export.Captioned;
import lipschitzlab.export.ChartTheme;
import lipschitzlab.export.SamplesPage;

/** A picture of the window with a line below it that says what the window does not: where the numbers come from, and the plane's extent. */
final class WindowPicture {
    private static final double SHARPNESS = 2;

    private final LabModel model;
    private final Supplier<Node> root;

    /** @param root all of the window */
    WindowPicture(LabModel model, Supplier<Node> root) {
        this.model = model;
        this.root = root;
    }

    /** Takes the picture, on the window's thread; what it returns adds the line, on any other. */
    Supplier<BufferedImage> take(Experiment experiment, ChartTheme theme) {
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(SHARPNESS, SHARPNESS));
        WritableImage image = root.get().snapshot(sharp, null);
        BufferedImage pixels = FxImages.of(image);
        String line = line(experiment);
        return () -> Captioned.below(pixels, line, SHARPNESS, theme);
    }

    private String line(Experiment experiment) {
        List<Snapshot> shown = model.lanes().stream()
                .flatMap(lane -> lane.snapshotProperty().get().stream())
                .toList();
        return SamplesPage.source(experiment)
                + shown.stream()
                        .flatMap(snapshot -> snapshot.surface().stream())
                        .findFirst()
                        .map(surface -> " · samples: x₁ to the right and x₂ upwards, each from −"
                                + Texts.number(surface.extent()) + " to " + Texts.number(surface.extent()))
                        .orElse("");
    }
}
