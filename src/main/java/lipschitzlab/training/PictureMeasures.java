package lipschitzlab.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.StoredSamples;
import lipschitzlab.diagnostic.feature.Classifier;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.sample.LaplacianSlicedWasserstein;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;

/**
 * Compares generated pictures with held-out ones, which are the same ones in every lane and at every step. Always with as many
 * generated as held-out ones, since the Fréchet distance depends on how many there are. None of these is FID or IS, whose features are
 * those of a downloaded network. Never changed; may be used by several lanes at once, each with its own engine.
 */
public final class PictureMeasures {
    /** With fewer held-out pictures these measures say nothing. */
    static final int FEWEST = 50;

    private static final int SAMPLES = 1_000;

    private final Dataset data;
    private final long seed;
    private final FeatureNetwork features;
    private final int samples;
    private final FeatureComparison comparison;
    private final LaplacianSlicedWasserstein pyramid;

    /**
     * @param data of pictures, at least {@link #FEWEST} of which are held out
     * @param seed the experiment's, which decides the held-out pictures
     * @param engine computes the features of these; nothing of it is kept
     */
    public PictureMeasures(Dataset data, long seed, FeatureNetwork features, Engine engine) {
        this(data, seed, features, engine, SAMPLES);
    }

    PictureMeasures(Dataset data, long seed, FeatureNetwork features, Engine engine, int most) {
        this.data = data;
        this.seed = seed;
        this.features = features;
        float[] heldOut = heldOut(data, seed, most);
        this.samples = heldOut.length / data.sampleShape().length();
        this.comparison = new FeatureComparison(features.of(heldOut, engine));
        this.pyramid = LaplacianSlicedWasserstein.from(
                heldOut, data.sampleShape(), RandomStream.of(seed, RandomPurpose.COMPARED_PATCHES));
    }

    /** Why these data cannot be compared like this, in a sentence; empty if they can. */
    public static Optional<String> obstacle(Dataset data) {
        Shape sample = data.sampleShape();
        if (sample.rank() != 3 || sample.size(1) != sample.size(2)) {
            return Optional.of("Only square pictures are compared by their features.");
        }
        int heldOut = heldOut(data, 0, FEWEST).length / sample.length();
        return heldOut >= FEWEST
                ? Optional.empty()
                : Optional.of("Pictures are not compared by their features: only " + heldOut
                        + " are held out, and with fewer than " + FEWEST + " such measures say nothing.");
    }

    private static float[] heldOut(Dataset data, long seed, int most) {
        return data.heldOutOnce(most, RandomStream.of(seed, RandomPurpose.COMPARED_HELD_OUT))
                .values();
    }

    /** How many generated pictures are compared with as many held-out ones. */
    public int samples() {
        return samples;
    }

    /** Whose features they are compared by. */
    public FeatureNetwork features() {
        return features;
    }

    /** What is compared and by which features, in a sentence. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "Pictures are compared by %s: %,d generated with %,d held-out ones.",
                features.words(),
                samples,
                samples);
    }

    /**
     * All measures.
     *
     * @param pictures as many as {@link #samples}, row-major
     * @param engine computes their features; nothing of it is kept
     */
    public Map<Metric, Double> of(float[] pictures, Engine engine) {
        if (pictures.length != samples * data.sampleShape().length()) {
            throw new IllegalArgumentException("expected " + samples + " pictures of "
                    + data.sampleShape().length() + " numbers, found " + pictures.length + " numbers");
        }
        Map<Metric, Double> measures = comparison.of(features.of(pictures, engine));
        measures.put(Metric.SLICED_WASSERSTEIN_PYRAMID, pyramid.to(pictures));
        return measures;
    }

    /**
     * In what share of pictures the classifier finds the class that was asked for; none where features are not a classifier's.
     *
     * @param pictures row-major
     * @param labels the class of each
     */
    public OptionalDouble agreement(float[] pictures, int[] labels, Engine engine) {
        if (!(features instanceof Classifier classifier)) {
            return OptionalDouble.empty();
        }
        int[] found = classifier.classify(pictures, engine);
        return IntStream.range(0, found.length)
                .mapToDouble(i -> found[i] == labels[i] ? 1 : 0)
                .average();
    }

    /** What the measures come to between training and held-out pictures, over several draws; takes some seconds. */
    public Map<Metric, Floor> floors(Engine engine) {
        Map<Metric, List<Double>> draws = new EnumMap<>(Metric.class);
        for (int draw = 0; draw < DistanceFloors.DRAWS; draw++) {
            of(training(RandomStream.of(seed, RandomPurpose.COMPARED_FLOOR, draw)), engine)
                    .forEach((metric, value) -> draws.computeIfAbsent(metric, each -> new ArrayList<>())
                            .add(value));
        }
        Map<Metric, Floor> floors = new EnumMap<>(Metric.class);
        draws.forEach((metric, values) -> floors.put(metric, DistanceFloors.floor(values, samples)));
        return floors;
    }

    /** Training pictures, of a file each at most once. */
    private float[] training(RandomStream random) {
        return data.stored()
                .filter(stored -> stored.count() >= samples)
                .map(stored -> once(stored, random))
                .orElseGet(() -> data.batch(samples, random));
    }

    private float[] once(StoredSamples stored, RandomStream random) {
        int length = data.sampleShape().length();
        int[] places = IntStream.range(0, stored.count()).toArray();
        float[] chosen = new float[samples * length];
        for (int i = 0; i < samples; i++) {
            int other = i + random.below(places.length - i);
            int place = places[other];
            places[other] = places[i];
            System.arraycopy(stored.samples(place, 1).values(), 0, chosen, i * length, length);
        }
        return chosen;
    }
}
