package lipschitzlab.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.dataset.StoredSamples;

/** Training samples of each class, of a file each at most once in a draw. */
final class ClassSamples {
    private final Dataset data;
    private final int classes;
    private final int length;

    /** Places in the file by class; of data that are drawn anew, none. */
    private final Optional<int[][]> places;

    ClassSamples(Dataset data) {
        this.data = data;
        this.classes = data.classNames().size();
        this.length = data.sampleShape().length();
        this.places = data.stored().map(this::places);
    }

    private int[][] places(StoredSamples stored) {
        int[] labels = IntStream.range(0, stored.count())
                .map(place -> stored.samples(place, 1).labels()[0])
                .toArray();
        int[][] byClass = new int[classes][];
        Arrays.setAll(byClass, label -> IntStream.range(0, labels.length)
                .filter(place -> labels[place] == label)
                .toArray());
        return byClass;
    }

    /** How many there are of a class; of data that are drawn anew, any number. */
    int count(int label) {
        return places.map(all -> all[label].length).orElse(Integer.MAX_VALUE);
    }

    /**
     * Some of each class.
     *
     * @param count of each, no more than there are
     * @return by class, row-major
     */
    List<float[]> draw(int count, RandomStream random) {
        return places.map(all -> Arrays.stream(all)
                        .map(own -> stored(own.clone(), count, random))
                        .toList())
                .orElseGet(() -> anew(count, random));
    }

    private float[] stored(int[] places, int count, RandomStream random) {
        float[] chosen = new float[count * length];
        StoredSamples stored = data.stored().orElseThrow();
        for (int i = 0; i < count; i++) {
            int other = i + random.below(places.length - i);
            int place = places[other];
            places[other] = places[i];
            System.arraycopy(stored.samples(place, 1).values(), 0, chosen, i * length, length);
        }
        return chosen;
    }

    private List<float[]> anew(int count, RandomStream random) {
        List<float[]> chosen = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            chosen.add(new float[count * length]);
        }
        int[] have = new int[classes];
        while (Arrays.stream(have).anyMatch(number -> number < count)) {
            LabelledSamples batch = data.labelledBatch(count, random);
            for (int i = 0; i < batch.labels().length; i++) {
                int label = batch.labels()[i];
                if (have[label] < count) {
                    System.arraycopy(batch.values(), i * length, chosen.get(label), have[label]++ * length, length);
                }
            }
        }
        return chosen;
    }

    /**
     * Those of each class among some samples.
     *
     * @param most how many of each at most
     * @return by class, row-major
     */
    static List<float[]> byClass(LabelledSamples samples, int classes, int most, int length) {
        List<float[]> all = new ArrayList<>();
        for (int label = 0; label < classes; label++) {
            int own = label;
            int[] places = IntStream.range(0, samples.labels().length)
                    .filter(place -> samples.labels()[place] == own)
                    .limit(most)
                    .toArray();
            float[] values = new float[places.length * length];
            for (int i = 0; i < places.length; i++) {
                System.arraycopy(samples.values(), places[i] * length, values, i * length, length);
            }
            all.add(values);
        }
        return all;
    }
}
