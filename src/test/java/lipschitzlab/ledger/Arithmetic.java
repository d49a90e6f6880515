package lipschitzlab.ledger;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

/** Expressions in numbers and in constants of the program. */
final class Arithmetic {
    private static final Pattern CONSTANT =
            Pattern.compile("(?<class>[a-z][a-z.]*\\.[A-Z][A-Za-z0-9]*)\\.(?<field>[A-Z_0-9]+)\\b");

    private Arithmetic() {}

    /**
     * The value of an expression.
     *
     * @param expression in which {@code optimizer.Adam.EPSILON} is that constant below {@code lipschitzlab}; of a duration, its seconds
     * @throws IllegalArgumentException if it is none, or names a constant that is not there
     */
    static double value(String expression) {
        String numbers = CONSTANT.matcher(expression)
                .replaceAll(found -> constant(found.group(1), found.group(2)).toPlainString());
        try {
            return new Expression(numbers).evaluate().getNumberValue().doubleValue();
        } catch (EvaluationException | ParseException failure) {
            throw new IllegalArgumentException(expression + " is no expression: " + failure.getMessage(), failure);
        }
    }

    private static BigDecimal constant(String type, String name) {
        try {
            Field field = Class.forName("lipschitzlab." + type).getDeclaredField(name);
            field.setAccessible(true);
            Object value = field.get(null);
            return new BigDecimal(value instanceof Duration time ? Long.toString(time.toSeconds()) : value.toString());
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException("there is no constant " + type + "." + name, failure);
        }
    }
}
