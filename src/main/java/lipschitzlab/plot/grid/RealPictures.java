package lipschitzlab.plot.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;

/** Real pictures to look at, the same at each call: of a file those that are held out, none twice while there are others. */
public final class RealPictures {
    /** A file's few held-out pictures are drawn with replacement: so many times as many draws find nearly all of them. */
    private static final int DRAWS = 4;

    private RealPictures() {}

    /**
     * Some real pictures.
     *
     * @param count 1 or more
     * @return as many, with their classes where the data have classes
     */
    public static LabelledSamples of(Dataset data, long seed, int count) {
        LabelledSamples drawn = data.labelledHeldOut(DRAWS * count, RandomStream.of(seed, RandomPurpose.SHOWN_REAL));
        int length = data.sampleShape().length();
        int[] places = places(drawn.values(), length, count);
        float[] values = new float[count * length];
        int[] labels = new int[drawn.labels().length == 0 ? 0 : count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(drawn.values(), places[i] * length, values, i * length, length);
            if (labels.length > 0) {
                labels[i] = drawn.labels()[places[i]];
            }
        }
        return new LabelledSamples(values, labels);
    }

    /**
     * Some real pictures of each class, by class.
     *
     * @param each how many of a class, 1 or more
     * @return one list for each of the data's classes, with fewer pictures, or none, of a rare one
     */
    public static List<List<float[]>> ofEachClass(Dataset data, long seed, int each) {
        int length = data.sampleShape().length();
        List<List<float[]>> classes = new ArrayList<>();
        data.classNames().forEach(name -> classes.add(new ArrayList<>()));
        LabelledSamples drawn = of(data, seed, 2 * each * classes.size());
        for (int i = 0; i < drawn.labels().length; i++) {
            List<float[]> own = classes.get(drawn.labels()[i]);
            if (own.size() < each) {
                own.add(Arrays.copyOfRange(drawn.values(), i * length, (i + 1) * length));
            }
        }
        return classes;
    }

    /** The first places that differ; behind them, where there are too few, the others. */
    private static int[] places(float[] values, int length, int count) {
        int all = values.length / length;
        Set<Integer> seen = new HashSet<>();
        int[] places = new int[all];
        int fresh = 0;
        int again = all;
        for (int i = 0; i < all; i++) {
            if (seen.add(Arrays.hashCode(Arrays.copyOfRange(values, i * length, (i + 1) * length)))) {
                places[fresh++] = i;
            } else {
                places[--again] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }
}
