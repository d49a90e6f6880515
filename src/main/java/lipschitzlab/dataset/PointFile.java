package lipschitzlab.dataset;

import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * 2-D points from a CSV file; {@link PointReader} says what such a file holds. The numbers stay as they are, neither
 * centred nor scaled: the recipes of the lab suit data whose {@link #range} is about 1 to 2.
 */
public final class PointFile implements Dataset {
    private final float[] points;
    private final HoldOut parts;
    private final double range;

    private PointFile(float[] points) {
        this.points = points;
        this.parts = new HoldOut(points.length / 2);
        this.range = largest(points);
    }

    /**
     * Reads the file.
     *
     * @throws lipschitzlab.setting.InputException if it cannot be read or is not a table of two or more points
     */
    public static PointFile read(Path file) {
        return new PointFile(PointReader.read(file));
    }

    private static double largest(float[] numbers) {
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest > 0 ? largest : 1;
    }

    /** How many points the file holds, those held out included. */
    public int count() {
        return points.length / 2;
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(2);
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        float[] batch = new float[2 * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(points, 2 * parts.training(random), batch, 2 * i, 2);
        }
        return batch;
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        float[] batch = new float[2 * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(points, 2 * parts.heldOut(random), batch, 2 * i, 2);
        }
        return batch;
    }

    @Override
    public Optional<Mixture> mixture() {
        return Optional.empty();
    }

    /** The largest absolute coordinate in the file, held-out points included; 1 if every coordinate is 0. */
    @Override
    public double range() {
        return range;
    }
}
