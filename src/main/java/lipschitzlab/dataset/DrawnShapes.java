package lipschitzlab.dataset;

import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Pictures of 28×28 grey pixels, {@code [1, 28, 28]}, that need no file: a disc, a square, a triangle or a cross, each as
 * likely as the other, of random place, size and angle and wholly inside the picture. Background −1, ink 1; a pixel that
 * an edge crosses lies between the two by the part of it that is covered, within a few hundredths.
 */
public final class DrawnShapes implements Dataset {
    /** The height and width in pixels. */
    public static final int SIDE = 28;

    private static final double SMALLEST = 5;
    private static final double LARGEST = 10;
    private static final double MARGIN = 1;

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(1, SIDE, SIDE);
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        float[] pictures = new float[size * SIDE * SIDE];
        for (int i = 0; i < size; i++) {
            draw(pictures, i * SIDE * SIDE, random);
        }
        return pictures;
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return batch(size, random);
    }

    private static void draw(float[] pictures, int start, RandomStream random) {
        Outline outline = Outline.ALL.get(random.below(Outline.ALL.size()));
        double radius = SMALLEST + (LARGEST - SMALLEST) * random.uniform();
        double room = SIDE - 2 * (radius + MARGIN);
        double centreX = radius + MARGIN + room * random.uniform();
        double centreY = radius + MARGIN + room * random.uniform();
        double angle = 2 * Math.PI * random.uniform();
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = column + 0.5 - centreX;
                double y = row + 0.5 - centreY;
                double distance = outline.distance(cos * x + sin * y, cos * y - sin * x, radius);
                pictures[start + row * SIDE + column] = (float) (2 * coverage(distance) - 1);
            }
        }
    }

    /** The part of a pixel that lies inside a straight edge at this distance from the pixel's centre, outside positive. */
    private static double coverage(double distance) {
        return Math.min(1, Math.max(0, 0.5 - distance));
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.empty();
    }

    @Override
    public double range() {
        return 1;
    }
}
