package lipschitzlab.plot.card;

import java.util.List;
import java.util.Optional;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.Raster;
import lipschitzlab.plot.SampleArrows;
import lipschitzlab.plot.SamplePicture;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.LaneStyle;

/**
 * A lane's samples as a picture, and what it means.
 *
 * @param picture the samples
 * @param plane what places and colours mean, for points; empty for pictures
 * @param words what is shown, for pictures
 * @param style the lane's
 */
public record SamplePlot(Raster picture, Optional<PlaneScale> plane, String words, LaneStyle style) {
    /** Three pixels to a point of the place where points are drawn. */
    private static final int SIDE = 762;

    private static final int GRID_COLUMNS = 8;
    private static final int GRID_GAP = 2;
    private static final int GRID_SIDE = 900;

    /**
     * Paints a lane's samples.
     *
     * @param all the snapshots of all lanes, which share a scale
     * @param realPoints as of {@link SamplePicture#realPoints}
     * @param surfaceQuantity what lies below points; their critic's value where no slope was measured
     */
    public static SamplePlot of(
            Snapshot snapshot,
            List<Snapshot> all,
            float[] realPoints,
            SurfaceQuantity surfaceQuantity,
            LaneStyle style,
            ChartTheme theme) {
        if (snapshot.sampleShape().rank() > 1) {
            return grid(snapshot, style);
        }
        if (snapshot.sampleShape().length() == 1) {
            return new SamplePlot(
                    SamplePicture.points(snapshot, realPoints, 1, SIDE, theme, style.ink(theme)),
                    Optional.empty(),
                    "Densities, the critic D with its scale on the right, its slope below",
                    style);
        }
        if (surfaceQuantity == SurfaceQuantity.SLOPE && snapshot.slope().isPresent()) {
            int decades = SamplePicture.slopeDecades(all);
            return new SamplePlot(
                    SamplePicture.slopes(
                            snapshot, snapshot.slope().get(), realPoints, decades, SIDE, theme, style.ink(theme)),
                    Optional.of(
                            PlaneScale.around(snapshot.slope().get().map().extent(), SurfaceQuantity.SLOPE, decades)),
                    "",
                    style);
        }
        double full = SamplePicture.surfaceScale(all);
        Raster points = SamplePicture.points(snapshot, realPoints, full, SIDE, theme, style.ink(theme));
        return new SamplePlot(
                surfaceQuantity == SurfaceQuantity.DIRECTION ? SampleArrows.over(points, snapshot, theme) : points,
                Optional.of(PlaneScale.around(SamplePicture.extent(snapshot, realPoints), SurfaceQuantity.VALUE, full)),
                "",
                style);
    }

    /** The same with axes in the units of the table that the data come from. */
    public SamplePlot in(Optional<PlaneUnits> units) {
        return new SamplePlot(picture, plane.map(scale -> units.map(scale::in).orElse(scale)), words, style);
    }

    private static SamplePlot grid(Snapshot snapshot, LaneStyle style) {
        int height = snapshot.sampleShape().size(1);
        int width = snapshot.sampleShape().size(2);
        int scale = Math.max(1, GRID_SIDE / (GRID_COLUMNS * width));
        return new SamplePlot(
                SamplePicture.grid(snapshot, GRID_COLUMNS, scale, GRID_GAP * scale),
                Optional.empty(),
                snapshot.sampleCount() + " generated pictures of " + width + " × " + height
                        + " pixels; black is −1, "
                        + (snapshot.sampleShape().size(0) < 3 ? "white" : "full colour") + " +1",
                style);
    }
}
