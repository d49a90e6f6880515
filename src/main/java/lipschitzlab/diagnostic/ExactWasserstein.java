package lipschitzlab.diagnostic;

import lipschitzlab.dataset.Segment;

/**
 * The Wasserstein-1 distance itself, the least mean distance over which one distribution can be moved onto another: what a
 * Wasserstein critic's gap, divided by its slope, estimates (Arjovsky et al. 2017, equation 1). In the unit of the
 * coordinates.
 */
public final class ExactWasserstein {
    /** Where the distance between two points changes so little along the segments, its middle serves as its mean. */
    private static final double PARALLEL = 1e-5;

    private ExactWasserstein() {}

    /**
     * The distance between two sets of equally many samples, each of equal weight, by the best assignment of the ones to the
     * others. Between finite draws it is larger than between the distributions, and in many dimensions it hardly falls with
     * their number; compare with the value between two sets of real samples of the same size. Time grows with the cube
     * of the number of samples.
     *
     * @param a {@code [samples, dimension]} in row-major order
     * @param b {@code [samples, dimension]} in row-major order
     * @return 0 or more; NaN if a sample is not finite
     * @throws IllegalArgumentException if the two differ in length, are empty, or do not divide into samples
     */
    public static double between(float[] a, float[] b, int dimension) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "expected two sets of equally many samples, found " + a.length + " and " + b.length + " numbers");
        }
        if (dimension < 1 || a.length == 0 || a.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "expected samples of " + dimension + " numbers each, found " + a.length + " numbers");
        }
        if (!SingularSpectrum.isFinite(a) || !SingularSpectrum.isFinite(b)) {
            return Double.NaN;
        }
        double[][] distances = distances(a, b, dimension);
        return OptimalAssignment.cheapest(distances).cost() / distances.length;
    }

    private static double[][] distances(float[] a, float[] b, int dimension) {
        int samples = a.length / dimension;
        double[][] distances = new double[samples][samples];
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < samples; j++) {
                distances[i][j] = distance(a, i * dimension, b, j * dimension, dimension);
            }
        }
        return distances;
    }

    private static double distance(float[] a, int startOfA, float[] b, int startOfB, int dimension) {
        double squares = 0;
        for (int k = 0; k < dimension; k++) {
            double difference = (double) a[startOfA + k] - b[startOfB + k];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    /**
     * The distance between the uniform distributions on two vertical segments, in closed form. A move from (x, y) to (x′, y′)
     * costs √((x − x′)² + (y − y′)²), which is convex in y − y′, so that the cheapest transport keeps the order of the y
     * (Santambrogio 2015, theorem 2.9): it moves the point at share t of one segment to that at share t of the other, over a
     * height of α + βt. The integral of √(Δx² + (α + βt)²) over t is elementary.
     */
    public static double between(Segment a, Segment b) {
        double across = Math.abs(a.x() - b.x());
        double alpha = a.low() - b.low();
        double beta = a.high() - b.high() - alpha;
        if (Math.abs(beta) < PARALLEL) {
            return Math.hypot(across, alpha + beta / 2);
        }
        return (integral(across, alpha + beta) - integral(across, alpha)) / beta;
    }

    /** ∫√(c² + h²) dh from 0 to h. */
    private static double integral(double c, double h) {
        double logarithm = c == 0 ? 0 : c * c * asinh(h / c);
        return (h * Math.hypot(c, h) + logarithm) / 2;
    }

    private static double asinh(double z) {
        double size = Math.abs(z);
        return Math.copySign(Math.log(size + Math.hypot(1, size)), z);
    }
}
