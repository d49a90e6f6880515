package lipschitzlab.measurement;

/**
 * What a comparison with held-out samples comes to if real samples stand in place of generated ones: no generator can be told from a
 * perfect one below it, or, of what is to be large, above it.
 *
 * @param low a twentieth of all draws of real samples measure less
 * @param median half of them do
 * @param high all but a twentieth do
 * @param samples how many are compared with as many held-out ones
 */
public record Floor(double low, double median, double high, int samples) {
    /** The end of the band from which on samples cannot be told from real ones: all but a twentieth of the real draws are no worse. */
    public double end(Metric metric) {
        return metric.largerIsBetter() ? low : high;
    }
}
