package lipschitzlab.compute;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The suite on an engine of the class path; skipped as a whole where that engine cannot run and is not demanded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InstalledEngineConformance extends EngineConformance {
    private final EngineKind kind;
    private EngineProvider provider;

    protected InstalledEngineConformance(EngineKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void find() {
        provider = EngineUnderTest.of(kind);
    }

    @Override
    protected Engine engine() {
        return provider.create(1);
    }
}
