package lipschitzlab.dataset;

import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * A noisy spiral: t = 1.5π(1 + 2u) with u ~ U[0, 1), the point (t cos t, t sin t) plus N(0, 0.25²) on each coordinate, all
 * divided by 7.5, as in the toy experiments of WGAN-GP (Gulrajani et al. 2017, Figure 1 and its code).
 */
public final class SwissRoll implements Dataset {
    private static final double NOISE = 0.25;
    private static final double DIVISOR = 7.5;

    @Override
    public String name() {
        return "swiss-roll";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(2);
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        float[] points = new float[2 * size];
        for (int i = 0; i < size; i++) {
            double t = 1.5 * Math.PI * (1 + 2 * random.uniform());
            points[2 * i] = (float) ((t * Math.cos(t) + NOISE * random.gaussian()) / DIVISOR);
            points[2 * i + 1] = (float) ((t * Math.sin(t) + NOISE * random.gaussian()) / DIVISOR);
        }
        return points;
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return batch(size, random);
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.empty();
    }

    /** The spiral ends straight above the origin, at t = 4.5π; 4 standard deviations of noise come on top. */
    @Override
    public double range() {
        return (4.5 * Math.PI + 4 * NOISE) / DIVISOR;
    }
}
