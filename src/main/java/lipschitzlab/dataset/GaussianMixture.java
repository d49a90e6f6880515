package lipschitzlab.dataset;

import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Points from a 2-D mixture of Gaussians. The two ready-made ones have the sizes of the toy experiments of WGAN-GP
 * (Gulrajani et al. 2017, Figure 1 and the code published with it).
 */
public final class GaussianMixture implements Dataset {
    private final String name;
    private final Mixture mixture;
    private final double[][] modes;
    private final double range;

    private GaussianMixture(String name, double[][] centres, double sigma, double divisor) {
        this.name = name;
        this.mixture = new Mixture(divided(centres, divisor), sigma / divisor);
        this.modes = mixture.modes();
        this.range = largest(modes) + 4 * mixture.sigma();
    }

    /** 8 centres on a circle of radius 2, σ = 0.02, all divided by 1.414. */
    public static GaussianMixture eightGaussians() {
        double[][] centres = new double[8][];
        for (int k = 0; k < 8; k++) {
            // 8 steps to the full turn, which itself is left out: with it the first mode would count twice.
            double angle = 2 * Math.PI * k / 8;
            centres[k] = new double[] {2 * Math.cos(angle), 2 * Math.sin(angle)};
        }
        return new GaussianMixture("eight-gaussians", centres, 0.02, 1.414);
    }

    /** 25 centres on the grid {−4, −2, 0, 2, 4}², σ = 0.05, all divided by 2.828. */
    public static GaussianMixture twentyFiveGaussians() {
        double[][] centres = new double[25][];
        for (int k = 0; k < 25; k++) {
            centres[k] = new double[] {2 * (k / 5) - 4, 2 * (k % 5) - 4};
        }
        return new GaussianMixture("twenty-five-gaussians", centres, 0.05, 2.828);
    }

    private static double[][] divided(double[][] points, double divisor) {
        double[][] result = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            result[i] = new double[] {points[i][0] / divisor, points[i][1] / divisor};
        }
        return result;
    }

    private static double largest(double[][] points) {
        double largest = 0;
        for (double[] point : points) {
            largest = Math.max(largest, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        return largest;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(2);
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        float[] points = new float[2 * size];
        for (int i = 0; i < size; i++) {
            double[] mode = modes[random.below(modes.length)];
            points[2 * i] = (float) (mode[0] + mixture.sigma() * random.gaussian());
            points[2 * i + 1] = (float) (mode[1] + mixture.sigma() * random.gaussian());
        }
        return points;
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
        return range;
    }
}
