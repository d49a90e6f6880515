package lipschitzlab.desktop.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.feature.Classifier;
import lipschitzlab.diagnostic.feature.ClassifierCache;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.feature.FeatureNetworks;
import lipschitzlab.neighbour.FeatureDistance;
import lipschitzlab.neighbour.KeptFeatures;
import lipschitzlab.neighbour.NearestSamples;
import lipschitzlab.neighbour.PixelDistance;
import lipschitzlab.neighbour.SampleDistance;

/**
 * Searches the training pictures that are nearest to one. The features of the data that were searched last are kept until others are
 * searched or they are forgotten. Takes seconds, and a minute where a classifier has to be trained: on a background thread, one search
 * at a time.
 */
final class NeighbourSearch {
    /** How many are looked for. */
    static final int COUNT = 6;

    private final ClassifierCache classifiers;
    private Optional<Known> known = Optional.empty();

    /** What is kept of some data. */
    private record Known(Dataset data, long seed, FeatureNetwork network, List<String> told, KeptFeatures rows) {}

    /**
     * What is asked for.
     *
     * @param seed of the samples that are drawn, where the data are drawn anew
     * @param backend computes features
     */
    record Question(Dataset data, long seed, float[] sample, Backend backend) {}

    /**
     * What was found.
     *
     * @param words what was searched and what the numbers are, in sentences
     * @param takenFor the class that a classifier takes the picture for, where its features were compared
     */
    record Answer(NearestSamples nearest, String words, Optional<String> takenFor) {
        private Answer takenFor(Optional<String> name) {
            return new Answer(
                    nearest,
                    words
                            + name.map(known -> " The classifier takes the generated picture for: " + known + ".")
                                    .orElse(""),
                    name);
        }
    }

    /** @param classifiers by whose features pictures of data with classes are compared */
    NeighbourSearch(ClassifierCache classifiers) {
        this.classifiers = classifiers;
    }

    /**
     * Searches.
     *
     * @param goOn asked often
     * @param progress takes what is being done, in a few words
     * @return nothing if it was not to go on
     */
    Optional<Answer> answer(Question question, Resemblance by, BooleanSupplier goOn, Consumer<String> progress) {
        if (by == Resemblance.PIXELS) {
            return answer(question, by, new PixelDistance(), List.of(), goOn, progress);
        }
        try (Engine engine = question.backend().create(1)) {
            Known data = known(question, engine, goOn, progress);
            SampleDistance distance = new FeatureDistance(data.network(), data.rows(), engine);
            return answer(question, by, distance, data.told(), goOn, progress)
                    .map(found -> found.takenFor(takenFor(question, data.network(), engine)));
        } catch (CancellationException unwanted) {
            return Optional.empty();
        }
    }

    private static Optional<String> takenFor(Question question, FeatureNetwork network, Engine engine) {
        return network instanceof Classifier classifier
                ? Optional.of(question.data().classNames().get(classifier.classify(question.sample(), engine)[0]))
                : Optional.empty();
    }

    /** Keeps nothing of the data that were searched last. */
    void forget() {
        known = Optional.empty();
    }

    /** How much memory the features take that are kept. */
    long keptBytes() {
        return known.map(data -> data.rows().bytes()).orElse(0L);
    }

    private Known known(Question question, Engine engine, BooleanSupplier goOn, Consumer<String> progress) {
        Optional<Known> before = known.filter(each -> each.data() == question.data() && each.seed() == question.seed());
        if (before.isPresent()) {
            return before.get();
        }
        forget();
        progress.accept("Looking for the classifier of these data …");
        List<String> told = new ArrayList<>();
        // Asked only while a classifier is trained, between its steps: so the first question says that it is.
        BooleanSupplier cancelled = () -> {
            progress.accept("Training the classifier once, which takes about a minute …");
            return !goOn.getAsBoolean();
        };
        FeatureNetwork network = FeatureNetworks.of(question.data(), engine, classifiers, cancelled, told::add);
        Known made = new Known(question.data(), question.seed(), network, List.copyOf(told), new KeptFeatures());
        known = Optional.of(made);
        return made;
    }

    private static Optional<Answer> answer(
            Question question,
            Resemblance by,
            SampleDistance distance,
            List<String> told,
            BooleanSupplier goOn,
            Consumer<String> progress) {
        int all = NearestSamples.count(question.data());
        return NearestSamples.search(question.data(), question.seed(), question.sample(), COUNT, distance, searched -> {
                    progress.accept(String.format(Locale.ROOT, "Searching … %,d of %,d", searched, all));
                    return goOn.getAsBoolean();
                })
                .map(nearest -> new Answer(nearest, words(nearest, by, distance, told), Optional.empty()));
    }

    private static String words(NearestSamples found, Resemblance by, SampleDistance distance, List<String> told) {
        return (found.stored() ? "Among all " : "The data are drawn anew: among ")
                + String.format(Locale.ROOT, "%,d", found.searched())
                + (found.stored() ? " training pictures. " : " pictures that were drawn for this. ")
                + "Numbers: " + distance.unit() + ". " + by.meaning()
                + (told.isEmpty() ? "" : " " + String.join(" ", told));
    }
}
