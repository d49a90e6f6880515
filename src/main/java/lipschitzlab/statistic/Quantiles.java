package lipschitzlab.statistic;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Quantiles in one convention: that of a share p of n numbers is the smallest of them which is at least as large as p·n of them,
 * the inverse of their empirical distribution function (Hyndman and Fan, Sample Quantiles in Statistical Packages, The American
 * Statistician 1996, definition 1). So it is always one of the numbers, never a mixture of two, and the median of an even count is
 * the lower of the two in the middle. NaN counts as the largest; of no numbers every quantile is NaN.
 */
public final class Quantiles {
    private static final Quantile INVERSE_DISTRIBUTION =
            Quantile.withDefaults().with(EstimationMethod.HF1).withCopy(true);
    private static final double HALF = 0.5;

    private Quantiles() {}

    /** The quantile of one half. The numbers stay as they are. */
    public static double median(double[] numbers) {
        return of(HALF, numbers);
    }

    /**
     * A quantile. The numbers stay as they are.
     *
     * @param share from 0, the smallest, to 1, the largest
     * @throws IllegalArgumentException if the share is not
     */
    public static double of(double share, double[] numbers) {
        return INVERSE_DISTRIBUTION.evaluate(numbers, share);
    }

    /**
     * As {@link #of}, counted from the largest down: as many numbers lie above it as lie below the quantile of that share.
     *
     * @param share from 0, the largest, to 1, the smallest
     */
    public static double fromAbove(double share, double[] numbers) {
        return -of(share, Arrays.stream(numbers).map(number -> -number).toArray());
    }
}
