package lipschitzlab.compute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The engine that was chosen for this run of the program, handed to whoever makes lanes; and how it is chosen. */
public final class Engines {
    private final EngineProvider provider;
    private final Device device;
    private final String reason;
    private final List<String> notes;

    private Engines(EngineProvider provider, Device device, String reason, List<String> notes) {
        this.provider = provider;
        this.device = device;
        this.reason = reason;
        this.notes = List.copyOf(notes);
    }

    // ------------------------------------------------------------------ choosing

    /** The first engine that this machine can really run, as {@code choose("auto")}. */
    public static Engines choose() {
        return choose(EngineKind.AUTO);
    }

    /**
     * The engine that is asked for, on this machine.
     *
     * @param asked an engine's id, or {@code auto} for the first that can really run
     * @throws lipschitzlab.setting.InputException if there is no engine of that id
     * @throws EngineUnavailableException if it cannot run, or with {@code auto} if none can
     */
    public static Engines choose(String asked) {
        return choose(asked, Machine.detect(), installed());
    }

    /** As {@link #choose(String)}, on a machine that was looked at before and among these providers. */
    public static Engines choose(String asked, Machine machine, List<EngineProvider> providers) {
        return asked.equals(EngineKind.AUTO)
                ? first(machine, providers, "It is the first engine that can run here.", List.of())
                : named(EngineKind.of(asked), machine, providers);
    }

    /**
     * The engine that is wished for, or in its place the first that can run, with a note that says why.
     *
     * @throws lipschitzlab.setting.InputException if there is no engine of that id
     * @throws EngineUnavailableException if none can run
     */
    public static Engines prefer(String wished, Machine machine, List<EngineProvider> providers) {
        try {
            return choose(wished, machine, providers);
        } catch (EngineUnavailableException unavailable) {
            if (wished.equals(EngineKind.AUTO)) {
                throw unavailable;
            }
            return first(
                    machine,
                    providers,
                    "It is the first engine that can run here in place of " + wished + ".",
                    List.of(unavailable.getMessage()));
        }
    }

    /** The providers that the program's class path names, whether or not their libraries are there. */
    public static List<EngineProvider> installed() {
        return ServiceLoader.load(EngineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Engines named(EngineKind kind, Machine machine, List<EngineProvider> providers) {
        EngineProvider provider =
                present(kind, providers).orElseThrow(() -> new EngineUnavailableException(absent(kind), null));
        return new Engines(provider, probe(provider, machine), "It was asked for by name.", List.of());
    }

    private static Engines first(
            Machine machine, List<EngineProvider> providers, String reason, List<String> earlierNotes) {
        List<String> notes = new ArrayList<>(earlierNotes);
        boolean cardTried = false;
        for (EngineKind kind : EngineKind.values()) {
            Optional<EngineProvider> provider = present(kind, providers);
            if (provider.isPresent()) {
                cardTried |= kind.needsCard();
                try {
                    Device device = probe(provider.get(), machine);
                    if (!cardTried) {
                        idleCard(machine).ifPresent(notes::add);
                    }
                    return new Engines(provider.get(), device, reason, distinct(notes));
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

    private static Optional<EngineProvider> present(EngineKind kind, List<EngineProvider> providers) {
        return providers.stream()
                .filter(provider -> provider.id().equals(kind.id()) && provider.present())
                .findFirst();
    }

    private static String absent(EngineKind kind) {
        return kind.library() + " for " + kind.id() + " is not on the class path. "
                + kind.startOption()
                        .map(option -> "Start with " + option + ": mvn " + option + " javafx:run, or mvn " + option
                                + " package and the jar that it makes.")
                        .orElse("Start the program with the libraries beside its jar.");
    }

    private static Optional<String> idleCard(Machine machine) {
        return machine.cards().stream()
                .findFirst()
                .map(card -> card.name() + " is not in use: no engine for it is on the class path. "
                        + EngineKind.remedy(card));
    }

    /** A provider may meet anything in a native library; here all of it becomes a reason. */
    private static Device probe(EngineProvider provider, Machine machine) {
        try {
            return provider.probe(machine);
        } catch (EngineUnavailableException unavailable) {
            throw unavailable;
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    EngineKind.of(provider.id()).library() + " does not run here (" + failure + ").", failure);
        }
    }

    // ------------------------------------------------------------------ surveying

    /** Every engine that the lab knows, in the order in which {@code auto} tries them; each that is there is tried. */
    public static List<EngineReport> survey(Machine machine) {
        return survey(machine, installed());
    }

    /** As {@link #survey(Machine)}, among these providers. */
    public static List<EngineReport> survey(Machine machine, List<EngineProvider> providers) {
        return Arrays.stream(EngineKind.values())
                .map(kind -> report(kind, machine, providers))
                .toList();
    }

    private static EngineReport report(EngineKind kind, Machine machine, List<EngineProvider> providers) {
        Optional<EngineProvider> provider = present(kind, providers);
        if (provider.isEmpty()) {
            return new EngineReport(kind, false, Optional.empty(), absent(kind));
        }
        try {
            Device device = probe(provider.get(), machine);
            return new EngineReport(kind, true, Optional.of(device), "It can run: a small product came out right.");
        } catch (EngineUnavailableException unavailable) {
            return new EngineReport(kind, true, Optional.empty(), unavailable.getMessage());
        }
    }

    /**
     * What is known to keep an engine from running on a machine before anything of it is loaded: that its library is not
     * on the class path, or that it cannot drive the machine's card.
     */
    public static Optional<String> obstacle(EngineKind kind, Machine machine, List<EngineProvider> providers) {
        if (present(kind, providers).isEmpty()) {
            return Optional.of(absent(kind));
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

    // ------------------------------------------------------------------ the chosen engine

    /** What computes. */
    public Device device() {
        return device;
    }

    /** Why this engine was chosen, and why not those before it, in sentences. */
    public String reason() {
        return notes.isEmpty() ? reason : reason + " " + String.join(" ", notes);
    }

    /** Why the engine that was asked for, or those that would come before this one, cannot run; a sentence or two each. */
    public List<String> notes() {
        return notes;
    }

    /** A new engine for one lane, with that many native threads. */
    public Engine create(int threads) {
        return provider.create(threads);
    }
}
