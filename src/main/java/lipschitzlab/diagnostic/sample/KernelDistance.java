package lipschitzlab.diagnostic.sample;

/**
 * The squared maximum mean discrepancy with the cubic kernel k(x, y) = (xᵀy/d + 1)³, without bias (Bińkowski et al. 2018; the
 * estimator is that of Gretton et al. 2012, lemma 6): samples of one distribution are 0 apart in expectation, at any number of
 * samples, so that a single value may well be negative.
 *
 * <p>In the paper the features are those of a network that was trained on ImageNet. Values compare only where features are the
 * same.
 */
public final class KernelDistance {
    private final FeatureRows set;
    private final RowProducts products;
    private final double within;

    private KernelDistance(FeatureRows set) {
        this.set = set;
        this.products = new RowProducts(set);
        this.within = within(products, set);
    }

    /**
     * Distances from one set of samples.
     *
     * @throws IllegalArgumentException if it has fewer than 2
     */
    public static KernelDistance from(FeatureRows set) {
        return new KernelDistance(set.requireCount(2));
    }

    /** The distance between two sets, of any numbers of samples from 2 on. */
    public static double between(FeatureRows a, FeatureRows b) {
        return from(a).to(b);
    }

    /**
     * The distance to another set.
     *
     * @return a pure number, of either sign; NaN if a feature is not finite
     * @throws IllegalArgumentException if it has fewer than 2 samples, or other features
     */
    public double to(FeatureRows other) {
        set.requireAlike(other).requireCount(2);
        if (!set.isFinite() || !other.isFinite()) {
            return Double.NaN;
        }
        Sum between = new Sum(set.dimension());
        products.each(other, (row, inner) -> between.addAll(inner));
        double pairs = (double) set.count() * other.count();
        return within + within(new RowProducts(other), other) - 2 * between.sum / pairs;
    }

    /** The mean of the kernel over all pairs of different samples of one set. */
    private static double within(RowProducts products, FeatureRows set) {
        Sum sum = new Sum(set.dimension());
        products.each(set, (row, inner) -> {
            sum.addAll(inner);
            sum.subtract(inner[row]);
        });
        return sum.sum / ((double) set.count() * (set.count() - 1));
    }

    /** A running sum of the kernel, by inner products. */
    private static final class Sum {
        private final double dimension;
        private double sum;

        Sum(int dimension) {
            this.dimension = dimension;
        }

        void addAll(double[] inner) {
            double row = 0;
            for (double product : inner) {
                row += kernel(product);
            }
            sum += row;
        }

        void subtract(double product) {
            sum -= kernel(product);
        }

        private double kernel(double product) {
            double base = product / dimension + 1;
            return base * base * base;
        }
    }
}
