package lipschitzlab.diagnostic.sample;

import java.util.Arrays;
import lipschitzlab.compute.TestStreams;

/** Rows of features from known distributions. */
final class GaussianRows {
    private GaussianRows() {}

    /** From N(0, I). */
    static FeatureRows standard(int count, int dimension, long seed) {
        return new FeatureRows(TestStreams.of(seed, "rows").gaussians(count * dimension), dimension);
    }

    /** The rows, each number times a factor and then plus a term. */
    static FeatureRows changed(FeatureRows rows, double factor, double term) {
        float[] values = rows.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (factor * values[i] + term);
        }
        return new FeatureRows(values, rows.dimension());
    }

    /** The row repeated. */
    static FeatureRows repeated(int count, float... row) {
        float[] values = new float[count * row.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(row, 0, values, i * row.length, row.length);
        }
        return new FeatureRows(values, row.length);
    }

    /** Some of the rows. */
    static FeatureRows part(FeatureRows rows, int first, int count) {
        int dimension = rows.dimension();
        return new FeatureRows(
                Arrays.copyOfRange(rows.values(), first * dimension, (first + count) * dimension), dimension);
    }

    /** The rows with one number that is none. */
    static FeatureRows broken(FeatureRows rows) {
        float[] values = rows.values().clone();
        values[values.length / 2] = Float.NaN;
        return new FeatureRows(values, rows.dimension());
    }
}
