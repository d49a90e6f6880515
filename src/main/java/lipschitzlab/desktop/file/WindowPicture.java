package lipschitzlab.desktop.file;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.card.Captioned;
import lipschitzlab.plot.card.SamplesPage;
import lipschitzlab.plot.style.ChartTheme;

/** A picture of the window with a line below it that says what the window does not: where the numbers come from, and the plane's extent. */
public final class WindowPicture {
    private static final MathContext PLACE = new MathContext(7);

    private static final double SHARPNESS = 2;

    private final LabModel model;
    private final Supplier<Node> root;

    /** @param root all of the window */
    public WindowPicture(LabModel model, Supplier<Node> root) {
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

    private static String axes(double extent, Experiment experiment) {
        Optional<PlaneUnits> units = experiment.data().units().filter(own -> !own.unchanged());
        if (units.isEmpty()) {
            return " · samples: x₁ to the right and x₂ upwards, each from −" + Texts.number(extent) + " to "
                    + Texts.number(extent);
        }
        float reach = (float) extent;
        double[] corners = units.get().ownUnits(new float[] {-reach, -reach, reach, reach});
        return " · samples: " + units.get().x() + " to the right from " + place(corners[0]) + " to " + place(corners[2])
                + ", " + units.get().y() + " upwards from " + place(corners[1]) + " to " + place(corners[3]);
    }

    /** A coordinate that may lie far from the origin, where few digits would not tell two apart. */
    private static String place(double coordinate) {
        return new BigDecimal(coordinate)
                .round(PLACE)
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    private String line(Experiment experiment) {
        List<Snapshot> shown = model.lanes().stream()
                .flatMap(lane -> lane.snapshotProperty().get().stream())
                .toList();
        return SamplesPage.source(experiment)
                + shown.stream()
                        .flatMap(snapshot -> snapshot.surface().stream())
                        .filter(surface -> !surface.line())
                        .findFirst()
                        .map(surface -> axes(surface.extent(), experiment))
                        .orElse("");
    }
}
