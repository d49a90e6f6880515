package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.device.EngineKind;

/** LibTorch on an NVIDIA card, with all of CUDA 12.6 that it needs beside it. */
public final class LibTorchCudaProvider extends LibTorchCardProvider {
    public LibTorchCudaProvider() {
        super(EngineKind.LIBTORCH_CUDA);
    }
}
