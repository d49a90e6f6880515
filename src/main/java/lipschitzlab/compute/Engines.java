package lipschitzlab.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The engine that was chosen for this run of the program: made once, at start, and handed to whoever makes lanes. */
public final class Engines {
    private final EngineProvider provider;
    private final Device device;
    private final String reason;

    private Engines(EngineProvider provider, Device device, String reason) {
        this.provider = provider;
        this.device = device;
        this.reason = reason;
    }

    /**
     * The first engine on the class path that this machine can really run.
     *
     * @throws EngineUnavailableException if there is none, with every engine's reason
     */
    public static Engines choose() {
        List<String> refusals = new ArrayList<>();
        for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
            try {
                Device device = provider.probe();
                String reason = refusals.isEmpty()
                        ? "the first engine on the class path, and it passed its check"
                        : "the first engine that passed its check; " + String.join("; ", refusals);
                return new Engines(provider, device, reason);
            } catch (EngineUnavailableException unavailable) {
                refusals.add(provider.id() + ": " + unavailable.getMessage());
            }
        }
        throw new EngineUnavailableException(
                refusals.isEmpty()
                        ? "No engine is on the class path. Start the program with the libraries beside its jar."
                        : "No engine can run here. " + String.join("; ", refusals),
                null);
    }

    /** What computes. */
    public Device device() {
        return device;
    }

    /** Why this engine was chosen, as half a sentence. */
    public String reason() {
        return reason;
    }

    /** A new engine for one lane, with that many native threads. */
    public Engine create(int threads) {
        return provider.create(threads);
    }
}
