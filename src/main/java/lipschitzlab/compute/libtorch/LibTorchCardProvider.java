package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.Device;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineKind;
import lipschitzlab.compute.EngineProvider;
import lipschitzlab.compute.EngineUnavailableException;
import lipschitzlab.compute.Machine;
import lipschitzlab.compute.NvidiaCard;
import lipschitzlab.compute.spi.SmallProduct;

/** LibTorch on an NVIDIA card. */
public final class LibTorchCardProvider implements EngineProvider {
    @Override
    public String id() {
        return EngineKind.LIBTORCH_CUDA.id();
    }

    @Override
    public boolean present() {
        return LibTorchLibrary.forCard();
    }

    @Override
    public Device probe(Machine machine) {
        NvidiaCard card = EngineKind.LIBTORCH_CUDA.requireCard(machine);
        try {
            CudaLibraries.load();
            try (Engine engine = create(1)) {
                SmallProduct.check(engine);
            }
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "LibTorch does not run on " + card.name() + " (" + firstLine(failure) + "). "
                            + CudaLibraries.requirement(),
                    failure);
        }
        return Device.card(id(), card, LibTorchLibrary.versions());
    }

    /** LibTorch puts its own stack behind the first line. */
    private static String firstLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("no reason given");
    }

    @Override
    public Engine create(int threads) {
        LibTorchRuntime.load();
        return LibTorchKernels.engine(new TorchCard());
    }
}
