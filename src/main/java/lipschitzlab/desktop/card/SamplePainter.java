package lipschitzlab.desktop.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.measurement.ShownPictures;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.Raster;
import lipschitzlab.plot.SampleArrows;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;

/** Paints the pictures of all lanes in the background, on one scale. While one set is painted, newer snapshots wait: newest wins. */
public final class SamplePainter {
    /** Pictures side by side on a card. */
    public static final int GRID_COLUMNS = ShownPictures.COLUMNS;

    private static final int GRID_GAP = 2;

    private record RenderRequest(
            Experiment experiment,
            List<LaneModel.RealData> reals,
            List<LaneStyle> styles,
            List<Optional<Snapshot>> snapshots,
            SurfaceQuantity surfaceQuantity,
            int side,
            ChartTheme theme) {}

    /**
     * Pictures of all lanes.
     *
     * @param rasters in the lanes' order; empty where a lane has no snapshot yet
     * @param plane whether they show points of the plane
     * @param surfaceQuantity what they show below the points
     * @param scale of values the deviation from a surface's median that has the full colour, of slopes how many powers of ten
     *     from 1 have it
     */
    public record RenderedSamples(
            List<Optional<Raster>> rasters, boolean plane, SurfaceQuantity surfaceQuantity, double scale) {}

    private final BackgroundRunner runner;
    private final Consumer<RenderedSamples> frame;
    private final Consumer<Throwable> failed;
    private Optional<RenderRequest> painted = Optional.empty();
    private boolean busy;

    private Map<LaneModel.RealData, float[]> realPoints = Map.of();

    public SamplePainter(BackgroundRunner runner, Consumer<RenderedSamples> frame, Consumer<Throwable> failed) {
        this.runner = runner;
        this.frame = frame;
        this.failed = failed;
    }

    /** Paints the pictures if anything changed since the last ones, unless these are still being painted. */
    public void paint(
            Experiment experiment, List<LaneModel> lanes, SurfaceQuantity surfaceQuantity, int side, ChartTheme theme) {
        RenderRequest request = request(experiment, lanes, surfaceQuantity, side, theme);
        if (busy || painted.filter(request::equals).isPresent()) {
            return;
        }
        busy = true;
        painted = Optional.of(request);
        runner.run(() -> paint(request), this::done, failure -> {
            busy = false;
            failed.accept(failure);
        });
    }

    /** Whether the pictures on show are those that {@link #paint} would make of this. */
    public boolean upToDate(
            Experiment experiment, List<LaneModel> lanes, SurfaceQuantity surfaceQuantity, int side, ChartTheme theme) {
        return !busy
                && painted.filter(request(experiment, lanes, surfaceQuantity, side, theme)::equals)
                        .isPresent();
    }

    private static RenderRequest request(
            Experiment experiment, List<LaneModel> lanes, SurfaceQuantity surfaceQuantity, int side, ChartTheme theme) {
        return new RenderRequest(
                experiment,
                lanes.stream().map(LaneModel::real).toList(),
                lanes.stream().map(LaneModel::style).toList(),
                newest(lanes),
                surfaceQuantity,
                side,
                theme);
    }

    /** Whether every lane's newest snapshot is painted, of those that have any. */
    public boolean upToDate(List<LaneModel> lanes) {
        return !busy
                && painted.filter(request -> request.snapshots().equals(newest(lanes)))
                        .isPresent();
    }

    private static List<Optional<Snapshot>> newest(List<LaneModel> lanes) {
        return lanes.stream().map(LaneModel::onCard).toList();
    }

    private void done(RenderedSamples rendered) {
        busy = false;
        frame.accept(rendered);
    }

    private RenderedSamples paint(RenderRequest request) {
        ensureRealPoints(Set.copyOf(request.reals()));
        List<Snapshot> present =
                request.snapshots().stream().flatMap(Optional::stream).toList();
        boolean slopes = request.surfaceQuantity() == SurfaceQuantity.SLOPE
                && present.stream().anyMatch(snapshot -> snapshot.slope().isPresent());
        double scale = slopes ? SamplePicture.slopeDecades(present) : SamplePicture.surfaceScale(present);
        List<Optional<Raster>> rasters = new ArrayList<>();
        for (int i = 0; i < request.snapshots().size(); i++) {
            int lane = i;
            // A lane whose slope is not yet measured keeps the picture that it has.
            rasters.add(request.snapshots()
                    .get(i)
                    .filter(snapshot -> !slopes || snapshot.slope().isPresent())
                    .map(snapshot -> picture(request, snapshot, slopes, scale, lane)));
        }
        boolean plane = present.stream()
                .anyMatch(snapshot ->
                        snapshot.surface().filter(surface -> !surface.line()).isPresent());
        return new RenderedSamples(rasters, plane, slopes ? SurfaceQuantity.SLOPE : SurfaceQuantity.VALUE, scale);
    }

    private void ensureRealPoints(Set<LaneModel.RealData> reals) {
        if (!realPoints.keySet().equals(reals)) {
            Map<LaneModel.RealData, float[]> next = new HashMap<>();
            reals.forEach(real -> next.put(
                    real,
                    realPoints.containsKey(real)
                            ? realPoints.get(real)
                            : SamplePicture.realPoints(real.data(), real.seed())));
            realPoints = next;
        }
    }

    private Raster picture(RenderRequest request, Snapshot snapshot, boolean slopes, double scale, int lane) {
        LaneStyle style = request.styles().get(lane);
        float[] points = realPoints.get(request.reals().get(lane));
        if (slopes) {
            return SamplePicture.slopes(
                    snapshot,
                    snapshot.slope().orElseThrow(),
                    points,
                    (int) scale,
                    request.side(),
                    request.theme(),
                    style.ink(request.theme()));
        }
        if (snapshot.surface().isPresent()) {
            Raster picture = SamplePicture.points(
                    snapshot, points, scale, request.side(), request.theme(), style.ink(request.theme()));
            return request.surfaceQuantity() == SurfaceQuantity.DIRECTION
                    ? SampleArrows.over(picture, snapshot, request.theme())
                    : picture;
        }
        int rows = (snapshot.sampleCount() + GRID_COLUMNS - 1) / GRID_COLUMNS;
        int longer = Math.max(rows, GRID_COLUMNS) * (snapshot.sampleShape().size(2) + GRID_GAP);
        return SamplePicture.grid(snapshot, GRID_COLUMNS, Math.max(1, request.side() / longer), GRID_GAP);
    }
}
