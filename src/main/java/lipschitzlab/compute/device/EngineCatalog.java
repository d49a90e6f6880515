package lipschitzlab.compute.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The engines of this program on one machine, and how one of them is chosen.
 *
 * @param machine where they would run
 * @param providers those that the program knows, whether or not their libraries are on its class path
 * @param watcher who is told when native libraries are unpacked
 */
public record EngineCatalog(Machine machine, List<EngineProvider> providers, UnpackingWatcher watcher) {
    /** Copies the list. */
    public EngineCatalog {
        providers = List.copyOf(providers);
    }

    /** Engines whose unpacking nobody watches. */
    public EngineCatalog(Machine machine, List<EngineProvider> providers) {
        this(machine, providers, UnpackingWatcher.NONE);
    }

    /** The same engines; that one is told when native libraries are unpacked. */
    public EngineCatalog watchedBy(UnpackingWatcher other) {
        return new EngineCatalog(machine, providers, other);
    }

    /** This program's engines on this machine. Asks for the machine's cards, which may take some seconds. */
    public static EngineCatalog ofThisMachine() {
        return new EngineCatalog(Machine.detect(), installed());
    }

    static List<EngineProvider> installed() {
        return ServiceLoader.load(EngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    // ------------------------------------------------------------------ choosing

    /**
     * The engine that is asked for, and no other.
     *
     * @param asked an engine's id, or {@code auto} for the first that can really run
     * @throws lipschitzlab.setting.InputException if there is no engine of that id
     * @throws EngineUnavailableException if it cannot run, or with {@code auto} if none can
     */
    public Backend choose(String asked) {
        return asked.equals(EngineKind.AUTO)
                ? first("It is the first engine that can run here.", List.of())
                : named(EngineKind.of(asked));
    }

    /**
     * The engine that is wished for, or in its place the first that can run, with a note that says why.
     *
     * @throws lipschitzlab.setting.InputException if there is no engine of that id
     * @throws EngineUnavailableException if none can run
     */
    public Backend prefer(String wished) {
        if (wished.equals(EngineKind.AUTO)) {
            return choose(wished);
        }
        try {
            return choose(wished);
        } catch (EngineUnavailableException unavailable) {
            return first(
                    "It is the first engine that can run here in place of " + wished + ".",
                    List.of(unavailable.getMessage()));
        }
    }

    private Backend named(EngineKind kind) {
        EngineProvider provider =
                installedProvider(kind).orElseThrow(() -> new EngineUnavailableException(notInstalled(kind), null));
        return new Backend(provider, probe(provider), "It was asked for by name.", List.of());
    }

    private Backend first(String reason, List<String> earlierNotes) {
        List<String> notes = new ArrayList<>(earlierNotes);
        boolean cardTried = false;
        for (EngineKind kind : EngineKind.values()) {
            Optional<EngineProvider> provider = installedProvider(kind);
            if (provider.isPresent()) {
                cardTried |= kind.needsCard();
                try {
                    Device device = probe(provider.get());
                    if (!cardTried) {
                        idleCard().ifPresent(notes::add);
                    }
                    return new Backend(provider.get(), device, reason, distinct(notes));
                } catch (EngineUnavailableException unavailable) {
                    notes.add(unavailable.getMessage());
                }
            }
        }
        throw new EngineUnavailableException(
                notes.isEmpty()
                        ? "No engine is on the class path. Start the program with the libraries beside its jar."
                        : "No engine can run here. " + String.join(" ", distinct(notes)),
                null);
    }

    private static List<String> distinct(List<String> notes) {
        return notes.stream().distinct().toList();
    }

    private Optional<EngineProvider> installedProvider(EngineKind kind) {
        return providers.stream()
                .filter(provider -> provider.id().equals(kind.id()) && provider.isInstalled())
                .findFirst();
    }

    private static String notInstalled(EngineKind kind) {
        return kind.library() + " for " + kind.id() + " is not on the class path. "
                + kind.startOption()
                        .map(option -> "Start with " + option + ": mvn " + option + " javafx:run, or mvn " + option
                                + " package and the jar that it makes.")
                        .orElse("Start the program with the libraries beside its jar.");
    }

    private Optional<String> idleCard() {
        return machine.cards().stream()
                .findFirst()
                .map(card -> card.name() + " is not in use: no engine for it is on the class path. "
                        + CardAdvice.of(machine.cards()));
    }

    /** With which flag this machine's cards are to be used, as a sentence; none without cards or if the engine for them is there. */
    public Optional<String> advice() {
        boolean served = Arrays.stream(EngineKind.values())
                .anyMatch(kind -> kind.needsCard() && obstacle(kind).isEmpty());
        return machine.cards().isEmpty() || served ? Optional.empty() : Optional.of(CardAdvice.of(machine.cards()));
    }

    /** A provider may meet anything in a native library; here all of it becomes a reason. */
    private Device probe(EngineProvider provider) {
        try {
            provider.prepare(machine, watcher);
            return provider.probe(machine);
        } catch (EngineUnavailableException unavailable) {
            throw unavailable;
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    EngineKind.of(provider.id()).library() + " does not run here (" + failure + ").", failure);
        }
    }

    // ------------------------------------------------------------------ looking

    /** Every engine that the lab knows, in the order in which {@code auto} tries them; each that is there is tried. */
    public List<EngineReport> survey() {
        return Arrays.stream(EngineKind.values()).map(this::report).toList();
    }

    private EngineReport report(EngineKind kind) {
        Optional<EngineProvider> provider = installedProvider(kind);
        if (provider.isEmpty()) {
            return new EngineReport(kind, false, Optional.empty(), notInstalled(kind));
        }
        try {
            Device device = probe(provider.get());
            return new EngineReport(kind, true, Optional.of(device), "A small product came out right.");
        } catch (EngineUnavailableException unavailable) {
            return new EngineReport(kind, true, Optional.empty(), unavailable.getMessage());
        }
    }

    /**
     * What is known to keep an engine from running before anything of it is loaded: that its library is not on the class
     * path, or that it cannot drive the machine's card.
     */
    public Optional<String> obstacle(EngineKind kind) {
        if (installedProvider(kind).isEmpty()) {
            return Optional.of(notInstalled(kind));
        }
        try {
            if (kind.needsCard()) {
                kind.requireCard(machine);
            }
            return Optional.empty();
        } catch (EngineUnavailableException unavailable) {
            return Optional.of(unavailable.getMessage());
        }
    }

    /** Whether something that this program has loaded keeps an engine from running before a new start of the program. */
    public boolean needsNewStart(EngineKind kind) {
        return installedProvider(kind).filter(EngineProvider::needsNewStart).isPresent();
    }
}
