package lipschitzlab.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import lipschitzlab.lesson.Term.Given;
import lipschitzlab.lesson.Term.Numeric;
import lipschitzlab.lesson.Term.Truth;

/**
 * The operations of expressions on numbers and on truth values. A result that is not finite counts as missing, and so does
 * whatever is computed from it.
 */
final class FormulaOperations {
    private static final Map<String, DoubleBinaryOperator> ARITHMETIC = Map.of(
            "+", Double::sum,
            "-", (a, b) -> a - b,
            "*", (a, b) -> a * b,
            "/", (a, b) -> a / b,
            "%", (a, b) -> a % b,
            "^", Math::pow);

    /** By how {@link Double#compare} must come out. */
    private static final Map<String, IntPredicate> ORDER = Map.of(
            ">", sign -> sign > 0,
            ">=", sign -> sign >= 0,
            "<", sign -> sign < 0,
            "<=", sign -> sign <= 0);

    private static final Map<String, BiPredicate<Object, Object>> EQUALITY = Map.of(
            "=", Object::equals, "==", Object::equals, "!=", (a, b) -> !a.equals(b), "<>", (a, b) -> !a.equals(b));

    private static final Map<String, DoubleUnaryOperator> OF_ONE =
            Map.of("abs", Math::abs, "log10", Math::log10, "sqrt", Math::sqrt);

    private static final Map<String, DoubleBinaryOperator> OF_MANY = Map.of("max", Math::max, "min", Math::min);

    private FormulaOperations() {}

    static Optional<DoubleBinaryOperator> arithmetic(String sign) {
        return Optional.ofNullable(ARITHMETIC.get(sign));
    }

    static Optional<IntPredicate> order(String sign) {
        return Optional.ofNullable(ORDER.get(sign));
    }

    static Optional<BiPredicate<Object, Object>> equality(String sign) {
        return Optional.ofNullable(EQUALITY.get(sign));
    }

    /** A function of one number, by its name in lower case. */
    static Optional<DoubleUnaryOperator> ofOne(String name) {
        return Optional.ofNullable(OF_ONE.get(name));
    }

    /** A function of one number or more, by its name in lower case. */
    static Optional<DoubleBinaryOperator> ofMany(String name) {
        return Optional.ofNullable(OF_MANY.get(name));
    }

    static Numeric apply(DoubleUnaryOperator function, Numeric argument) {
        return given -> finite(function.applyAsDouble(argument.of(given)));
    }

    static Numeric apply(DoubleBinaryOperator operator, Numeric left, Numeric right) {
        return given -> {
            double a = left.of(given);
            double b = right.of(given);
            // Some results do not depend on one of the two: pow(NaN, 0) is 1.
            return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : finite(operator.applyAsDouble(a, b));
        };
    }

    static Numeric fold(DoubleBinaryOperator operator, List<Numeric> arguments) {
        return arguments.stream()
                .reduce((left, right) -> apply(operator, left, right))
                .orElseThrow();
    }

    static Truth compare(IntPredicate order, Numeric left, Numeric right) {
        return given -> {
            double a = left.of(given);
            double b = right.of(given);
            // Adding 0 makes one zero of both.
            return Double.isNaN(a) || Double.isNaN(b)
                    ? Optional.empty()
                    : Optional.of(order.test(Double.compare(a + 0.0, b + 0.0)));
        };
    }

    static Truth equalNumbers(BiPredicate<Object, Object> equality, Numeric left, Numeric right) {
        return given -> {
            double a = left.of(given);
            double b = right.of(given);
            return Double.isNaN(a) || Double.isNaN(b) ? Optional.empty() : Optional.of(equality.test(a + 0.0, b + 0.0));
        };
    }

    static Truth equalTruths(BiPredicate<Object, Object> equality, Truth left, Truth right) {
        return given -> left.of(given).flatMap(a -> right.of(given).map(b -> equality.test(a, b)));
    }

    /** Where the left side decides alone, the right side is not evaluated. */
    static Truth both(Truth left, Truth right) {
        return given -> left.of(given).flatMap(a -> a ? right.of(given) : Optional.of(false));
    }

    static Truth either(Truth left, Truth right) {
        return given -> left.of(given).flatMap(a -> a ? Optional.of(true) : right.of(given));
    }

    static Truth not(Truth truth) {
        return given -> truth.of(given).map(value -> !value);
    }

    /** Only the branch that is taken must have been measured. */
    static Numeric chooseNumber(Truth condition, Numeric then, Numeric otherwise) {
        return given -> condition
                .of(given)
                .map(value -> (value ? then : otherwise).of(given))
                .orElse(Double.NaN);
    }

    static Truth chooseTruth(Truth condition, Truth then, Truth otherwise) {
        return given -> condition.of(given).flatMap(value -> (value ? then : otherwise).of(given));
    }

    static Numeric measured(Quantity quantity, String lane, Quantity.Arguments arguments) {
        return (Given given) -> finite(quantity.of(given.lanes().get(lane), arguments));
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
