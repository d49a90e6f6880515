package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Device;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineKind;
import lipschitzlab.compute.EngineProvider;
import lipschitzlab.compute.EngineUnavailableException;
import lipschitzlab.compute.Machine;
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

    @Override
    public Device probe(Machine machine) {
        try (Engine engine = create(1)) {
            SmallProduct.check(engine);
        } catch (EngineUnavailableException otherBackend) {
            throw otherBackend;
        } catch (LinkageError | RuntimeException failure) {
            throw new EngineUnavailableException(
                    "ND4J's native library does not load here (" + failure
                            + "). It needs a 64-bit x86 processor with AVX2, or an Apple one, and the libraries of this"
                            + " platform: build the program on the machine that runs it.",
                    failure);
        }
        return Device.processor(id(), machine, Nd4jVersions.of(Backend.CPU));
    }

    @Override
    public Engine create(int threads) {
        Nd4jRuntime.load(Backend.CPU);
        return Nd4jKernels.engine(threads);
    }
}
