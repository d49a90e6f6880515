package lipschitzlab.diagnostic.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The Laplacian pyramid of a square picture (Burt and Adelson 1983): at each size what the next smaller size, enlarged, does not
 * show; at the smallest the picture itself. Smoothed by the binomial 1 4 6 4 1; at the rim the picture is mirrored.
 */
final class LaplacianPyramid {
    private static final float[] BINOMIAL = {1f / 16, 4f / 16, 6f / 16, 4f / 16, 1f / 16};
    private static final int REACH = 2;

    private LaplacianPyramid() {}

    /**
     * The sides of the levels, from the picture's own, halved while it is even and the half is no smaller than {@code smallest}.
     */
    static List<Integer> sides(int side, int smallest) {
        List<Integer> sides = new ArrayList<>(List.of(side));
        int last = side;
        while (last % 2 == 0 && last / 2 >= smallest) {
            last /= 2;
            sides.add(last);
        }
        return sides;
    }

    /**
     * The levels of one channel.
     *
     * @param channel {@code [side, side]}
     * @param levels how many
     * @return from the largest to the smallest
     */
    static List<float[]> of(float[] channel, int side, int levels) {
        List<float[]> bands = new ArrayList<>();
        float[] here = channel;
        int size = side;
        for (int level = 1; level < levels; level++) {
            float[] smaller = halve(here, size);
            float[] shown = enlarge(smaller, size / 2);
            float[] band = new float[here.length];
            for (int i = 0; i < band.length; i++) {
                band[i] = here[i] - shown[i];
            }
            bands.add(band);
            here = smaller;
            size /= 2;
        }
        bands.add(here);
        return bands;
    }

    private static float[] halve(float[] picture, int side) {
        float[] smooth = smooth(picture, side, 1);
        int half = side / 2;
        float[] smaller = new float[half * half];
        for (int row = 0; row < half; row++) {
            for (int column = 0; column < half; column++) {
                smaller[row * half + column] = smooth[2 * row * side + 2 * column];
            }
        }
        return smaller;
    }

    /** Three of four pixels are empty before it is smoothed, so that the weights are taken fourfold. */
    private static float[] enlarge(float[] picture, int side) {
        int twice = 2 * side;
        float[] larger = new float[twice * twice];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                larger[2 * row * twice + 2 * column] = picture[row * side + column];
            }
        }
        return smooth(larger, twice, 2);
    }

    /** Along the rows and then along the columns. */
    private static float[] smooth(float[] picture, int side, float gain) {
        float[] rows = new float[picture.length];
        float[] smooth = new float[picture.length];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                rows[row * side + column] = gain * sum(picture, row * side, 1, column, side);
            }
        }
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                smooth[row * side + column] = gain * sum(rows, column, side, row, side);
            }
        }
        return smooth;
    }

    private static float sum(float[] numbers, int start, int stride, int centre, int length) {
        float sum = 0;
        for (int k = -REACH; k <= REACH; k++) {
            sum += BINOMIAL[k + REACH] * numbers[start + stride * mirrored(centre + k, length)];
        }
        return sum;
    }

    /** The pixel at the rim is not repeated. */
    private static int mirrored(int place, int length) {
        int positive = Math.abs(place);
        return positive < length ? positive : 2 * length - 2 - positive;
    }
}
