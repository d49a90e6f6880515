package lipschitzlab.compute.device;

import java.util.List;
import lipschitzlab.compute.Engine;

/** The backend that was chosen for this run of the program; it creates an engine for each lane. */
public final class Backend {
    private final EngineProvider provider;
    private final Device device;
    private final String reason;
    private final List<String> notes;

    Backend(EngineProvider provider, Device device, String reason, List<String> notes) {
        this.provider = provider;
        this.device = device;
        this.reason = reason;
        this.notes = List.copyOf(notes);
    }

    /** The first backend that this machine can really run, as {@code choose("auto")}. */
    public static Backend choose() {
        return choose(EngineKind.AUTO);
    }

    /** The engine of this program that is asked for, on this machine; as {@link EngineCatalog#choose}. */
    public static Backend choose(String asked) {
        return EngineCatalog.ofThisMachine().choose(asked);
    }

    /** As {@link EngineCatalog#choose}, on a machine that was described and among these providers. */
    public static Backend choose(String asked, Machine machine, List<EngineProvider> providers) {
        return new EngineCatalog(machine, providers).choose(asked);
    }

    /** Every engine that the lab knows, and whether it runs on this machine; as {@link EngineCatalog#survey}. */
    public static List<EngineReport> survey(Machine machine) {
        return new EngineCatalog(machine, EngineCatalog.installed()).survey();
    }

    /** What computes. */
    public Device device() {
        return device;
    }

    /** Why this engine was chosen, and why not those before it, in sentences. */
    public String reason() {
        return notes.isEmpty() ? reason : reason + " " + String.join(" ", notes);
    }

    /** Why the engine that was wished for, or those that would come before this one, cannot run; a sentence or two each. */
    public List<String> notes() {
        return notes;
    }

    /** A new engine for one lane, with that many native threads. */
    public Engine create(int threads) {
        return provider.create(threads);
    }
}
