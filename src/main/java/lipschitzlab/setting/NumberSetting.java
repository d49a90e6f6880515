package lipschitzlab.setting;

import java.util.regex.Pattern;

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
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9]\\d{0,2}(,\\d{3}){1,4}");
    private static final double LARGEST_WHOLE = 1e15;
    private static final double LEAST_SHORTENED = 1e8;
    private static final double MILLION = 1e6;

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
        String written = text.strip();
        if (!DECIMAL.matcher(written).matches() || !doubt(written).isEmpty()) {
            throw refused(text, where);
        }
        double value = Double.parseDouble(written.replace(',', '.'));
        boolean inside = minimumIncluded ? value >= minimum : value > minimum;
        if (!inside || !(value <= maximum) || (whole && value != Math.rint(value))) {
            throw refused(text, where);
        }
        return value;
    }

    private InputException refused(String text, String where) {
        String doubt = doubt(text);
        return new InputException(
                where,
                range() + " for " + key,
                Quoted.of(text),
                doubt.isEmpty() ? "Correct the value of " + key + "." : doubt);
    }

    /**
     * What to write in place of a number whose comma may stand for decimals or between thousands, as a sentence; empty if there is
     * no such doubt. A comma before decimals is read: 0,01 is 0.01.
     */
    public static String doubt(String text) {
        String written = text.strip();
        return THOUSANDS.matcher(written).matches()
                ? "Write " + written.replace(",", "") + " or, if the comma stands before decimals, "
                        + written.replaceFirst(",", ".") + "."
                : "";
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

    /** The shortest usual way to write a value, exactly: 0.001, 1e-5, 3000, 1e9. */
    public static String format(double value) {
        boolean millions = Math.abs(value) >= LEAST_SHORTENED && value % MILLION == 0;
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE && !millions) {
            return Long.toString((long) value);
        }
        return Double.toString(value).replace(".0E", "E").replace('E', 'e');
    }
}
