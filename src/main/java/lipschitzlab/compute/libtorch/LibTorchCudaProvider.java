package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.Machine;
import lipschitzlab.compute.device.UnpackingWatcher;

/** LibTorch on an NVIDIA card, with all of CUDA 12.6 that it needs beside it. */
public final class LibTorchCudaProvider implements EngineProvider {
    private final LibTorchCard card = new LibTorchCard(EngineKind.LIBTORCH_CUDA);

    @Override
    public String id() {
        return card.kind().id();
    }

    @Override
    public boolean isInstalled() {
        return card.isInstalled();
    }

    @Override
    public void prepare(Machine machine, UnpackingWatcher watcher) {
        card.prepare(machine, watcher);
    }

    @Override
    public Device probe(Machine machine) {
        return card.probe(machine);
    }

    @Override
    public Engine create(int threads) {
        return card.create();
    }
}
