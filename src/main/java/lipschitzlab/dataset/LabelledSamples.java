package lipschitzlab.dataset;

/**
 * Samples, and which class each one has.
 *
 * @param values {@code [n, …sample]} in row-major order
 * @param labels places in {@link Dataset#classNames}, one for each sample; none at all where the data have no classes
 */
public record LabelledSamples(float[] values, int[] labels) {
    private static final int[] NONE = {};

    /** Samples of data without classes. */
    public static LabelledSamples unlabelled(float[] values) {
        return new LabelledSamples(values, NONE);
    }
}
