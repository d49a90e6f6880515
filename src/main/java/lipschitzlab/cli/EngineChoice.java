package lipschitzlab.cli;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.setting.InputException;

/** The engine that a command line asks for. */
final class EngineChoice {
    static final String OPTION = "--engine";

    private final Supplier<EngineCatalog> catalog;
    private Optional<String> asked = Optional.empty();

    EngineChoice(Supplier<EngineCatalog> catalog) {
        this.catalog = catalog;
    }

    /** All that may be asked for, for help and completion. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return EngineKind.choices().iterator();
        }
    }

    void ask(String id) {
        asked = Optional.of(id);
    }

    /** What was asked for, if anything was. */
    Optional<String> asked() {
        return asked;
    }

    /** The engines that could be chosen from. */
    EngineCatalog catalog() {
        return catalog.get();
    }

    /** As {@link #from}, on this machine. */
    Backend choose() {
        return from(catalog());
    }

    /**
     * The engine that is asked for.
     *
     * @throws InputException if it was asked for by name and cannot run, or there is none of that name
     * @throws EngineUnavailableException if none can run
     */
    Backend from(EngineCatalog engines) {
        String id = asked.orElse(EngineKind.AUTO);
        try {
            return engines.choose(id);
        } catch (EngineUnavailableException unavailable) {
            if (id.equals(EngineKind.AUTO)) {
                throw unavailable;
            }
            throw new InputException(
                    OPTION + " " + id,
                    "an engine that can run here",
                    "one that cannot",
                    unavailable.getMessage(),
                    unavailable);
        }
    }
}
