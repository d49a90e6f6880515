package lipschitzlab.setting;

import java.util.Locale;

/**
 * A number with a unit and a range. The range is what is possible, not what is wise: a learning rate of 1000 is allowed,
 * since seeing it fail is worth something.
 *
 * @param symbol the letter that papers use, such as λ; empty for none
 * @param unit the unit, empty for a pure number
 * @param minimum the smallest value
 * @param minimumIncluded false where the minimum itself is refused
 * @param maximum the largest value
 * @param whole whether only whole numbers are values
 */
public record NumberSetting(
        String key,
        String label,
        String symbol,
        String unit,
        double minimum,
        boolean minimumIncluded,
        double maximum,
        boolean whole,
        Double defaultValue,
        boolean live,
        String help)
        implements Setting {

    /** A whole number from {@code minimum} to {@code maximum}. */
    public static NumberSetting count(
            String key, String label, String symbol, int minimum, int maximum, int value, boolean live, String help) {
        return new NumberSetting(key, label, symbol, "", minimum, true, maximum, true, (double) value, live, help);
    }

    /** A real number greater than 0 and no larger than {@code maximum}. */
    public static NumberSetting positive(
            String key, String label, String symbol, double maximum, double value, boolean live, String help) {
        return new NumberSetting(key, label, symbol, "", 0, false, maximum, false, value, live, help);
    }

    /** A real number from {@code minimum} to {@code maximum}, both included. */
    public static NumberSetting between(
            String key,
            String label,
            String symbol,
            double minimum,
            double maximum,
            double value,
            boolean live,
            String help) {
        return new NumberSetting(key, label, symbol, "", minimum, true, maximum, false, value, live, help);
    }

    @Override
    public Object parse(String text, String where) {
        double value;
        try {
            value = Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            throw refused(text, where, notANumber);
        }
        boolean inside = minimumIncluded ? value >= minimum : value > minimum;
        if (!inside || !(value <= maximum) || (whole && value != Math.rint(value))) {
            throw refused(text, where, null);
        }
        return value;
    }

    private InputException refused(String text, String where, Throwable cause) {
        return new InputException(
                where, range() + " for " + key, "'" + text + "'", "Correct the value of " + key + ".", cause);
    }

    @Override
    public String range() {
        String kind = whole ? "a whole number" : "a number";
        String low = minimumIncluded ? " from " + format(minimum) : " greater than " + format(minimum);
        return kind
                + low
                + (minimumIncluded ? " to " : " and at most ")
                + format(maximum)
                + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The shortest usual way to write a value: 0.001, 1e-05, 3000. */
    public static String format(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        String text = size < 1e-3 || size >= 1e7 ? scientific(value) : Double.toString(value);
        return text;
    }

    private static String scientific(double value) {
        String text = String.format(Locale.ROOT, "%.6e", value);
        int e = text.indexOf('e');
        String digits = text.substring(0, e).replaceAll("0+$", "").replaceAll("\\.$", "");
        return digits + text.substring(e);
    }
}
