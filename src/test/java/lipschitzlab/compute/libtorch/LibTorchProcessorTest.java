package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.InstalledEngineConformance;
import lipschitzlab.compute.device.EngineKind;

class LibTorchProcessorTest extends InstalledEngineConformance {
    LibTorchProcessorTest() {
        super(EngineKind.LIBTORCH_CPU);
    }
}
