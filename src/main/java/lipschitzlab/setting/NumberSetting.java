package lipschitzlab.setting;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with a unit and a range. The range is what is possible, not what is wise: a learning rate of 1000 is allowed,
 * since seeing it fail is worth something.
 *
 * @param symbol the letter that papers use, such as λ; empty for none
 * @param unit the unit, empty for a pure number
 * @param minimum the smallest value
 * @param minimumIncluded false where the minimum itself is refused
 * @param maximum the largest value
 */
public record NumberSetting(
        String key,
        String label,
        String symbol,
        String unit,
        double minimum,
        boolean minimumIncluded,
        double maximum,
        Double defaultValue,
        boolean live,
        String help)
        implements Setting<Double> {
    private static final double LARGEST_WHOLE = 1e15;
    private static final double LEAST_SHORTENED = 1e8;
    private static final double MILLION = 1e6;

    /** A real number greater than 0 and no larger than {@code maximum}. */
    public static NumberSetting positive(
            String key, String label, String symbol, double maximum, double value, boolean live, String help) {
        return new NumberSetting(key, label, symbol, "", 0, false, maximum, value, live, help);
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
        return new NumberSetting(key, label, symbol, "", minimum, true, maximum, value, live, help);
    }

    @Override
    public Class<Double> type() {
        return Double.class;
    }

    @Override
    public Double parse(String text, String where) {
        OptionalDouble number = Decimal.of(text);
        if (number.isEmpty() || !inside(number.getAsDouble())) {
            throw Decimal.refused(this, where, Quoted.of(text), doubt(text));
        }
        return number.getAsDouble();
    }

    @Override
    public Double require(Double value, String where) {
        if (!inside(value)) {
            throw Decimal.refused(this, where, format(value), Optional.empty());
        }
        return value;
    }

    private boolean inside(double value) {
        return (minimumIncluded ? value >= minimum : value > minimum) && value <= maximum;
    }

    @Override
    public Optional<String> doubt(String text) {
        return Decimal.doubt(text);
    }

    @Override
    public String text(Double value) {
        return format(value);
    }

    @Override
    public Object written(Double value) {
        return value;
    }

    @Override
    public String range() {
        String low = minimumIncluded ? " from " + format(minimum) : " greater than " + format(minimum);
        return "a number"
                + low
                + (minimumIncluded ? " to " : " and at most ")
                + format(maximum)
                + (unit.isEmpty() ? "" : " " + unit);
    }

    @Override
    public String nameBeforeValue() {
        return (symbol.isEmpty() ? Setting.super.nameBeforeValue() : symbol + " ") + "= ";
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
