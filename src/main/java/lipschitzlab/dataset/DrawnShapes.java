package lipschitzlab.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Pictures that need no file: a disc, a square, a triangle or a cross, each as likely as the other, of random place, size and
 * angle and wholly inside the picture. Background −1, ink 1; a pixel that an edge crosses lies between the two by the part of
 * it that is covered, within a few hundredths. With three channels, {@code [3, side, side]}, the ink is a colour of full
 * brightness: one channel 1, one −1, one uniform between them, in random order.
 */
public final class DrawnShapes implements Dataset {
    /** Of the picture's side. */
    private static final double SMALLEST = 5.0 / 28;

    private static final double LARGEST = 10.0 / 28;
    private static final double MARGIN = 1;
    private static final float PAPER = -1;

    private final int side;
    private final int channels;

    /**
     * Pictures {@code [channels, side, side]}.
     *
     * @param side pixels from edge to edge
     * @param channels 1 for grey, 3 for colours
     */
    public DrawnShapes(int side, int channels) {
        if (side < 16 || (channels != 1 && channels != 3)) {
            throw new IllegalArgumentException("expected a side of 16 pixels or more and 1 or 3 channels, found " + side
                    + " pixels and " + channels + " channels");
        }
        this.side = side;
        this.channels = channels;
    }

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public Shape sampleShape() {
        return Shape.of(channels, side, side);
    }

    @Override
    public List<String> classNames() {
        return Outline.NAMES;
    }

    @Override
    public float[] batch(int size, RandomStream random) {
        return labelledBatch(size, random).values();
    }

    @Override
    public LabelledSamples labelledBatch(int size, RandomStream random) {
        int length = sampleShape().length();
        float[] pictures = new float[size * length];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            labels[i] = draw(pictures, i * length, random);
        }
        return new LabelledSamples(pictures, labels);
    }

    @Override
    public float[] heldOut(int size, RandomStream random) {
        return batch(size, random);
    }

    @Override
    public LabelledSamples labelledHeldOut(int size, RandomStream random) {
        return labelledBatch(size, random);
    }

    /** Draws a picture, and gives its class. */
    private int draw(float[] pictures, int start, RandomStream random) {
        int label = random.below(Outline.ALL.size());
        Outline outline = Outline.ALL.get(label);
        double radius = side * (SMALLEST + (LARGEST - SMALLEST) * random.uniform());
        double room = side - 2 * (radius + MARGIN);
        double centreX = radius + MARGIN + room * random.uniform();
        double centreY = radius + MARGIN + room * random.uniform();
        double angle = 2 * Math.PI * random.uniform();
        float[] ink = ink(random);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double x = column + 0.5 - centreX;
                double y = row + 0.5 - centreY;
                double covered = coverage(outline.distance(cos * x + sin * y, cos * y - sin * x, radius));
                for (int channel = 0; channel < channels; channel++) {
                    pictures[start + (channel * side + row) * side + column] =
                            (float) (PAPER + covered * (ink[channel] - PAPER));
                }
            }
        }
        return label;
    }

    private float[] ink(RandomStream random) {
        if (channels == 1) {
            return new float[] {1};
        }
        float[] ink = new float[channels];
        int brightest = random.below(channels);
        int darkest = (brightest + 1 + random.below(channels - 1)) % channels;
        Arrays.fill(ink, (float) (2 * random.uniform() - 1));
        ink[brightest] = 1;
        ink[darkest] = -1;
        return ink;
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
