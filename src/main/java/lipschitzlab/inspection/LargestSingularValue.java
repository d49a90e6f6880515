package lipschitzlab.inspection;

import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;

/** The largest singular value of a matrix that is too large for all of them, by power iteration in double precision. */
final class LargestSingularValue {
    private static final int LIMIT = 100;

    /** An iteration that raises the estimate by less than this share of it is the last. */
    private static final double TOLERANCE = 1e-6;

    private LargestSingularValue() {}

    /**
     * Estimates it from below.
     *
     * @param matrix {@code [rows, columns]}, row-major, all of it finite
     */
    static double of(float[] matrix, int rows, int columns) {
        double[] v = start(columns);
        double sigma = 0;
        for (int i = 0; i < LIMIT; i++) {
            double[] next = new double[columns];
            double square = 0;
            for (int row = 0; row < rows; row++) {
                double along = 0;
                for (int column = 0; column < columns; column++) {
                    along += matrix[row * columns + column] * v[column];
                }
                square += along * along;
                for (int column = 0; column < columns; column++) {
                    next[column] += along * matrix[row * columns + column];
                }
            }
            double estimate = Math.sqrt(square);
            if (estimate <= sigma * (1 + TOLERANCE)) {
                return Math.max(sigma, estimate);
            }
            sigma = estimate;
            v = normalized(next);
        }
        return sigma;
    }

    private static double[] start(int length) {
        float[] gaussians = RandomStream.of(0, RandomPurpose.LAYER_NORMS).gaussians(length);
        double[] start = new double[length];
        for (int i = 0; i < length; i++) {
            start[i] = gaussians[i];
        }
        return normalized(start);
    }

    private static double[] normalized(double[] vector) {
        double square = 0;
        for (double number : vector) {
            square += number * number;
        }
        double norm = Math.sqrt(square);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= Math.max(norm, Double.MIN_NORMAL);
        }
        return vector;
    }
}
