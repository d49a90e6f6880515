package lipschitzlab.diagnostic.sample;

/**
 * The features of samples, one sample a row. Never changed.
 *
 * @param values {@code [count, dimension]} in row-major order
 * @param dimension numbers in a row
 */
public record FeatureRows(float[] values, int dimension) {
    /**
     * Checks that the numbers divide into rows.
     *
     * @throws IllegalArgumentException if there is no row, or a part of one
     */
    public FeatureRows {
        if (dimension < 1 || values.length == 0 || values.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "expected rows of " + dimension + " features each, found " + values.length + " numbers");
        }
    }

    /** How many samples there are. */
    public int count() {
        return values.length / dimension;
    }

    /** Whether every number is finite; a generator that diverged makes others. */
    boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /**
     * These rows.
     *
     * @throws IllegalArgumentException if there are fewer than {@code least}
     */
    FeatureRows requireCount(int least) {
        if (count() < least) {
            throw new IllegalArgumentException("expected " + least + " samples or more, found " + count());
        }
        return this;
    }

    /**
     * The other rows.
     *
     * @throws IllegalArgumentException if they have another number of features
     */
    FeatureRows requireAlike(FeatureRows other) {
        if (other.dimension != dimension) {
            throw new IllegalArgumentException(
                    "expected rows of " + dimension + " features, found rows of " + other.dimension);
        }
        return other;
    }
}
