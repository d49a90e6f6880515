package lipschitzlab.diagnostic;

import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;

/**
 * What is known of a critic's Lipschitz constant: it lies between the steepest slope that was found and the certified bound,
 * where there is one.
 */
public record LipschitzGauge(SteepestSlope below, LipschitzBound above) {
    /**
     * Measures a critic, with the usual effort and without changing it.
     *
     * @param starts from how many points to climb, from 1 to 4
     * @param random directions of the climb, and vectors to start power iterations with
     */
    public static LipschitzGauge of(BoundNetwork critic, CriticPoints points, int starts, RandomStream random) {
        return new LipschitzGauge(
                SteepestSlope.of(critic, points, starts, SteepestSlope.ROUNDS, random),
                LipschitzBound.of(critic.network(), LayerOperatorNorms.of(critic, random)));
    }
}
