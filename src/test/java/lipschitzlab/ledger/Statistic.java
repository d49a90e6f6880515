package lipschitzlab.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import lipschitzlab.statistic.MedianInterval;

/** What is said of several numbers. */
enum Statistic {
    /** The only one. */
    VALUE(Statistic::only),
    MEDIAN(numbers -> MedianInterval.of(numbers).median()),
    MIN(numbers -> Arrays.stream(numbers).min().orElseThrow()),
    MAX(numbers -> Arrays.stream(numbers).max().orElseThrow()),
    MEAN(numbers -> Arrays.stream(numbers).average().orElseThrow()),
    /** The lower end of the median's interval. */
    LOW(numbers -> MedianInterval.of(numbers).low()),
    HIGH(numbers -> MedianInterval.of(numbers).high()),
    SUM(numbers -> Arrays.stream(numbers).sum()),
    COUNT(numbers -> numbers.length);

    private final ToDoubleFunction<double[]> function;

    Statistic(ToDoubleFunction<double[]> function) {
        this.function = function;
    }

    /**
     * A statistic of some numbers.
     *
     * @param name of a constant, in lower case; or {@code above 0.1}, which is how many are
     */
    static double of(String name, double... numbers) {
        if (name.startsWith("above ")) {
            double bound = Double.parseDouble(name.substring("above ".length()));
            return Arrays.stream(numbers).filter(number -> number > bound).count();
        }
        return Statistic.valueOf(name.toUpperCase(Locale.ROOT)).function.applyAsDouble(numbers);
    }

    private static double only(double... numbers) {
        if (numbers.length != 1) {
            throw new IllegalArgumentException("expected one number, found " + numbers.length + ": name a statistic");
        }
        return numbers[0];
    }
}
