package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.device.EngineUnavailableException;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few calls into ND4J's CUDA backend itself. By reflection: its library is on the class path of one profile only. */
final class CudaBackend {
    private static final Logger LOG = LoggerFactory.getLogger(CudaBackend.class);
    private static final String ENVIRONMENT = "org.nd4j.jita.conf.CudaEnvironment";

    private CudaBackend() {}

    /**
     * Loads CUDA and asks it for cards, before ND4J itself is loaded: ND4J tries once in the life of a program, and after a
     * failure could not compute on the processor either.
     *
     * @throws EngineUnavailableException if CUDA does not load or finds no card
     */
    static void requireCuda() {
        // JavaCPP warns on the console that its version is not that of the CUDA presets, which is so on purpose.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        try {
            Nd4jBackend backend = (Nd4jBackend) Class.forName(Nd4jPlatform.CUDA.className())
                    .getDeclaredConstructor()
                    .newInstance();
            if (!backend.canRun()) {
                throw new IllegalStateException("ND4J's CUDA backend says that it cannot run");
            }
        } catch (ReflectiveOperationException | LinkageError unfit) {
            throw unavailable("does not load here", unfit);
        } catch (RuntimeException noCard) {
            throw unavailable("finds no card that it could use", noCard);
        }
    }

    private static EngineUnavailableException unavailable(String what, Throwable failure) {
        LOG.debug("CUDA {}", what, failure);
        return new EngineUnavailableException(
                "CUDA 11.6, which ND4J needs, " + what + ". It needs an NVIDIA driver of version 510 or newer.",
                failure);
    }

    /** Keeps ND4J to the first card; to be called before it is loaded. */
    static void useOneCard() {
        try {
            Object environment =
                    Class.forName(ENVIRONMENT).getMethod("getInstance").invoke(null);
            Object configuration =
                    environment.getClass().getMethod("getConfiguration").invoke(environment);
            configuration.getClass().getMethod("allowMultiGPU", boolean.class).invoke(configuration, false);
        } catch (ReflectiveOperationException failure) {
            throw new EngineUnavailableException(
                    "ND4J's CUDA backend on the class path is not the one that the lab knows (" + failure + ").",
                    failure);
        }
    }

    /** The version of the CUDA presets, whose class is loaded but not initialized for it. */
    static Class<?> presets() {
        try {
            return Class.forName("org.bytedeco.cuda.presets.cudart", false, CudaBackend.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("expected the CUDA presets beside ND4J's CUDA backend", missing);
        }
    }
}
