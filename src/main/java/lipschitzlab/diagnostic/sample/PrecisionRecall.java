package lipschitzlab.diagnostic.sample;

/**
 * Improved precision and recall (Kynkäänniemi et al. 2019, equations 1 and 2): each set stands for the union of balls around its
 * samples that reach to their k-th neighbour.
 *
 * @param precision the share of generated samples inside the real ones' balls: how many look real; from 0 to 1
 * @param recall the share of real samples inside the generated ones' balls: how much of the data is made; from 0 to 1
 */
public record PrecisionRecall(double precision, double recall) {
    /** The paper's k. */
    public static final int NEIGHBOURS = 3;

    /** A set of real samples, whose balls are measured once. */
    public static final class Real {
        private final FeatureRows samples;
        private final Neighbourhoods balls;
        private final int neighbours;

        private Real(FeatureRows samples, int neighbours) {
            this.samples = samples;
            this.balls = new Neighbourhoods(samples, neighbours);
            this.neighbours = neighbours;
        }

        /**
         * The measure of generated samples; both are NaN if a feature is not finite.
         *
         * @throws IllegalArgumentException if there are no more than k, or if they have other features
         */
        public PrecisionRecall of(FeatureRows generated) {
            balls.requireAlike(generated).requireCount(neighbours + 1);
            if (!samples.isFinite() || !generated.isFinite()) {
                return new PrecisionRecall(Double.NaN, Double.NaN);
            }
            return new PrecisionRecall(
                    balls.share(generated), new Neighbourhoods(generated, neighbours).share(samples));
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
