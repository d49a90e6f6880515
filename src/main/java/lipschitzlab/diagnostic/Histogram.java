package lipschitzlab.diagnostic;

/**
 * How often numbers fall into bins of equal width.
 *
 * @param low the first bin's lower edge
 * @param high the last bin's upper edge
 * @param counts of each bin; a number on an edge counts in the bin above it, on the last edge in the last bin
 * @param outside how many numbers are in no bin, those that are not finite among them
 */
public record Histogram(double low, double high, int[] counts, int outside) {
    /**
     * Counts.
     *
     * @param bins how many, 1 or more
     * @throws IllegalArgumentException if there are no bins, or high is not above low
     */
    public static Histogram of(float[] numbers, double low, double high, int bins) {
        if (bins < 1 || !(high > low)) {
            throw new IllegalArgumentException("expected 1 bin or more and an upper edge above the lower, found " + bins
                    + " from " + low + " to " + high);
        }
        int[] counts = new int[bins];
        int outside = 0;
        for (float number : numbers) {
            // An edge such as 0.1 is not a 32-bit number; a weight that was clipped to it lies on it all the same.
            if (number >= (float) low && number <= (float) high) {
                int bin = (int) Math.floor((number - low) / (high - low) * bins);
                counts[Math.max(0, Math.min(bin, bins - 1))]++;
            } else {
                outside++;
            }
        }
        return new Histogram(low, high, counts, outside);
    }

    /** The lower edge of a bin. */
    public double edge(int bin) {
        return low + bin * (high - low) / counts.length;
    }
}
