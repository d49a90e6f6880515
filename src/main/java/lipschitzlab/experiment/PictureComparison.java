package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import lipschitzlab.compute.Engine;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.feature.ClassifierCache;
import lipschitzlab.diagnostic.feature.FeatureNetwork;
import lipschitzlab.diagnostic.feature.FeatureNetworks;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.training.PictureMeasures;

/**
 * What all lanes of an experiment compare their pictures with. It is made once, on the thread that first asks, which may take a
 * minute where a classifier has to be trained; whoever asks meanwhile waits. May be used from several threads.
 */
final class PictureComparison {
    private final Dataset data;
    private final long seed;
    private final int every;
    private final Supplier<Engine> engines;
    private final Memoized<Made> made;

    /**
     * What was made.
     *
     * @param measures none if these data cannot be compared
     * @param notes in sentences, for a person
     */
    private record Made(Optional<PictureMeasures> measures, List<String> notes) {}

    /**
     * @param engines a new engine for each
     * @param cancelled asked now and then while a classifier is trained
     */
    PictureComparison(
            Dataset data, Preset preset, Supplier<Engine> engines, ClassifierCache cache, BooleanSupplier cancelled) {
        this.data = data;
        this.seed = preset.shared().get(SharedSettings.SEED);
        this.every = preset.shared().get(SharedSettings.MEASURES_EVERY);
        this.engines = engines;
        this.made = new Memoized<>(() -> make(cache, cancelled));
    }

    private Made make(ClassifierCache cache, BooleanSupplier cancelled) {
        Optional<String> obstacle = PictureMeasures.obstacle(data);
        if (obstacle.isPresent()) {
            return new Made(Optional.empty(), List.of(obstacle.get()));
        }
        List<String> notes = new ArrayList<>();
        PictureMeasures measures = withEngine(engine -> {
            FeatureNetwork features = FeatureNetworks.of(data, engine, cache, cancelled, notes::add);
            return new PictureMeasures(data, seed, features, engine);
        });
        notes.add(measures.words());
        return new Made(Optional.of(measures), List.copyOf(notes));
    }

    private <T> T withEngine(Function<Engine, T> work) {
        try (Engine engine = engines.get()) {
            return work.apply(engine);
        }
    }

    /** Whether pictures are to be compared at all. */
    boolean wanted() {
        return every > 0 && data.sampleShape().rank() > 1;
    }

    /** Generator steps from one comparison to the next; above 0 where it is wanted. */
    int every() {
        return every;
    }

    /** What compares them; none if these data cannot be compared, as {@link #notes} then say. Waits. */
    Optional<PictureMeasures> measures() {
        return made().measures();
    }

    /** What compares them, if that is known by now; never waits. */
    Optional<PictureMeasures> known() {
        return made.known().flatMap(Made::measures);
    }

    private Made made() {
        try {
            return made.get();
        } catch (CancellationException closing) {
            // Whoever asks now belongs to an experiment that is being closed, and shows the answer to nobody.
            return new Made(Optional.empty(), List.of());
        }
    }

    /** By which features they are compared and how good these are, or why they are not. Waits; empty where it is not wanted. */
    List<String> notes() {
        return wanted() ? made().notes() : List.of();
    }

    /** What the measures come to between real pictures. Waits; empty where it is not wanted or cannot be done. */
    Map<Metric, Floor> floors() {
        return wanted() ? measures().map(known -> withEngine(known::floors)).orElse(Map.of()) : Map.of();
    }
}
