package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.EngineKind;
import lipschitzlab.compute.InstalledEngineConformance;

class LibTorchProcessorTest extends InstalledEngineConformance {
    LibTorchProcessorTest() {
        super(EngineKind.LIBTORCH_CPU);
    }
}
