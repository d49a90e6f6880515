package lipschitzlab.compute.nd4j.cpu;

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
import lipschitzlab.compute.nd4j.Nd4jKernels;
import lipschitzlab.compute.nd4j.Nd4jPlatform;
import lipschitzlab.compute.nd4j.Nd4jRuntime;
import lipschitzlab.compute.nd4j.Nd4jVersions;

/** ND4J on the processor. */
public final class Nd4jCpuProvider implements EngineProvider {
    @Override
    public String id() {
        return EngineKind.ND4J_CPU.id();
    }

    @Override
    public boolean isInstalled() {
        return Nd4jPlatform.CPU.isInstalled();
    }

    @Override
    public boolean needsNewStart() {
        return Nd4jRuntime.blocks(Nd4jPlatform.CPU);
    }

    @Override
    public void prepare(Machine machine, UnpackingWatcher watcher) {
        requireAvx2(machine);
        Nd4jRuntime.prepare(Nd4jPlatform.CPU, watcher);
    }

    /** What the processor cannot do is looked at first: its code would end the whole program. */
    private static void requireAvx2(Machine machine) {
        if (machine.lacksAvx2()) {
            throw new EngineUnavailableException(
                    "ND4J's native library needs a processor with AVX2, as Intel's and AMD's have had since 2013 to 2015;"
                            + " this one has none (" + machine.processor()
                            + "). LibTorch does not ask for it: start with "
                            + EngineKind.LIBTORCH_CPU.startOption().orElseThrow() + ".",
                    null);
        }
    }

    @Override
    public Device probe(Machine machine) {
        requireAvx2(machine);
        Path folder = NativeFolder.ofEngines().prepare();
        try (Engine engine = create(1)) {
            EngineSelfTest.check(engine);
        } catch (EngineUnavailableException otherBackend) {
            throw otherBackend;
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "ND4J's native library does not load. "
                            + NativeFailure.in(folder).inWords(failure),
                    failure);
        }
        return Device.processor(id(), machine, Nd4jVersions.of(Nd4jPlatform.CPU));
    }

    @Override
    public Engine create(int threads) {
        Nd4jRuntime.load(Nd4jPlatform.CPU);
        return Nd4jKernels.engine(new CpuOperations(), threads);
    }
}
