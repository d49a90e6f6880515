package lipschitzlab.compute.nd4j;

import java.nio.file.Path;
import lipschitzlab.compute.Device;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineKind;
import lipschitzlab.compute.EngineProvider;
import lipschitzlab.compute.EngineUnavailableException;
import lipschitzlab.compute.Machine;
import lipschitzlab.compute.NativeFailure;
import lipschitzlab.compute.NativeFolder;
import lipschitzlab.compute.spi.SmallProduct;

/** ND4J on the processor. */
public final class Nd4jCpuProvider implements EngineProvider {
    @Override
    public String id() {
        return EngineKind.ND4J_CPU.id();
    }

    @Override
    public boolean present() {
        return Backend.CPU.present();
    }

    @Override
    public boolean needsNewStart() {
        return Nd4jRuntime.blocks(Backend.CPU);
    }

    /** What the processor cannot do is looked at first: its code would end the whole program. */
    @Override
    public Device probe(Machine machine) {
        if (machine.lacksAvx2()) {
            throw new EngineUnavailableException(
                    "ND4J's native library needs a processor with AVX2, as Intel's and AMD's have had since 2013 to 2015;"
                            + " this one has none (" + machine.processor()
                            + "). LibTorch does not ask for it: start with "
                            + EngineKind.LIBTORCH_CPU.startOption().orElseThrow() + ".",
                    null);
        }
        Path folder = NativeFolder.ofEngines().prepare();
        try (Engine engine = create(1)) {
            SmallProduct.check(engine);
        } catch (EngineUnavailableException otherBackend) {
            throw otherBackend;
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "ND4J's native library does not load. "
                            + NativeFailure.in(folder).inWords(failure),
                    failure);
        }
        return Device.processor(id(), machine, Nd4jVersions.of(Backend.CPU));
    }

    @Override
    public Engine create(int threads) {
        Nd4jRuntime.load(Backend.CPU);
        return Nd4jKernels.engine(new CpuOperations(), threads);
    }
}
