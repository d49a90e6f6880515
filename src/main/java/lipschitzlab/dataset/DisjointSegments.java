package lipschitzlab.dataset;

import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * A vertical segment, y ~ U[−1, 1), to the right of the origin, around which a generator's samples start: x = distance / 2, as
 * if fakes lay on a segment as far to the left (Arjovsky et al. 2017, example 1).
 *
 * <p>Where a generator's first samples keep close to the origin, the two supports do not meet. Then the Jensen–Shannon
 * divergence is log 2 at every distance, so that a perfect saturating critic tells the fakes nothing, while the Wasserstein-1
 * distance is what separates them.
 */
public final class DisjointSegments implements Dataset {
    private final double distance;

    /**
     * @param distance twice the segment's distance from the origin, in the units of the plane
     * @throws IllegalArgumentException unless it is finite and above 0
     */
    public DisjointSegments(double distance) {
        if (!(distance > 0) || Double.isInfinite(distance)) {
            throw new IllegalArgumentException("expected a finite distance above 0, found " + distance);
        }
        this.distance = distance;
    }

    /** Where the data lie. */
    public Segment real() {
        return new Segment(distance / 2, -1, 1);
    }

    @Override
    public String name() {
        return "disjoint";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(2);
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        return points(real(), size, random);
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return batch(size, random);
    }

    private static float[] points(Segment segment, int size, RandomStream random) {
        float[] points = new float[2 * size];
        for (int i = 0; i < size; i++) {
            points[2 * i] = (float) segment.x();
            points[2 * i + 1] = (float) (segment.low() + (segment.high() - segment.low()) * random.uniform());
        }
        return points;
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.empty();
    }

    @Override
    public double range() {
        return Math.max(1, distance / 2);
    }
}
