package lipschitzlab.compute.libtorch;

import java.nio.file.Path;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.EngineSelfTest;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.device.Machine;
import lipschitzlab.compute.device.NativeFailure;
import lipschitzlab.compute.device.NativeFolder;
import lipschitzlab.compute.device.NvidiaCard;

/** LibTorch on an NVIDIA card. */
public final class LibTorchCardProvider implements EngineProvider {
    @Override
    public String id() {
        return EngineKind.LIBTORCH_CUDA.id();
    }

    @Override
    public boolean isInstalled() {
        return LibTorchLibrary.forCard();
    }

    @Override
    public Device probe(Machine machine) {
        NvidiaCard card = EngineKind.LIBTORCH_CUDA.requireCard(machine);
        Path folder = NativeFolder.ofEngines().prepare();
        try {
            CudaLibraries.load();
            try (Engine engine = create(1)) {
                EngineSelfTest.check(engine);
            }
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "LibTorch does not run on " + card.name() + ". "
                            + NativeFailure.in(folder).inWords(failure) + " " + CudaLibraries.requirement(),
                    failure);
        }
        return Device.card(id(), card, LibTorchLibrary.versions());
    }

    @Override
    public Engine create(int threads) {
        LibTorchRuntime.load();
        return LibTorchKernels.engine(new TorchCard());
    }
}
