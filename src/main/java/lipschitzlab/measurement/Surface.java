package lipschitzlab.measurement;

/**
 * The critic's value over a square of the plane, or over an interval of a line, centred on the origin.
 *
 * @param size points along each side, 2 or more
 * @param extent half of the square's side or of the interval: points lie from −extent to +extent, both included
 * @param values {@code size·size} values, row by row from the bottom, each row from the left; on a line {@code size} values
 */
public record Surface(int size, double extent, float[] values) {
    /** Whether it is a curve over a line. */
    public boolean line() {
        return values.length == size;
    }

    /** Of its values as an array. */
    public int[] shape() {
        return line() ? new int[] {size} : new int[] {size, size};
    }

    /** On a line the quotient of differences |ΔD| / |Δx| between each two neighbouring points, which no slope's bound is below. */
    public double[] slopes() {
        double step = 2 * extent / (size - 1);
        double[] slopes = new double[size - 1];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = Math.abs((double) values[i + 1] - values[i]) / step;
        }
        return slopes;
    }

    /** The points of a line. */
    public static float[] line(int size, double extent) {
        float[] points = new float[size];
        for (int i = 0; i < size; i++) {
            points[i] = (float) (extent * (2.0 * i / (size - 1) - 1));
        }
        return points;
    }
}
