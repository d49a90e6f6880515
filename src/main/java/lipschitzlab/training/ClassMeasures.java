package lipschitzlab.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.diagnostic.feature.Classifier;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.sample.FeatureRows;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.setting.InputException;

/**
 * Compares the pictures that a generator makes of each class with held-out pictures of that class, so that a class that is missing
 * or drawn as another does not vanish in a mean. Of every class there are as many pictures, so that values compare between classes;
 * the Fréchet distance is there only where these are more than the features, since a covariance of fewer is singular.
 */
public final class ClassMeasures {
    /** Of each class at most. */
    private static final int SAMPLES = 1_000;

    /** Held-out pictures of all classes together at most. */
    private static final int MOST = 10_000;

    private final long seed;
    private final FeatureNetwork features;
    private final List<String> names;
    private final ClassSamples training;
    private final int samples;
    private final int length;
    private final List<float[]> heldOut;
    private final List<FeatureComparison> comparisons;

    /**
     * @param data of pictures with classes
     * @param seed the experiment's, which decides the held-out pictures
     * @param engine computes the features of these; nothing of it is kept
     * @throws InputException if too few pictures of a class are held out
     */
    public ClassMeasures(Dataset data, long seed, FeatureNetwork features, Engine engine) {
        this(data, seed, features, engine, SAMPLES);
    }

    ClassMeasures(Dataset data, long seed, FeatureNetwork features, Engine engine, int most) {
        this.seed = seed;
        this.features = features;
        this.names = data.classNames();
        this.length = data.sampleShape().length();
        this.training = new ClassSamples(data);
        LabelledSamples all = data.heldOutOnce(
                Math.min(MOST, 2 * most * names.size()), RandomStream.of(seed, RandomPurpose.COMPARED_HELD_OUT));
        this.samples = Math.min(most, smallest(all));
        this.heldOut = ClassSamples.byClass(all, names.size(), samples, length);
        this.comparisons = heldOut.stream()
                .map(pictures -> new FeatureComparison(features.of(pictures, engine)))
                .toList();
    }

    /** The size of the class with the fewest held-out pictures, for each of which there is one to train with. */
    private int smallest(LabelledSamples all) {
        int[] counts = new int[names.size()];
        Arrays.stream(all.labels()).forEach(label -> counts[label]++);
        for (int label = 0; label < counts.length; label++) {
            counts[label] = Math.min(counts[label], training.count(label));
        }
        int least = IntStream.range(0, counts.length)
                .reduce((a, b) -> counts[b] < counts[a] ? b : a)
                .orElseThrow();
        if (counts[least] < PictureMeasures.FEWEST) {
            throw new InputException(
                    "measures by class",
                    PictureMeasures.FEWEST + " held-out pictures or more of each class",
                    counts[least] + " of class " + names.get(least),
                    "One picture in ten is held out: take more pictures, or measure all classes together.");
        }
        return counts[least];
    }

    /** How many generated pictures of each class are compared with as many held-out ones. */
    public int samples() {
        return samples;
    }

    /** What is compared and which number is missing, in sentences. */
    public String words() {
        String compared = String.format(
                Locale.ROOT,
                "Pictures of each class are compared by the same features: %,d generated with %,d held-out ones of that class.",
                samples,
                samples);
        return frechet()
                ? compared
                : compared
                        + String.format(
                                Locale.ROOT,
                                " No Fréchet distance: the covariance of %d features needs more pictures than these.",
                                features.dimension());
    }

    private boolean frechet() {
        return samples > features.dimension();
    }

    /**
     * The measures of each class, by label.
     *
     * @param generated {@link #samples} pictures of each class by label, row-major
     * @param engine computes their features; nothing of it is kept
     */
    public List<Map<Metric, Double>> of(List<float[]> generated, Engine engine) {
        return IntStream.range(0, names.size())
                .mapToObj(label -> of(label, generated.get(label), engine))
                .toList();
    }

    private Map<Metric, Double> of(int label, float[] pictures, Engine engine) {
        Map<Metric, Double> measures = compared(label, pictures, engine);
        agreement(label, pictures, engine).ifPresent(share -> measures.put(Metric.CLASS_AGREEMENT, share));
        return measures;
    }

    /** Everything but the agreement. */
    private Map<Metric, Double> compared(int label, float[] pictures, Engine engine) {
        if (pictures.length != samples * length) {
            throw new IllegalArgumentException("expected " + samples + " pictures of " + length + " numbers, found "
                    + pictures.length + " numbers");
        }
        FeatureRows rows = features.of(pictures, engine);
        FeatureComparison comparison = comparisons.get(label);
        return frechet() ? comparison.of(rows) : comparison.withoutFrechet(rows);
    }

    private Optional<Double> agreement(int label, float[] pictures, Engine engine) {
        if (!(features instanceof Classifier classifier)) {
            return Optional.empty();
        }
        int[] found = classifier.classify(pictures, engine);
        return Optional.of(Arrays.stream(found).filter(each -> each == label).count() / (double) found.length);
    }

    /**
     * The same of a lane's generator. Classes are mixed as in training when their pictures are made: batch normalization judges a
     * sample by those beside it, and a batch of one class would look like none that the generator has learned from.
     */
    public List<Map<Metric, Double>> of(LaneTraining lane) {
        int[] labels = mixed(lane);
        return of(
                picked(new LaneProbe(lane).samples(labels.length, labels, SampleUse.MEASURED), labels), lane.engine());
    }

    /** The same of the averaged generator, if one is kept. */
    public Optional<List<Map<Metric, Double>>> ofAverage(LaneTraining lane) {
        int[] labels = mixed(lane);
        return new LaneProbe(lane)
                .averagedSamples(labels.length, labels, SampleUse.MEASURED)
                .map(made -> of(picked(made, labels), lane.engine()));
    }

    /** Classes as often as the data have them, so many that there are enough of each. */
    private int[] mixed(LaneTraining lane) {
        for (int count = 2 * samples * names.size(); ; count *= 2) {
            int[] labels = lane.classes().of(SampleUse.MEASURED, count, lane.seed());
            int enough = enough(labels);
            if (enough > 0) {
                return Arrays.copyOf(labels, enough);
            }
        }
    }

    /** How many of these labels have each class often enough; 0 if not all of them do. */
    private int enough(int[] labels) {
        int[] counts = new int[names.size()];
        int complete = 0;
        for (int i = 0; i < labels.length; i++) {
            complete += ++counts[labels[i]] == samples ? 1 : 0;
            if (complete == counts.length) {
                return i + 1;
            }
        }
        return 0;
    }

    private List<float[]> picked(float[] made, int[] labels) {
        return ClassSamples.byClass(new LabelledSamples(made, labels), names.size(), samples, length);
    }

    /**
     * What the measures of each class come to between its training and its held-out pictures, over several draws, by label; takes some
     * seconds. The agreement is that of the held-out pictures themselves, of which there is one draw: the classifier knows the others.
     */
    public List<Map<Metric, Floor>> floors(Engine engine) {
        List<Map<Metric, List<Double>>> draws = new ArrayList<>();
        names.forEach(name -> draws.add(new EnumMap<>(Metric.class)));
        for (int draw = 0; draw < DistanceFloors.DRAWS; draw++) {
            List<float[]> real = training.draw(samples, RandomStream.of(seed, RandomPurpose.COMPARED_FLOOR, draw));
            for (int label = 0; label < names.size(); label++) {
                Map<Metric, List<Double>> own = draws.get(label);
                compared(label, real.get(label), engine)
                        .forEach((metric, value) -> own.computeIfAbsent(metric, each -> new ArrayList<>())
                                .add(value));
            }
        }
        return IntStream.range(0, names.size())
                .mapToObj(label -> floors(label, draws.get(label), engine))
                .toList();
    }

    private Map<Metric, Floor> floors(int label, Map<Metric, List<Double>> draws, Engine engine) {
        Map<Metric, Floor> floors = new EnumMap<>(Metric.class);
        draws.forEach((metric, values) -> floors.put(metric, DistanceFloors.floor(values, samples)));
        agreement(label, heldOut.get(label), engine)
                .ifPresent(share -> floors.put(Metric.CLASS_AGREEMENT, DistanceFloors.floor(List.of(share), samples)));
        return floors;
    }
}
