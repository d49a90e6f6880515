package lipschitzlab.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.SharedSettings;
import lipschitzlab.experiment.Snapshot;
import lipschitzlab.export.ChartTheme;
import lipschitzlab.export.LaneStyle;
import lipschitzlab.export.Raster;
import lipschitzlab.export.SamplePicture;

/** Paints the pictures of all lanes in the background, on one scale. While one set is painted, newer snapshots wait: newest wins. */
final class SamplePainter {
    private static final int GRID_COLUMNS = 8;
    private static final int GRID_GAP = 2;

    private record Order(
            Experiment experiment,
            List<LaneStyle> styles,
            List<Optional<Snapshot>> snapshots,
            int side,
            ChartTheme theme) {}

    /**
     * Pictures of all lanes.
     *
     * @param rasters in the lanes' order; empty where a lane has no snapshot yet
     * @param surfaceScale the deviation from a surface's median that has the full colour; NaN for images
     */
    record Painting(List<Optional<Raster>> rasters, double surfaceScale) {}

    private final BackgroundRunner hand;
    private final Consumer<Painting> frame;
    private final Consumer<Throwable> failed;
    private Optional<Order> painted = Optional.empty();
    private boolean busy;

    private Optional<Experiment> posing = Optional.empty();
    private float[] realPoints = {};

    SamplePainter(BackgroundRunner hand, Consumer<Painting> frame, Consumer<Throwable> failed) {
        this.hand = hand;
        this.frame = frame;
        this.failed = failed;
    }

    /** Paints if there is something new to see and the last set is done. */
    void paint(Experiment experiment, List<LaneModel> lanes, int side, ChartTheme theme) {
        Order order = new Order(
                experiment,
                lanes.stream().map(LaneModel::style).toList(),
                lanes.stream().map(lane -> lane.snapshotProperty().get()).toList(),
                side,
                theme);
        if (busy || painted.filter(order::equals).isPresent()) {
            return;
        }
        busy = true;
        painted = Optional.of(order);
        hand.run(() -> paint(order), this::done, failure -> {
            busy = false;
            failed.accept(failure);
        });
    }

    private void done(Painting painting) {
        busy = false;
        frame.accept(painting);
    }

    private Painting paint(Order order) {
        pose(order.experiment());
        List<Snapshot> present =
                order.snapshots().stream().flatMap(Optional::stream).toList();
        double scale = SamplePicture.surfaceScale(present);
        List<Optional<Raster>> rasters = new ArrayList<>();
        for (int i = 0; i < order.snapshots().size(); i++) {
            LaneStyle style = order.styles().get(i);
            rasters.add(order.snapshots().get(i).map(snapshot -> picture(order, snapshot, scale, style)));
        }
        boolean plane = present.stream().anyMatch(snapshot -> snapshot.surface().isPresent());
        return new Painting(rasters, plane ? scale : Double.NaN);
    }

    private void pose(Experiment experiment) {
        if (posing.filter(experiment::equals).isEmpty()) {
            Dataset data = experiment.data();
            realPoints =
                    SamplePicture.realPoints(data, experiment.preset().shared().count(SharedSettings.SEED));
            posing = Optional.of(experiment);
        }
    }

    private Raster picture(Order order, Snapshot snapshot, double scale, LaneStyle style) {
        if (snapshot.surface().isPresent()) {
            return SamplePicture.points(snapshot, realPoints, scale, order.side(), order.theme(), style.colour());
        }
        int width = GRID_COLUMNS * (snapshot.sampleShape().size(2) + GRID_GAP);
        return SamplePicture.grid(snapshot, GRID_COLUMNS, Math.max(1, order.side() / width), GRID_GAP);
    }
}
