package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.EngineKind;
import lipschitzlab.compute.InstalledEngineConformance;

class LibTorchCardTest extends InstalledEngineConformance {
    LibTorchCardTest() {
        super(EngineKind.LIBTORCH_CUDA);
    }
}
