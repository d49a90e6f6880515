package lipschitzlab.benchmark;

import java.util.List;

/**
 * The times of one kind of update, in milliseconds.
 *
 * @param median over the rounds
 * @param low the tenth percentile
 * @param high the ninetieth percentile
 */
public record Times(double median, double low, double high) {
    static Times of(List<Double> rounds) {
        double[] sorted =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int tenth = sorted.length / 10;
        return new Times(sorted[sorted.length / 2], sorted[tenth], sorted[sorted.length - 1 - tenth]);
    }
}
