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
import lipschitzlab.compute.device.UnpackingWatcher;

/** LibTorch on the processor. */
public final class LibTorchProcessorProvider implements EngineProvider {
    @Override
    public String id() {
        return EngineKind.LIBTORCH_CPU.id();
    }

    @Override
    public boolean isInstalled() {
        return LibTorchLibrary.forProcessor();
    }

    @Override
    public void prepare(Machine machine, UnpackingWatcher watcher) {
        LibTorchRuntime.prepare(watcher);
    }

    @Override
    public Device probe(Machine machine) {
        Path folder = NativeFolder.ofEngines().prepare();
        try (Engine engine = create(1)) {
            EngineSelfTest.check(engine);
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "LibTorch's native library does not load. "
                            + NativeFailure.in(folder).inWords(failure),
                    failure);
        }
        return Device.processor(id(), machine, LibTorchLibrary.versions());
    }

    @Override
    public Engine create(int threads) {
        LibTorchRuntime.load();
        LibTorchRuntime.limitOpenBlas(threads);
        return LibTorchKernels.engine(new TorchProcessor(threads));
    }
}
