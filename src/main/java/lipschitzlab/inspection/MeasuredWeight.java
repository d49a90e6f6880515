package lipschitzlab.inspection;

import java.util.Arrays;
import lipschitzlab.diagnostic.SingularSpectrum;

/**
 * A weight of a file and what was measured of it as a matrix.
 *
 * @param shape as the file has it
 * @param sigma its singular values, falling; of a matrix that is too large for all of them only the largest, estimated from below
 * @param stableRank ‖W‖²_F / σ₁²
 * @param variance of its entries
 * @param complete whether all singular values are there
 * @param used whether a layer uses it as it is, and not what a normalization makes of it
 * @param note what a reader should know of it; empty if nothing
 */
public record MeasuredWeight(
        String name,
        int[] shape,
        MatrixView matrix,
        double[] sigma,
        double stableRank,
        double variance,
        boolean complete,
        boolean used,
        String note) {
    /** From about this much work on all singular values take more than half a minute: the sides' product times the shorter one. */
    static final double MOST_WORK = 4e9;

    static final String TOO_LARGE = "too large for all singular values: σ₁ by power iteration, from below";
    static final String NOT_FINITE = "holds a number that is not finite";

    /**
     * Measures a matrix.
     *
     * @param divisor what its entries are divided by where the layer uses it
     */
    static MeasuredWeight of(
            StoredWeight weight, int[] shape, MatrixView matrix, float[] numbers, double divisor, String note) {
        double mean = 0;
        double squares = 0;
        for (float number : numbers) {
            mean += number;
            squares += (double) number * number;
        }
        mean /= numbers.length;
        double variance = Math.max(0, squares / numbers.length - mean * mean) / (divisor * divisor);
        if (!Double.isFinite(variance)) {
            double[] unknown = {Double.NaN};
            return of(weight, shape, matrix, unknown, Double.NaN, Double.NaN, false, NOT_FINITE);
        }
        boolean complete = (double) matrix.rows() * matrix.columns() * matrix.count() <= MOST_WORK;
        double[] sigma = complete
                ? all(matrix, numbers, squares)
                : new double[] {LargestSingularValue.of(numbers, matrix.rows(), matrix.columns())};
        double stableRank = sigma[0] > 0 ? squares / (sigma[0] * sigma[0]) : Double.NaN;
        double[] used = Arrays.stream(sigma).map(value -> value / divisor).toArray();
        String words = complete ? note : note.isEmpty() ? TOO_LARGE : note + "; " + TOO_LARGE;
        return of(weight, shape, matrix, used, stableRank, variance, complete, words);
    }

    private static double[] all(MatrixView matrix, float[] numbers, double squares) {
        return matrix.count() == 1
                ? new double[] {Math.sqrt(squares)}
                : SingularSpectrum.of(numbers, matrix.rows(), matrix.columns());
    }

    private static MeasuredWeight of(
            StoredWeight weight,
            int[] shape,
            MatrixView matrix,
            double[] sigma,
            double stableRank,
            double variance,
            boolean complete,
            String note) {
        return new MeasuredWeight(
                weight.name(), shape, matrix, sigma, stableRank, variance, complete, weight.used(), note);
    }

    /** σ₁. */
    public double largest() {
        return sigma[0];
    }

    /**
     * What a random matrix of this shape and variance has, falling: beside each singular value the one in its place; of a matrix too
     * large for all of them the largest.
     */
    public double[] randomValues() {
        MarchenkoPastur random = new MarchenkoPastur(matrix.rows(), matrix.columns(), variance);
        return complete ? random.falling(sigma.length) : new double[] {random.largest()};
    }

    /** About the largest singular value of a random matrix of this shape and variance. */
    public double randomLargest() {
        return new MarchenkoPastur(matrix.rows(), matrix.columns(), variance).largest();
    }
}
