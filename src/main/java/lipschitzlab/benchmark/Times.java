package lipschitzlab.benchmark;

import java.util.List;
import lipschitzlab.statistic.Quantiles;

/**
 * The times of one kind of update, in milliseconds.
 *
 * @param median over the rounds
 * @param low the tenth percentile
 * @param high the ninetieth percentile
 */
public record Times(double median, double low, double high) {
    private static final double TENTH = 0.1;

    static Times of(List<Double> rounds) {
        double[] times = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        return new Times(Quantiles.median(times), Quantiles.of(TENTH, times), Quantiles.fromAbove(TENTH, times));
    }
}
