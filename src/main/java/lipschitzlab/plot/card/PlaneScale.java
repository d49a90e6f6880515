package lipschitzlab.plot.card;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.dataset.PlaneUnits;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.plot.SurfacePainter;

/**
 * What places and colours of a picture of the plane mean.
 *
 * @param x from left to right
 * @param y from below to above
 * @param surfaceQuantity what the colours show
 * @param scaled whether training has other units than the axes
 * @param full of values the deviation from a surface's median that has the full colour, of slopes how many powers of ten from
 *     1 have it
 */
public record PlaneScale(PlaneAxis x, PlaneAxis y, SurfaceQuantity surfaceQuantity, boolean scaled, double full) {
    /**
     * A label of the colour bar.
     *
     * @param place from −1, the lower end, to 1
     */
    record Tick(double place, String label) {}

    /** Around the origin, in the units of training. */
    static PlaneScale around(double extent, SurfaceQuantity surfaceQuantity, double full) {
        return new PlaneScale(
                new PlaneAxis("x₁", -extent, extent),
                new PlaneAxis("x₂", -extent, extent),
                surfaceQuantity,
                false,
                full);
    }

    /** The same, of data from a table, in that table's units and with the names of its columns. */
    PlaneScale in(PlaneUnits units) {
        return new PlaneScale(
                new PlaneAxis(
                        units.x(),
                        units.centreX() + units.scaleX() * x.low(),
                        units.centreX() + units.scaleX() * x.high()),
                new PlaneAxis(
                        units.y(),
                        units.centreY() + units.scaleY() * y.low(),
                        units.centreY() + units.scaleY() * y.high()),
                surfaceQuantity,
                !units.unchanged(),
                full);
    }

    /** What the colours show, with its unit. */
    String title() {
        if (surfaceQuantity == SurfaceQuantity.VALUE) {
            return "D, from its median";
        }
        return scaled ? "‖∇D‖ per unit of training" : "‖∇D‖ per unit of the data";
    }

    /** The colour bar's labels, from the lower end up. */
    List<Tick> ticks() {
        return surfaceQuantity == SurfaceQuantity.SLOPE ? slopes() : values();
    }

    private List<Tick> slopes() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) -full; power <= full; power++) {
            ticks.add(new Tick(power / full, PlaneAxis.number(Math.pow(10, power))));
        }
        return ticks;
    }

    private List<Tick> values() {
        List<Tick> ticks = new ArrayList<>();
        for (double height : new double[] {-1, -0.1, 0, 0.1, 1}) {
            String sign = height < 0 ? "−" : height > 0 ? "+" : "";
            ticks.add(new Tick(SurfacePainter.compressed(height), sign + PlaneAxis.number(Math.abs(height * full))));
        }
        return ticks;
    }
}
