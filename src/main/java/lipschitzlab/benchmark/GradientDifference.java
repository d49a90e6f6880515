package lipschitzlab.benchmark;

import java.util.List;

/** How far two gradients of one function lie apart. */
public final class GradientDifference {
    /** The smallest norm that a parameter's difference is divided by, as a share of the whole gradient's norm. */
    private static final double SMALLEST_SHARE = 1e-3;

    private GradientDifference() {}

    /**
     * The largest relative difference ‖found − expected‖₂/‖expected‖₂ of any parameter. Where a parameter's gradient vanishes, as
     * that of the last bias under the Wasserstein objective does, a thousandth of the whole gradient's norm stands for its own.
     *
     * @param expected one array for each parameter
     * @param found as many, of the same lengths
     */
    public static double of(List<float[]> expected, List<float[]> found) {
        double whole = expected.stream().mapToDouble(GradientDifference::norm).reduce(0, Math::hypot);
        double largest = 0;
        for (int i = 0; i < expected.size(); i++) {
            double norm = Math.max(norm(expected.get(i)), SMALLEST_SHARE * whole);
            largest = Math.max(largest, distance(expected.get(i), found.get(i)) / norm);
        }
        return largest;
    }

    private static double norm(float[] numbers) {
        return distance(numbers, new float[numbers.length]);
    }

    private static double distance(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("expected " + a.length + " numbers, found " + b.length);
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double difference = (double) a[i] - b[i];
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
