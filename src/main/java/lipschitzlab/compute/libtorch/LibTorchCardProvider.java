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
import lipschitzlab.compute.device.UnpackingWatcher;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch_cuda;

/** LibTorch on an NVIDIA card, in one of its builds: they differ in the cards that they hold code for, and in where CUDA comes from. */
abstract class LibTorchCardProvider implements EngineProvider {
    private final EngineKind kind;

    /** @param kind the build */
    LibTorchCardProvider(EngineKind kind) {
        this.kind = kind;
    }

    @Override
    public final String id() {
        return kind.id();
    }

    @Override
    public final boolean isInstalled() {
        return LibTorchLibrary.forCard(kind);
    }

    @Override
    public final void prepare(Machine machine, UnpackingWatcher watcher) {
        kind.requireCard(machine);
        if (!comesWithCuda()) {
            InstalledCuda.load();
        }
        LibTorchRuntime.prepareForCard(watcher);
    }

    @Override
    public final Device probe(Machine machine) {
        NvidiaCard card = kind.requireCard(machine);
        Path folder = NativeFolder.ofEngines().prepare();
        try {
            Loader.load(torch_cuda.class);
            if (torch_cuda.device_count() == 0) {
                throw new EngineUnavailableException(
                        "There is a driver, but no card: NVIDIA's driver shows " + kind.library()
                                + " no card to compute on.",
                        null);
            }
            try (Engine engine = create(1)) {
                EngineSelfTest.check(engine);
            }
        } catch (EngineUnavailableException noCard) {
            throw noCard;
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "LibTorch does not run on " + card.name() + ". "
                            + NativeFailure.in(folder).inWords(failure) + " " + requirement(),
                    failure);
        }
        return Device.card(kind.id(), card, LibTorchLibrary.versions());
    }

    /** What a user must have installed, as a sentence. */
    private String requirement() {
        return comesWithCuda()
                ? "It needs NVIDIA's driver of version " + kind.oldestDriver() + " or later, and nothing else."
                : InstalledCuda.requirement();
    }

    private boolean comesWithCuda() {
        return kind == EngineKind.LIBTORCH_CUDA;
    }

    @Override
    public final Engine create(int threads) {
        LibTorchRuntime.load();
        return LibTorchKernels.engine(new TorchCard());
    }
}
