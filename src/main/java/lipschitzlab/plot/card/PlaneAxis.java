package lipschitzlab.plot.card;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a picture of the plane.
 *
 * @param name of the coordinate
 * @param low at the left or lower edge
 * @param high at the right or upper edge
 */
public record PlaneAxis(String name, double low, double high) {
    private static final MathContext DIGITS = new MathContext(3);
    private static final double SMALLEST_PLAIN = 1e-3;
    private static final double LARGEST_PLAIN = 1e5;

    /** From so many steps on, three digits would give two labels one name. */
    private static final double MANY = 100;

    /**
     * A label.
     *
     * @param place from 0, the left or lower edge, to 1
     */
    record Tick(double place, String label) {}

    /** Round numbers along the axis, five to nine of them or a few less. */
    List<Tick> ticks() {
        double step = step();
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (double count = Math.ceil(low / step - 1e-9); count <= high / step + 1e-9; count++) {
            double value = count * step;
            ticks.add(new Tick((value - low) / (high - low), label(value, step, decimals)));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten. */
    private double step() {
        double half = (high - low) / 2;
        double power = Math.pow(10, Math.floor(Math.log10(half)));
        double share = half / power;
        return power * (share >= 4 ? 2 : share >= 2 ? 1 : 0.5);
    }

    private static String label(double value, double step, int decimals) {
        double size = Math.abs(value) < step / 2 ? 0 : Math.abs(value);
        boolean plain = size == 0 || (step >= SMALLEST_PLAIN && (size < 10 * LARGEST_PLAIN || size > MANY * step));
        String number = plain ? String.format(Locale.ROOT, "%,." + decimals + "f", size) : number(size);
        return size != 0 && value < 0 ? "−" + number : number;
    }

    /** A number above or equal to 0, to three digits. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        if (value < SMALLEST_PLAIN || value >= LARGEST_PLAIN) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
