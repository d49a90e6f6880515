package lipschitzlab.dataset;

/**
 * A vertical segment of the plane, on which points are spread uniformly.
 *
 * @param x of all points
 * @param low the lowest y
 * @param high the highest y
 */
public record Segment(double x, double low, double high) {
    /** Checks the ends. */
    public Segment {
        if (!(high > low) || !Double.isFinite(x) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "expected finite numbers and a high above the low, found x " + x + " from " + low + " to " + high);
        }
    }

    /**
     * Evenly spaced points, the middles of equal parts. They stand for the segment itself: their Wasserstein-1 distance from it
     * is a quarter of the space between two of them.
     *
     * @param count of points, 1 or more
     * @return {@code [count, 2]} in row-major order, from the lowest to the highest
     */
    public float[] spread(int count) {
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = (float) x;
            points[2 * i + 1] = (float) (low + (high - low) * (i + 0.5) / count);
        }
        return points;
    }
}
