package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineConformance;
import org.junit.jupiter.api.BeforeAll;

/** The engine as it runs on a card, but with ND4J's backend for the processor behind the same calls. */
class ExecutionerEngineTest extends EngineConformance {
    @BeforeAll
    static void load() {
        Nd4jRuntime.load(Nd4jPlatform.CPU);
    }

    @Override
    protected Engine engine() {
        return Nd4jKernels.engine(new ExecutionerOperations(), 1);
    }
}
