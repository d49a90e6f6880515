package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineConformance;
import org.junit.jupiter.api.BeforeAll;

class Nd4jEngineTest extends EngineConformance {
    @BeforeAll
    static void load() {
        Nd4jRuntime.load();
    }

    @Override
    protected Engine engine() {
        return new Nd4jEngine(1);
    }
}
