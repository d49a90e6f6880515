package lipschitzlab.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lipschitzlab.experiment.Ground;

/**
 * What places and colours of a picture of the plane mean.
 *
 * @param extent half of the square's side, in units of the data; the origin is in the middle
 * @param ground what the colours show
 * @param full of values the deviation from a surface's median that has the full colour, of slopes how many powers of ten from
 *     1 have it
 */
public record PlaneScale(double extent, Ground ground, double full) {
    private static final MathContext DIGITS = new MathContext(3);
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e5;

    /**
     * A label of the colour bar.
     *
     * @param place from −1, the lower end, to 1
     */
    record Tick(double place, String label) {}

    /** What the colours show, with its unit. */
    String title() {
        return ground == Ground.SLOPE ? "‖∇D‖ per unit of the data" : "D, from its median";
    }

    /** The colour bar's labels, from the lower end up. */
    List<Tick> ticks() {
        return ground == Ground.SLOPE ? slopes() : values();
    }

    private List<Tick> slopes() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) -full; power <= full; power++) {
            ticks.add(new Tick(power / full, number(Math.pow(10, power))));
        }
        return ticks;
    }

    private List<Tick> values() {
        List<Tick> ticks = new ArrayList<>();
        for (double height : new double[] {-1, -0.1, 0, 0.1, 1}) {
            String sign = height < 0 ? "−" : height > 0 ? "+" : "";
            ticks.add(new Tick(SurfacePainter.compressed(height), sign + number(Math.abs(height * full))));
        }
        return ticks;
    }

    /** The distance of labels along the axes: 1, 2 or 5 times a power of ten. */
    double step() {
        double power = Math.pow(10, Math.floor(Math.log10(extent)));
        double share = extent / power;
        return power * (share >= 4 ? 2 : share >= 2 ? 1 : 0.5);
    }

    /** A number to three digits. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
