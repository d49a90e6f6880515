package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.InstalledEngineConformance;
import lipschitzlab.compute.device.EngineKind;

class LibTorchCuda13Test extends InstalledEngineConformance {
    LibTorchCuda13Test() {
        super(EngineKind.LIBTORCH_CUDA13);
    }
}
