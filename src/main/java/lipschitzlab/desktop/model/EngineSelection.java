package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineUnavailableException;

/**
 * Which engine computes in the window, and which others could. Looking for cards and loading libraries takes long: what
 * chooses is for one background thread.
 */
public final class EngineSelection {
    private static final String AT_ONCE = "It takes effect at once; the experiment starts again.";
    private static final String NEXT_START = "It takes effect at the next start of the program.";

    private final Supplier<EngineCatalog> source;
    private final EnginePreference preference;
    private final Optional<String> asked;
    private final UnpackingProgress unpacking = new UnpackingProgress();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Map<EngineKind, String> refusals = new EnumMap<>(EngineKind.class);
    private Optional<EngineCatalog> catalog = Optional.empty();
    private Optional<Backend> current = Optional.empty();
    private Optional<EngineUnavailableException> refusal = Optional.empty();

    /**
     * What a choice came to.
     *
     * @param backend what computes now
     * @param wished what was chosen; not the same if it takes effect at the next start or could not run
     * @param offers what may be chosen next
     */
    public record Choice(Backend backend, String wished, List<EngineOffer> offers) {}

    /**
     * A selection that chooses nothing yet.
     *
     * @param asked the engine that this start of the program asks for, and no other; if none, the one that was remembered, or
     *     in its place the first that can run
     */
    public EngineSelection(Supplier<EngineCatalog> source, EnginePreference preference, Optional<String> asked) {
        this.source = source;
        this.preference = preference;
        this.asked = asked;
    }

    /**
     * Chooses for the first time.
     *
     * @throws EngineUnavailableException if what this start asks for cannot run, or nothing can
     */
    public Choice start() {
        try {
            return first();
        } catch (EngineUnavailableException unavailable) {
            refusal = Optional.of(unavailable);
            throw unavailable;
        } finally {
            started.countDown();
        }
    }

    private Choice first() {
        String wished = asked.orElseGet(preference::wished);
        Backend found = asked.isPresent() ? catalog().choose(wished) : catalog().prefer(wished);
        current = Optional.of(found);
        return choice(found, wished);
    }

    /** Looked up once; again only if that failed. */
    private EngineCatalog catalog() {
        if (catalog.isEmpty()) {
            catalog = Optional.of(source.get().watchedBy(unpacking));
        }
        return catalog.get();
    }

    /** How far the unpacking of native libraries is. For any thread. */
    UnpackingProgress unpacking() {
        return unpacking;
    }

    /** Whether {@link #start} came to an end, well or not, within that time. Waits; for any thread. */
    public boolean awaitStart(long seconds) throws InterruptedException {
        return started.await(seconds, TimeUnit.SECONDS);
    }

    /**
     * Chooses another engine and remembers it; where only a new start of the program can bring it, what computes stays.
     *
     * @throws EngineUnavailableException if it cannot run: then what computes and what was remembered stay
     */
    Choice change(String id) {
        if (!waitsForStart(id)) {
            try {
                current = Optional.of(catalog().choose(id));
            } catch (EngineUnavailableException unavailable) {
                if (!id.equals(EngineKind.AUTO)) {
                    refusals.put(EngineKind.of(id), unavailable.getMessage());
                }
                throw unavailable;
            }
        }
        preference.remember(id);
        return choice(current(), id);
    }

    /**
     * What computes.
     *
     * @throws EngineUnavailableException if nothing can, with the reason that was found at the start
     */
    Backend current() {
        return current.orElseThrow(
                () -> refusal.<RuntimeException>map(first -> new EngineUnavailableException(first.getMessage(), first))
                        .orElseGet(() -> new IllegalStateException("There is no engine that could compute it.")));
    }

    private boolean waitsForStart(String id) {
        return !id.equals(EngineKind.AUTO) && catalog().needsNewStart(EngineKind.of(id));
    }

    private Choice choice(Backend backend, String wished) {
        return new Choice(backend, wished, offers());
    }

    /** All that may be wished for, whether or not it can run. */
    List<EngineOffer> offers() {
        List<EngineOffer> offers = new ArrayList<>();
        offers.add(new EngineOffer(EngineKind.AUTO, true, "The first engine that can run here. " + AT_ONCE));
        for (EngineKind kind : EngineKind.values()) {
            offers.add(offer(kind));
        }
        return offers;
    }

    private EngineOffer offer(EngineKind kind) {
        Optional<String> obstacle =
                Optional.ofNullable(refusals.get(kind)).or(() -> catalog().obstacle(kind));
        return new EngineOffer(
                kind.id(),
                obstacle.isEmpty(),
                obstacle.orElseGet(() -> waitsForStart(kind.id()) ? NEXT_START : AT_ONCE));
    }
}
