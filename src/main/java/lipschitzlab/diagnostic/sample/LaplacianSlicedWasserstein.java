package lipschitzlab.diagnostic.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.diagnostic.SlicedWasserstein;

/**
 * The sliced Wasserstein distance between patches of Laplacian pyramids (Karras et al. 2018, section 5): patches of 7×7 pixels from
 * each level, their channels brought to mean 0 and standard deviation 1 over each set, and the mean of the levels' distances. Large
 * sizes tell of noise and edges, small ones of layout; which object a picture shows this does not see.
 *
 * <p>The paper takes levels down to 16×16, 128 patches of each picture and 512 directions, of 16,384 pictures. Here pictures of 28×28
 * go down to 14×14, and there are fewer patches and directions, so that values compare with each other and not with the paper's.
 */
public final class LaplacianSlicedWasserstein {
    /** Pixels from edge to edge of a patch. */
    private static final int PATCH = 7;

    private static final int SMALLEST = 14;
    private static final int PATCHES = 8;
    private static final int PROJECTIONS = 64;

    private final Shape sample;
    private final int count;
    private final List<Integer> sides;
    /** Where patches start, by level: a row and a column for each. */
    private final List<int[]> corners = new ArrayList<>();

    private final List<SlicedWasserstein> levels = new ArrayList<>();

    private LaplacianSlicedWasserstein(float[] pictures, Shape sample, RandomStream random) {
        this.sample = sample;
        this.count = pictures.length / sample.length();
        this.sides = LaplacianPyramid.sides(sample.size(1), SMALLEST);
        for (int side : sides) {
            int[] places = new int[2 * PATCHES * count];
            for (int i = 0; i < places.length; i++) {
                places[i] = random.below(side - PATCH + 1);
            }
            corners.add(places);
        }
        List<float[]> patches = patches(pictures);
        for (float[] level : patches) {
            levels.add(SlicedWasserstein.from(level, patchLength(), PROJECTIONS, random));
        }
    }

    /**
     * Distances from one set of pictures.
     *
     * @param pictures {@code [count, …sample]} in row-major order
     * @param sample {@code [channel, side, side]}, with 14 pixels a side or more
     * @param random where patches lie, which is the same in every set, and the directions
     * @throws IllegalArgumentException if these are no square pictures, or smaller ones, or not a whole number of them
     */
    public static LaplacianSlicedWasserstein from(float[] pictures, Shape sample, RandomStream random) {
        if (sample.rank() != 3 || sample.size(1) != sample.size(2) || sample.size(1) < SMALLEST) {
            throw new IllegalArgumentException(
                    "expected square pictures of " + SMALLEST + " pixels a side or more, found " + sample);
        }
        if (pictures.length == 0 || pictures.length % sample.length() != 0) {
            throw new IllegalArgumentException(
                    "expected pictures of " + sample.length() + " numbers each, found " + pictures.length + " numbers");
        }
        return new LaplacianSlicedWasserstein(pictures, sample, random);
    }

    /** The mean of the distances of {@link #byLevel}; NaN if a picture is not finite. */
    public double to(float[] pictures) {
        double sum = 0;
        for (double level : byLevel(pictures)) {
            sum += level;
        }
        return sum / levels.size();
    }

    /**
     * The distances to another set of as many pictures, from the largest level to the smallest.
     *
     * @return pure numbers, 0 or more; NaN if a picture is not finite, also where no patch shows it
     * @throws IllegalArgumentException if the numbers of pictures differ
     */
    public double[] byLevel(float[] pictures) {
        if (pictures.length != count * sample.length()) {
            throw new IllegalArgumentException("expected " + count + " pictures of " + sample.length()
                    + " numbers, found " + pictures.length + " numbers");
        }
        double[] distances = new double[levels.size()];
        if (!new FeatureRows(pictures, sample.length()).isFinite()) {
            Arrays.fill(distances, Double.NaN);
            return distances;
        }
        List<float[]> patches = patches(pictures);
        for (int level = 0; level < distances.length; level++) {
            distances[level] = levels.get(level).to(patches.get(level));
        }
        return distances;
    }

    /** The sides of the levels, from the largest to the smallest. */
    public List<Integer> sides() {
        return List.copyOf(sides);
    }

    private int patchLength() {
        return sample.size(0) * PATCH * PATCH;
    }

    /** By level, {@code [count · PATCHES, channel, PATCH, PATCH]}. */
    private List<float[]> patches(float[] pictures) {
        int side = sample.size(1);
        int channels = sample.size(0);
        List<float[]> patches = new ArrayList<>();
        sides.forEach(each -> patches.add(new float[count * PATCHES * patchLength()]));
        int length = side * side;
        for (int picture = 0; picture < count; picture++) {
            for (int c = 0; c < channels; c++) {
                int start = (picture * channels + c) * length;
                float[] channel = Arrays.copyOfRange(pictures, start, start + length);
                List<float[]> bands = LaplacianPyramid.of(channel, side, sides.size());
                for (int level = 0; level < bands.size(); level++) {
                    copyPatches(bands.get(level), level, picture, c, patches.get(level));
                }
            }
        }
        patches.forEach(level -> standardize(level, channels));
        return patches;
    }

    private void copyPatches(float[] band, int level, int picture, int channel, float[] patches) {
        int side = sides.get(level);
        int[] places = corners.get(level);
        for (int patch = picture * PATCHES; patch < (picture + 1) * PATCHES; patch++) {
            int target = patch * patchLength() + channel * PATCH * PATCH;
            for (int row = 0; row < PATCH; row++) {
                int source = (places[2 * patch] + row) * side + places[2 * patch + 1];
                System.arraycopy(band, source, patches, target + row * PATCH, PATCH);
            }
        }
    }

    /** Each channel to mean 0 and standard deviation 1; one without any spread stays at 0. */
    private static void standardize(float[] patches, int channels) {
        int length = PATCH * PATCH;
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            double squares = 0;
            for (int start = c * length; start < patches.length; start += channels * length) {
                for (int i = start; i < start + length; i++) {
                    sum += patches[i];
                    squares += (double) patches[i] * patches[i];
                }
            }
            double number = (double) patches.length / channels;
            double mean = sum / number;
            double spread = Math.sqrt(Math.max(0, squares / number - mean * mean));
            double factor = spread > 0 ? 1 / spread : spread == 0 ? 0 : Double.NaN;
            for (int start = c * length; start < patches.length; start += channels * length) {
                for (int i = start; i < start + length; i++) {
                    patches[i] = (float) ((patches[i] - mean) * factor);
                }
            }
        }
    }
}
