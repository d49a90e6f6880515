package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.device.EngineKind;

/** LibTorch on an NVIDIA card, with a CUDA 13 that is installed on the machine. */
public final class LibTorchCuda13Provider extends LibTorchCardProvider {
    public LibTorchCuda13Provider() {
        super(EngineKind.LIBTORCH_CUDA13);
    }
}
