package lipschitzlab.desktop.picture;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;
import lipschitzlab.preset.SharedSettings;

/** The place of a walk's samples that are points of the plane: the critic's surface and real points, as on the cards. */
final class WalkPlane {
    private final float[] real;

    WalkPlane(Experiment experiment) {
        this.real = SamplePicture.realPoints(
                experiment.data(), experiment.preset().shared().get(SharedSettings.SEED));
    }

    /** Whether data are points of the plane. */
    static boolean fits(Dataset data) {
        return data.sampleShape().rank() == 1 && data.sampleShape().length() == 2;
    }

    /**
     * One point of one lane.
     *
     * @param lanes all, whose surfaces share a scale
     * @param side of the picture in pixels
     */
    WalkPictures.Drawn draw(List<Lane> lanes, Lane lane, float[] point, LaneStyle style, ChartTheme theme, int side) {
        List<Snapshot> snapshots =
                lanes.stream().flatMap(each -> each.snapshot().stream()).toList();
        Snapshot ground = lane.snapshot()
                .map(now -> new Snapshot(now.step(), now.sampleShape(), new float[0], now.surface(), List.of()))
                .orElseThrow();
        double extent = SamplePicture.extent(ground, real);
        return new WalkPictures.Drawn(
                FxImages.of(SamplePicture.points(
                                ground, real, SamplePicture.surfaceScale(snapshots), side, theme, style.ink(theme))
                        .toImage()),
                ground.step(),
                Optional.of(new Point2D(0.5 + point[0] / (2 * extent), 0.5 - point[1] / (2 * extent))));
    }
}
