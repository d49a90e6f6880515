package lipschitzlab.setting;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A whole number with a range.
 *
 * @param symbol the letter that papers use, such as n; empty for none
 * @param minimum the smallest value
 * @param maximum the largest value
 */
public record CountSetting(
        String key,
        String label,
        String symbol,
        int minimum,
        int maximum,
        Integer defaultValue,
        boolean live,
        String help)
        implements Setting<Integer> {
    @Override
    public Class<Integer> type() {
        return Integer.class;
    }

    @Override
    public Integer parse(String text, String where) {
        OptionalDouble number = Decimal.of(text);
        if (number.isEmpty()
                || number.getAsDouble() != Math.rint(number.getAsDouble())
                || !inside(number.getAsDouble())) {
            throw Decimal.refused(this, where, Quoted.of(text), doubt(text));
        }
        return (int) number.getAsDouble();
    }

    @Override
    public Integer require(Integer value, String where) {
        if (!inside(value)) {
            throw Decimal.refused(this, where, Integer.toString(value), Optional.empty());
        }
        return value;
    }

    private boolean inside(double value) {
        return value >= minimum && value <= maximum;
    }

    @Override
    public Optional<String> doubt(String text) {
        return Decimal.doubt(text);
    }

    @Override
    public String text(Integer value) {
        return NumberSetting.format(value);
    }

    @Override
    public Object written(Integer value) {
        return value.doubleValue();
    }

    @Override
    public String range() {
        return "a whole number from " + NumberSetting.format(minimum) + " to " + NumberSetting.format(maximum);
    }

    @Override
    public String nameBeforeValue() {
        return (symbol.isEmpty() ? Setting.super.nameBeforeValue() : symbol + " ") + "= ";
    }
}
