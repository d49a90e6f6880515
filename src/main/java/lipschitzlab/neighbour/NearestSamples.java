package lipschitzlab.neighbour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.dataset.StoredSamples;

/**
 * The training samples that are nearest to a sample.
 *
 * @param neighbours the nearest first
 * @param searched how many samples were looked at
 * @param stored whether these are all that are trained on; otherwise they were drawn for this, since the data are drawn anew
 */
public record NearestSamples(List<Neighbour> neighbours, int searched, boolean stored) {
    /** So many are drawn of data that are drawn anew. */
    public static final int DRAWN = 4096;

    private static final int CHUNK = 512;

    /**
     * One of them.
     *
     * @param sample its values
     * @param className of its class; empty where the data have no classes
     */
    public record Neighbour(double distance, float[] sample, String className) {}

    /** Copies the list. */
    public NearestSamples {
        neighbours = List.copyOf(neighbours);
    }

    /** How many samples a search goes through. */
    public static int count(Dataset data) {
        return data.stored().map(StoredSamples::count).orElse(DRAWN);
    }

    /**
     * Searches them, part by part.
     *
     * @param seed of the samples that are drawn, the same at each call
     * @param count how many are wanted
     * @param goOn asked before each part, given how many samples were searched by then
     * @return nothing if it was not to go on
     */
    public static Optional<NearestSamples> search(
            Dataset data, long seed, float[] sample, int count, SampleDistance distance, IntPredicate goOn) {
        Optional<StoredSamples> stored = data.stored();
        int all = count(data);
        SampleDistance.Distances distances = distance.from(sample);
        PriorityQueue<Neighbour> nearest = new PriorityQueue<>(
                Comparator.comparingDouble(Neighbour::distance).reversed());
        for (int first = 0; first < all; first += CHUNK) {
            if (!goOn.test(first)) {
                return Optional.empty();
            }
            int size = Math.min(CHUNK, all - first);
            int start = first;
            LabelledSamples part = stored.map(samples -> samples.samples(start, size))
                    .orElseGet(() ->
                            data.labelledBatch(size, RandomStream.of(seed, RandomPurpose.NEIGHBOURS, start / CHUNK)));
            keepNearest(nearest, part, distances.to(start, part.values()), count, data.classNames());
        }
        return Optional.of(new NearestSamples(
                nearest.stream()
                        .sorted(Comparator.comparingDouble(Neighbour::distance))
                        .toList(),
                all,
                stored.isPresent()));
    }

    private static void keepNearest(
            PriorityQueue<Neighbour> nearest,
            LabelledSamples part,
            double[] distances,
            int count,
            List<String> classNames) {
        int length = part.values().length / distances.length;
        for (int i = 0; i < distances.length; i++) {
            if (nearest.size() < count || distances[i] < nearest.element().distance()) {
                String name = part.labels().length == 0 ? "" : classNames.get(part.labels()[i]);
                float[] values = Arrays.copyOfRange(part.values(), i * length, (i + 1) * length);
                nearest.add(new Neighbour(distances[i], values, name));
                if (nearest.size() > count) {
                    nearest.remove();
                }
            }
        }
    }
}
