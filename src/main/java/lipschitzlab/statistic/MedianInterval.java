package lipschitzlab.statistic;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The median of a few numbers with its 95 % percentile interval of the bootstrap (Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, section 13.3): how far the median of other draws from where these numbers come from may lie.
 *
 * <p>The median, since one number of ten cannot move it far, as it can the mean. Its percentile interval covers the true median in
 * about 95 of 100 draws of ten numbers, whatever they are distributed like, since its ends are numbers of the sample or lie between
 * two of them; that of the mean covers the true mean of ten normal numbers in about 90. The percentile interval, since the
 * correction of BCa takes a jackknife, which fails for medians (section 11.6).
 *
 * <p>Nothing is drawn: the distribution of a resample's median has a closed form (Efron, Bootstrap Methods: Another Look at the
 * Jackknife, The Annals of Statistics 1979, section 3), so that the interval is that of infinitely many resamples and no random
 * number has a part in it.
 *
 * <p>The median of an even count is the mean of the two in the middle, other than in {@link Quantiles}: so the interval of the
 * numbers with their signs turned is the interval turned.
 *
 * @param median of the numbers
 * @param low the interval's lower end
 * @param high its upper end
 */
public record MedianInterval(double median, double low, double high) {
    /** The share of resamples whose median lies below the interval, at most; as many lie above it. */
    private static final double TAIL = 0.025;

    /**
     * The median and the interval of some numbers, which stay as they are.
     *
     * @throws IllegalArgumentException if there are none, or one is not finite
     */
    public static MedianInterval of(double[] numbers) {
        NavigableMap<Double, Double> distribution = distribution(numbers);
        double[] sorted = sorted(numbers);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : between(sorted[middle - 1], sorted[middle]);
        return new MedianInterval(median, reach(distribution), reach(distribution.descendingMap()));
    }

    /** The first value at which more than the tail has been passed. */
    private static double reach(NavigableMap<Double, Double> distribution) {
        double passed = 0;
        for (Map.Entry<Double, Double> value : distribution.entrySet()) {
            passed += value.getValue();
            if (passed >= TAIL) {
                return value.getKey();
            }
        }
        return distribution.lastKey();
    }

    /** The probability of each median that a resample of these numbers can have: as many of them, drawn with replacement. */
    static NavigableMap<Double, Double> distribution(double[] numbers) {
        double[] sorted = sorted(numbers);
        int count = sorted.length;
        NavigableMap<Double, Double> distribution = new TreeMap<>();
        for (int i = 1; i <= count; i++) {
            double rest = rank((count + 1) / 2, i, count);
            if (count % 2 == 0) {
                for (int j = i + 1; j <= count; j++) {
                    double apart = middle(i, j, count);
                    rest -= apart;
                    distribution.merge(between(sorted[i - 1], sorted[j - 1]), apart, Double::sum);
                }
            }
            distribution.merge(sorted[i - 1], rest, Double::sum);
        }
        return distribution;
    }

    /** The probability that the r-th smallest of a resample is the i-th smallest of the numbers. */
    private static double rank(int r, int i, int count) {
        return atLeast(r, i, count) - atLeast(r, i - 1, count);
    }

    /** The probability that at least r of a resample are among the i smallest of the numbers. */
    private static double atLeast(int r, int i, int count) {
        return BinomialDistribution.of(count, (double) i / count).survivalProbability(r - 1);
    }

    /** The probability that of an even count the two in the middle of a resample are the i-th and the j-th smallest, i below j. */
    private static double middle(int i, int j, int count) {
        int half = count / 2;
        double n = count;
        double choices = BinomialDistribution.of(count, 0.5).probability(half) * Math.pow(2, count);
        double lower = Math.pow(i / n, half) - Math.pow((i - 1) / n, half);
        double upper = Math.pow((n - j + 1) / n, half) - Math.pow((n - j) / n, half);
        return choices * lower * upper;
    }

    private static double between(double a, double b) {
        return a / 2 + b / 2;
    }

    private static double[] sorted(double[] numbers) {
        if (numbers.length == 0 || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("expected finite numbers, found " + Arrays.toString(numbers));
        }
        return Arrays.stream(numbers).map(number -> number + 0.0).sorted().toArray();
    }
}
