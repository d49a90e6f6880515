package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineConformance;
import org.junit.jupiter.api.BeforeAll;

class LibTorchEngineTest extends EngineConformance {
    @BeforeAll
    static void load() {
        LibTorchRuntime.load();
    }

    @Override
    protected Engine engine() {
        return new LibTorchEngine(new TorchProcessor(1));
    }
}
