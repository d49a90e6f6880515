package lipschitzlab.measurement;

/**
 * One metric of one lane over time; three arrays of one length.
 *
 * @param steps generator steps done, rising
 * @param seconds the lane's own training time then
 * @param values the metric
 */
public record Curve(int[] steps, double[] seconds, double[] values) {
    /** The number of points. */
    public int length() {
        return steps.length;
    }

    /** The last value, or NaN if there is none. */
    public double last() {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }
}
