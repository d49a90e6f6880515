package lipschitzlab.dataset;

import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Two parallel vertical segments, y ~ U[−1, 1), at a distance from one another. The data are the right one, x = distance / 2;
 * the left one, x = −distance / 2, is where the fakes are held or started ({@link #other}).
 *
 * <p>This is the case in which the two supports do not meet: the Jensen–Shannon divergence is log 2 at every distance, so
 * a perfect saturating critic tells the fakes nothing, while the Wasserstein-1 distance is the distance itself (Arjovsky
 * et al. 2017, Example 1). The cheapest transport moves every fake straight to the right.
 */
public final class DisjointSegments implements Dataset {
    private final double distance;

    /**
     * @param distance between the segments, in the units of the plane
     * @throws IllegalArgumentException unless it is finite and above 0: at 0 the segments are one
     */
    public DisjointSegments(double distance) {
        if (!(distance > 0) || Double.isInfinite(distance)) {
            throw new IllegalArgumentException("expected a finite distance above 0, found " + distance);
        }
        this.distance = distance;
    }

    /** Between the segments; also the Wasserstein-1 distance of the real from the {@linkplain #other other} points. */
    public double distance() {
        return distance;
    }

    /** Where the data lie. */
    public Segment real() {
        return new Segment(distance / 2, -1, 1);
    }

    /** Where the {@linkplain #other other} points lie. */
    public Segment fake() {
        return new Segment(-distance / 2, -1, 1);
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

    /**
     * Points of the segment that is not the data.
     *
     * @return {@code [size, 2]} in row-major order
     */
    public float[] other(int size, RandomStream random) {
        return points(fake(), size, random);
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
