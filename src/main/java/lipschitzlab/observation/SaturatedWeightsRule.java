package lipschitzlab.observation;

import java.util.Optional;
import lipschitzlab.constraint.WeightClipping;
import lipschitzlab.diagnostic.WeightHistogram;

/** Most of a clipped critic's weights lie at the bound (Gulrajani et al. 2017, figure 1b, right). */
final class SaturatedWeightsRule implements ObservationRule {
    /** Fewer than this share are worth no word. */
    private static final double MANY = 0.5;

    private static final double AT_BOUND = 0.999;

    @Override
    public Optional<Observation> of(ObservedLane lane) {
        if (!lane.values().declares(WeightClipping.BOUND)) {
            return Optional.empty();
        }
        double bound = lane.values().get(WeightClipping.BOUND);
        return lane.weights().stream()
                .filter(weights -> weights.layer().equals(WeightHistogram.ALL)
                        || weights.layer().equals(WeightHistogram.HIDDEN))
                .filter(weights -> weights.largest() >= AT_BOUND * bound)
                .findFirst()
                .flatMap(weights -> observation(weights, bound));
    }

    private static Optional<Observation> observation(WeightHistogram weights, double bound) {
        int[] counts = weights.histogram().counts();
        long all = java.util.Arrays.stream(counts).asLongStream().sum();
        double share = (counts[0] + counts[counts.length - 1]) / (double) all;
        if (!(share >= MANY)) {
            return Optional.empty();
        }
        return Optional.of(new Observation(
                "clipping: " + Math.round(100 * share) + " % of weights at ±c",
                Math.round(100 * share) + " % of weights at ±c",
                "Of the weights of " + weights.layer() + " so many lie in the two outermost of " + counts.length
                        + " bins between −c and +c, c = " + bound + ". From half of them on it is said.",
                "clipping-piles-up"));
    }
}
