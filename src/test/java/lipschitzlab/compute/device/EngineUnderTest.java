package lipschitzlab.compute.device;

import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * An engine that the class path may hold or not. {@code -Dengine=ID} demands one: absent or unable, its tests then fail; those
 * of the others are skipped where they cannot run.
 */
public final class EngineUnderTest {
    private EngineUnderTest() {}

    /** That engine, tried; without it the calling test is skipped, or fails if the engine is demanded. */
    public static EngineProvider of(EngineKind kind) {
        EngineProvider provider = EngineCatalog.installed().stream()
                .filter(each -> each.id().equals(kind.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no provider is listed for " + kind.id()));
        try {
            Backend.choose(kind.id(), Machine.detect(), List.of(provider));
        } catch (EngineUnavailableException unavailable) {
            if (kind.id().equals(asked())) {
                throw new AssertionError("-Dengine=" + kind.id() + " demands this engine", unavailable);
            }
            Assumptions.abort(unavailable.getMessage());
        }
        return provider;
    }

    /** What tests that need any engine train with: the one that {@code -Dengine} demands, or what the lab would choose. */
    public static Backend chosen() {
        return Backend.choose(asked());
    }

    private static String asked() {
        return System.getProperty("engine", EngineKind.AUTO);
    }
}
