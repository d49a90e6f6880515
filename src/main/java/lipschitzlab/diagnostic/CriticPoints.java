package lipschitzlab.diagnostic;

import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Where a critic's slope is looked at: four sets of samples, each {@code [n, …sample]} in row-major order.
 *
 * @param sample the shape of one sample
 * @param real samples of the data
 * @param fake samples of the generator
 * @param between points on the lines between real and fake ones, as gradient penalty draws them (Gulrajani et al. 2017)
 * @param uniform points of the cube that holds the data
 * @param labels the class of each sample, the same in all four sets, for a critic that reads classes; otherwise none
 * @param range half of the cube's side: the largest absolute value of a coordinate of the data
 */
public record CriticPoints(
        Shape sample, float[] real, float[] fake, float[] between, float[] uniform, int[] labels, double range) {
    private static final int[] NO_LABELS = {};

    /**
     * Draws the points between and the uniform ones, as many as there are real ones.
     *
     * @param real {@code [n, …sample]}
     * @param fake {@code [n, …sample]}
     * @param range the largest absolute value of a coordinate of the data
     * @throws IllegalArgumentException if real and fake differ in length, or do not divide into samples
     */
    public static CriticPoints of(Shape sample, float[] real, float[] fake, double range, RandomStream random) {
        return of(sample, real, fake, NO_LABELS, range, random);
    }

    /** As {@link #of(Shape, float[], float[], double, RandomStream)}, of samples with these classes. */
    public static CriticPoints of(
            Shape sample, float[] real, float[] fake, int[] labels, double range, RandomStream random) {
        if (real.length != fake.length || real.length % sample.length() != 0) {
            throw new IllegalArgumentException("expected equally many real and fake samples of shape " + sample
                    + ", found " + real.length + " and " + fake.length + " numbers");
        }
        float[] between = between(real, fake, sample.length(), random);
        return new CriticPoints(
                sample, real, fake, between, random.uniforms(real.length, -range, range), labels, range);
    }

    /** The class of a sample; 0 if there are none. */
    int label(int row) {
        return labels.length == 0 ? 0 : labels[row];
    }

    /**
     * One point on the line between each real sample and its fake one, uniformly drawn (Gulrajani et al. 2017, section 4).
     *
     * @param real {@code [n, …sample]}
     * @param fake {@code [n, …sample]}
     * @param length how many numbers a sample has
     * @return {@code [n, …sample]}
     */
    public static float[] between(float[] real, float[] fake, int length, RandomStream random) {
        float[] points = new float[real.length];
        for (int first = 0; first < real.length; first += length) {
            float share = (float) random.uniform();
            for (int i = first; i < first + length; i++) {
                points[i] = fake[i] + share * (real[i] - fake[i]);
            }
        }
        return points;
    }
}
