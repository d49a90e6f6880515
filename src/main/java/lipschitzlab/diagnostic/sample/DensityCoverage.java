package lipschitzlab.diagnostic.sample;

import java.util.BitSet;

/**
 * Density and coverage (Naeem et al. 2020), on balls around the real samples alone, so that one generated sample
 * far away makes no large ball.
 *
 * @param density in how many of the real samples' balls a generated sample lies, by k; 1 in expectation for samples of the data's own
 *     distribution, and more where the generated ones crowd among the real ones
 * @param coverage the share of real samples with a generated one in their ball; from 0 to 1, and {@link #expectedCoverage} in
 *     expectation for samples of the data's own distribution
 */
public record DensityCoverage(double density, double coverage) {
    /** The paper's k. */
    public static final int NEIGHBOURS = 5;

    /**
     * The coverage to be expected of samples from the data's own distribution, 1 − Π (N−i)/(N+M−i) over i from 1 to k
     * (Naeem et al. 2020, section 3).
     *
     * @param real N, more than k
     * @param generated M
     */
    public static double expectedCoverage(int real, int generated, int neighbours) {
        double missed = 1;
        for (int i = 1; i <= neighbours; i++) {
            missed *= (double) (real - i) / (real + generated - i);
        }
        return 1 - missed;
    }

    /** A set of real samples, whose balls are measured once. */
    public static final class Real {
        private final Neighbourhoods balls;
        private final int neighbours;

        private Real(FeatureRows samples, int neighbours) {
            this.balls = new Neighbourhoods(samples, neighbours);
            this.neighbours = neighbours;
        }

        /**
         * The measure of generated samples; both are NaN if a feature is not finite.
         *
         * @throws IllegalArgumentException if they have other features
         */
        public DensityCoverage of(FeatureRows generated) {
            balls.requireAlike(generated);
            if (!balls.isFinite() || !generated.isFinite()) {
                return new DensityCoverage(Double.NaN, Double.NaN);
            }
            BitSet covered = new BitSet(balls.count());
            long[] inside = new long[1];
            balls.distances(generated, (row, squared) -> {
                for (int i = 0; i < squared.length; i++) {
                    if (balls.holds(i, squared[i])) {
                        covered.set(i);
                        inside[0]++;
                    }
                }
            });
            return new DensityCoverage(
                    inside[0] / ((double) neighbours * generated.count()),
                    (double) covered.cardinality() / balls.count());
        }
    }

    /**
     * With the paper's k.
     *
     * @throws IllegalArgumentException if there are no more than k samples
     */
    public static Real against(FeatureRows real) {
        return against(real, NEIGHBOURS);
    }

    /**
     * With another k.
     *
     * @throws IllegalArgumentException if there are no more than k samples
     */
    public static Real against(FeatureRows real, int neighbours) {
        return new Real(real, neighbours);
    }
}
