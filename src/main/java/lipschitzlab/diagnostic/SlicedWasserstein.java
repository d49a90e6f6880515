package lipschitzlab.diagnostic;

import java.util.Arrays;
import lipschitzlab.compute.RandomStream;

/**
 * The sliced Wasserstein distance of order 1 between two sets of samples: both are projected onto random directions, and
 * the Wasserstein-1 distances of the projections, which on a line is the mean distance of equally ranked points, are
 * averaged (slicing: Bonneel et al. 2015; order 1, as for images in Karras et al. 2018, section 5).
 *
 * <p>The unit is that of the coordinates. It is never more than the Wasserstein-1 distance itself, and two clouds of which
 * one is the other, moved by s, are E|⟨θ, s⟩| apart: 2/π·‖s‖ = 0.64 ‖s‖ in the plane, about √(2/(πd))·‖s‖ in d dimensions.
 * So values compare only at equal dimension; and since two finite sets drawn from one distribution are never equal,
 * compare with the value between two sets of real samples of the same size.
 */
public final class SlicedWasserstein {
    private final float[][] directions;
    /** The set's projections onto each direction, in rising order. */
    private final float[][] sorted;

    private final int length;

    private SlicedWasserstein(float[] set, int dimension, int projections, RandomStream random) {
        this.length = set.length;
        this.directions = new float[projections][];
        this.sorted = new float[projections][set.length / dimension];
        for (int i = 0; i < projections; i++) {
            directions[i] = direction(dimension, random);
            project(set, directions[i], sorted[i]);
            Arrays.sort(sorted[i]);
        }
    }

    /**
     * Distances from one set of samples, which is projected and sorted once.
     *
     * @param set {@code [samples, dimension]} in row-major order
     * @param projections the number of directions; the error of the average falls with its root
     * @param random the directions; equal keys give equal directions
     * @throws IllegalArgumentException if the set is empty or does not divide into samples, or there is no projection
     */
    public static SlicedWasserstein from(float[] set, int dimension, int projections, RandomStream random) {
        if (dimension < 1 || set.length == 0 || set.length % dimension != 0) {
            throw new IllegalArgumentException(
                    "expected samples of " + dimension + " numbers each, found " + set.length + " numbers");
        }
        if (projections < 1) {
            throw new IllegalArgumentException("expected 1 projection or more, found " + projections);
        }
        return new SlicedWasserstein(set, dimension, projections, random);
    }

    /**
     * The distance between two sets of equally many samples; the parameters are those of {@link #from} and {@link #to}.
     *
     * @throws IllegalArgumentException if the two differ in length, are empty, or do not divide into samples
     */
    public static double of(float[] a, float[] b, int dimension, int projections, RandomStream random) {
        return from(b, dimension, projections, random).to(a);
    }

    /**
     * The distance to another set of as many samples.
     *
     * @param other {@code [samples, dimension]} in row-major order
     * @return 0 or more, in the unit of the coordinates; NaN or infinite if a sample is not finite
     * @throws IllegalArgumentException if the two differ in length
     */
    public double to(float[] other) {
        if (other.length != length) {
            throw new IllegalArgumentException(
                    "expected two sets of equally many samples, found " + other.length + " and " + length + " numbers");
        }
        float[] projected = new float[sorted[0].length];
        double sum = 0;
        for (int i = 0; i < directions.length; i++) {
            project(other, directions[i], projected);
            Arrays.sort(projected);
            sum += distance(projected, sorted[i]);
        }
        return sum / directions.length;
    }

    /** Uniform on the unit sphere: a Gaussian vector has no preferred direction. */
    private static float[] direction(int dimension, RandomStream random) {
        float[] direction = random.gaussians(dimension);
        double squares = 0;
        for (float part : direction) {
            squares += part * part;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < dimension; i++) {
            direction[i] = (float) (direction[i] / norm);
        }
        return direction;
    }

    private static void project(float[] samples, float[] direction, float[] projected) {
        for (int i = 0; i < projected.length; i++) {
            projected[i] = product(samples, i * direction.length, direction);
        }
    }

    /** Two running sums, so that an addition need not wait for the one before it. */
    private static float product(float[] samples, int start, float[] direction) {
        float even = 0;
        float odd = 0;
        int last = direction.length - 1;
        for (int j = 0; j < last; j += 2) {
            even += samples[start + j] * direction[j];
            odd += samples[start + j + 1] * direction[j + 1];
        }
        return direction.length % 2 == 0 ? even + odd : even + odd + samples[start + last] * direction[last];
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((double) a[i] - b[i]);
        }
        return sum / a.length;
    }
}
