package lipschitzlab.dataset;

import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Numbers from a mixture of Gaussians on a line, at equal distances around 0: data of one dimension, on which densities, the critic and
 * its slope are curves in one picture.
 */
public final class LineMixture implements Dataset {
    private final Mixture mixture;
    private final double[][] modes;

    /**
     * @param count of modes, 1 or more
     * @param spacing from one centre to the next, above 0
     * @param sigma the standard deviation around each centre, above 0
     */
    public LineMixture(int count, double spacing, double sigma) {
        double[][] centres = new double[count][];
        for (int k = 0; k < count; k++) {
            centres[k] = new double[] {spacing * (k - (count - 1) / 2.0)};
        }
        this.mixture = new Mixture(centres, sigma);
        this.modes = mixture.modes();
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(1);
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) (modes[random.below(modes.length)][0] + mixture.sigma() * random.gaussian());
        }
        return numbers;
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return batch(size, random);
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.of(mixture);
    }

    @Override
    public double range() {
        return modes[modes.length - 1][0] + 4 * mixture.sigma();
    }
}
