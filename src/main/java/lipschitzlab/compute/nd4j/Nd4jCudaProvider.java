package lipschitzlab.compute.nd4j;

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
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * ND4J on an NVIDIA card. What could go wrong is looked at in the order in which it costs nothing: the card's generation, then
 * CUDA, and only then ND4J, which cannot go back to the processor once it has begun with CUDA.
 */
public final class Nd4jCudaProvider implements EngineProvider {
    @Override
    public String id() {
        return EngineKind.ND4J_CUDA.id();
    }

    @Override
    public boolean isInstalled() {
        return Nd4jPlatform.CUDA.isInstalled();
    }

    @Override
    public boolean needsNewStart() {
        return Nd4jRuntime.blocks(Nd4jPlatform.CUDA);
    }

    @Override
    public void prepare(Machine machine, UnpackingWatcher watcher) {
        EngineKind.ND4J_CUDA.requireCard(machine);
        Nd4jRuntime.prepare(Nd4jPlatform.CUDA, watcher);
    }

    @Override
    public Device probe(Machine machine) {
        NvidiaCard first = EngineKind.ND4J_CUDA.requireCard(machine);
        Path folder = NativeFolder.ofEngines().prepare();
        if (!Nd4jRuntime.onCard()) {
            CudaBackend.requireCuda();
        }
        try (Engine engine = create(1)) {
            EngineSelfTest.check(engine);
        } catch (EngineUnavailableException otherBackend) {
            throw otherBackend;
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "ND4J does not compute on " + first.name() + ". "
                            + NativeFailure.in(folder).inWords(failure)
                            + " Start the program again with --engine nd4j-cpu to train on the CPU.",
                    failure);
        }
        return Device.card(id(), cardInUse(machine, first), Nd4jVersions.of(Nd4jPlatform.CUDA));
    }

    /** CUDA counts the fastest card first, the driver the one in the first slot. */
    private static NvidiaCard cardInUse(Machine machine, NvidiaCard first) {
        String name = NativeOpsHolder.getInstance().getDeviceNativeOps().getDeviceName(0);
        return machine.cards().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElse(first);
    }

    @Override
    public Engine create(int threads) {
        Nd4jRuntime.load(Nd4jPlatform.CUDA);
        return Nd4jKernels.engine(new ExecutionerOperations(), threads);
    }
}
