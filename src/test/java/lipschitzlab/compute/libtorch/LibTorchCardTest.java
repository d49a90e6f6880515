package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.InstalledEngineConformance;
import lipschitzlab.compute.device.EngineKind;

class LibTorchCardTest extends InstalledEngineConformance {
    LibTorchCardTest() {
        super(EngineKind.LIBTORCH_CUDA);
    }
}
