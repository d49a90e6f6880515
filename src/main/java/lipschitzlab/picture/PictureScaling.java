package lipschitzlab.picture;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.OptionalInt;
import lipschitzlab.compute.Shape;

/**
 * Brings pictures in colour to one size and number of channels: the square in the middle of each, or the whole picture between two
 * bars. To a smaller size each new pixel is the average of the area that it covers, to a larger one it comes from cubic convolution
 * (Keys 1981, with a = −1/2), in which pixels beyond an edge are those of the edge. Grey is the luma of ITU-R BT.601.
 */
final class PictureScaling {
    /** Parameter a of Keys' kernel. */
    private static final double A = -0.5;

    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private final int size;
    private final int channels;
    private final OptionalInt bars;

    /** The weights of one new pixel: of the old ones from {@code first} on. */
    private record Taps(int first, double[] weights) {}

    /** A picture that is asked for one row after the other. */
    interface Rows {
        /** Writes row y, {@code [3, width]}: red, green and blue from 0 to 255. */
        void read(int y, double[] row);
    }

    private PictureScaling(int size, int channels, OptionalInt bars) {
        this.size = size;
        this.channels = channels;
        this.bars = bars;
    }

    /**
     * Takes the square in the middle.
     *
     * @param size the new side in pixels
     * @param channels 1 for grey, 3 for red, green and blue
     */
    PictureScaling(int size, int channels) {
        this(size, channels, OptionalInt.empty());
    }

    /**
     * The same size and channels, but of the whole picture.
     *
     * @param level of the bars on both sides, from 0, black, to 255, white
     */
    PictureScaling padding(int level) {
        return new PictureScaling(size, channels, OptionalInt.of(level));
    }

    /** Of a picture that was scaled: {@code [channel, size, size]}. */
    Shape shape() {
        return Shape.of(channels, size, size);
    }

    /** What becomes of pictures, in words: "32×32 pixels in colour". */
    String words() {
        return size + "×" + size + " pixels in " + (channels == 1 ? "grey" : "colour");
    }

    /** The part of a picture that is scaled. */
    Rectangle region(int width, int height) {
        int side = Math.min(width, height);
        return bars.isPresent()
                ? new Rectangle(width, height)
                : new Rectangle((width - side) / 2, (height - side) / 2, side, side);
    }

    /** The luma of a pixel of a row. */
    static double luma(double[] row, int width, int x) {
        return LUMA[0] * row[x] + LUMA[1] * row[width + x] + LUMA[2] * row[2 * width + x];
    }

    /**
     * A region at its new size.
     *
     * @param width the old one in pixels, and so is the height
     * @return {@code [channel, size, size]}, unsigned
     */
    byte[] scale(int width, int height, Rows rows) {
        if (width == size && height == size) {
            return asTheyAre(rows);
        }
        int longer = Math.max(width, height);
        Taps[] across = taps(width, scaled(width, longer));
        Taps[] down = taps(height, scaled(height, longer));
        double[] sums = new double[channels * down.length * across.length];
        double[] row = new double[LUMA.length * width];
        double[] narrow = new double[channels * across.length];
        for (int y = 0; y < height; y++) {
            rows.read(y, row);
            if (channels == 1) {
                toGrey(row, width);
            }
            narrow(row, width, across, narrow);
            for (int to = 0; to < down.length; to++) {
                int tap = y - down[to].first();
                if (tap >= 0 && tap < down[to].weights().length) {
                    add(narrow, down[to].weights()[tap], to, down.length, sums);
                }
            }
        }
        return between(sums, down.length, across.length);
    }

    private byte[] asTheyAre(Rows rows) {
        double[] values = new double[channels * size * size];
        double[] row = new double[LUMA.length * size];
        for (int y = 0; y < size; y++) {
            rows.read(y, row);
            if (channels == 1) {
                toGrey(row, size);
            }
            for (int channel = 0; channel < channels; channel++) {
                System.arraycopy(row, channel * size, values, (channel * size + y) * size, size);
            }
        }
        return between(values, size, size);
    }

    private int scaled(int side, int longer) {
        return (int) Math.max(1, Math.round((double) size * side / longer));
    }

    /** Puts the luma into the first channel. */
    private static void toGrey(double[] row, int width) {
        for (int x = 0; x < width; x++) {
            row[x] = luma(row, width, x);
        }
    }

    private void narrow(double[] row, int width, Taps[] across, double[] narrow) {
        for (int channel = 0; channel < channels; channel++) {
            for (int x = 0; x < across.length; x++) {
                double sum = 0;
                double[] weights = across[x].weights();
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * row[channel * width + across[x].first() + i];
                }
                narrow[channel * across.length + x] = sum;
            }
        }
    }

    private void add(double[] narrow, double weight, int to, int height, double[] sums) {
        int width = narrow.length / channels;
        for (int channel = 0; channel < channels; channel++) {
            for (int x = 0; x < width; x++) {
                sums[(channel * height + to) * width + x] += weight * narrow[channel * width + x];
            }
        }
    }

    /** The picture in the middle, with bars beside it where it is no square. */
    private byte[] between(double[] values, int height, int width) {
        byte[] bytes = new byte[channels * size * size];
        Arrays.fill(bytes, (byte) bars.orElse(0));
        int top = (size - height) / 2;
        int left = (size - width) / 2;
        for (int i = 0; i < values.length; i++) {
            int channel = i / (height * width);
            int y = i / width % height;
            bytes[(channel * size + top + y) * size + left + i % width] =
                    (byte) Math.max(0, Math.min(255, Math.round(values[i])));
        }
        return bytes;
    }

    private static Taps[] taps(int from, int size) {
        Taps[] taps = new Taps[size];
        for (int to = 0; to < size; to++) {
            taps[to] = from < size ? cubic(to, from, size) : area(to, from, size);
        }
        return taps;
    }

    private static Taps area(int to, int side, int size) {
        double ratio = (double) side / size;
        int first = (int) ((long) to * side / size);
        int end = (int) (((to + 1L) * side + size - 1) / size);
        double[] weights = new double[end - first];
        for (int i = 0; i < weights.length; i++) {
            double from = Math.max(first + i, to * ratio);
            double until = Math.min(first + i + 1, (to + 1) * ratio);
            weights[i] = (until - from) / ratio;
        }
        return new Taps(first, weights);
    }

    private static Taps cubic(int to, int side, int size) {
        double centre = (to + 0.5) * side / size - 0.5;
        int start = (int) Math.floor(centre) - 1;
        double[] weights = new double[side];
        for (int i = start; i < start + 4; i++) {
            weights[Math.max(0, Math.min(side - 1, i))] += kernel(Math.abs(centre - i));
        }
        int first = Math.max(0, Math.min(side - 1, start));
        int end = Math.min(side, Math.max(1, start + 4));
        return new Taps(first, Arrays.copyOfRange(weights, first, end));
    }

    private static double kernel(double distance) {
        double d = distance;
        if (d < 1) {
            return ((A + 2) * d - (A + 3)) * d * d + 1;
        }
        return d < 2 ? ((A * d - 5 * A) * d + 8 * A) * d - 4 * A : 0;
    }
}
