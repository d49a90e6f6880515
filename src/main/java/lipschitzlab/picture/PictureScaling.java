package lipschitzlab.picture;

import java.util.Arrays;
import lipschitzlab.compute.Shape;

/**
 * Brings square pictures in colour to one size and number of channels. To a smaller size each new pixel is the average of the area
 * that it covers, to a larger one it comes from cubic convolution (Keys 1981, with a = −1/2), in which pixels beyond an edge are
 * those of the edge. Grey is the luma of ITU-R BT.601.
 */
public final class PictureScaling {
    /** Parameter a of Keys' kernel. */
    private static final double A = -0.5;

    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private final int size;
    private final int channels;

    /** The weights of one new pixel: of the old ones from {@code first} on. */
    private record Taps(int first, double[] weights) {}

    /** A square picture that is asked for one row after the other. */
    interface Rows {
        /** Writes row y, {@code [3, side]}: red, green and blue from 0 to 255. */
        void read(int y, double[] row);
    }

    /**
     * @param size the new side in pixels
     * @param channels 1 for grey, 3 for red, green and blue
     */
    public PictureScaling(int size, int channels) {
        this.size = size;
        this.channels = channels;
    }

    /** Of a picture that was scaled: {@code [channel, size, size]}. */
    public Shape shape() {
        return Shape.of(channels, size, size);
    }

    /** What becomes of pictures, in words: "32×32 pixels in colour". */
    String words() {
        return size + "×" + size + " pixels in " + (channels == 1 ? "grey" : "colour");
    }

    /**
     * The picture at its new size.
     *
     * @param side the old one in pixels
     * @return {@code [channel, size, size]}, unsigned
     */
    byte[] scale(int side, Rows rows) {
        Taps[] taps = taps(side);
        double[] sums = new double[channels * size * size];
        double[] row = new double[LUMA.length * side];
        double[] narrow = new double[channels * size];
        for (int y = 0; y < side; y++) {
            rows.read(y, row);
            if (channels == 1) {
                toGrey(row, side);
            }
            narrow(row, side, taps, narrow);
            for (int to = 0; to < size; to++) {
                int tap = y - taps[to].first();
                if (tap >= 0 && tap < taps[to].weights().length) {
                    add(narrow, taps[to].weights()[tap], to, sums);
                }
            }
        }
        return bytes(sums);
    }

    /** Puts the luma into the first channel. */
    private static void toGrey(double[] row, int side) {
        for (int x = 0; x < side; x++) {
            row[x] = LUMA[0] * row[x] + LUMA[1] * row[side + x] + LUMA[2] * row[2 * side + x];
        }
    }

    private void narrow(double[] row, int side, Taps[] taps, double[] narrow) {
        for (int channel = 0; channel < channels; channel++) {
            for (int x = 0; x < size; x++) {
                double sum = 0;
                double[] weights = taps[x].weights();
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * row[channel * side + taps[x].first() + i];
                }
                narrow[channel * size + x] = sum;
            }
        }
    }

    private void add(double[] narrow, double weight, int to, double[] sums) {
        for (int channel = 0; channel < channels; channel++) {
            for (int x = 0; x < size; x++) {
                sums[(channel * size + to) * size + x] += weight * narrow[channel * size + x];
            }
        }
    }

    private static byte[] bytes(double[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
        }
        return bytes;
    }

    private Taps[] taps(int side) {
        Taps[] taps = new Taps[size];
        for (int to = 0; to < size; to++) {
            taps[to] = side < size ? cubic(to, side) : area(to, side);
        }
        return taps;
    }

    private Taps area(int to, int side) {
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

    private Taps cubic(int to, int side) {
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
