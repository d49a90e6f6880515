package lipschitzlab.compute.nd4j;

import java.util.Optional;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.device.UnpackingWatcher;
import lipschitzlab.compute.openblas.OpenBlasThreads;
import lipschitzlab.compute.unpacking.NativeLibraries;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The settings of ND4J, OpenMP and OpenBLAS, in one place, and which of ND4J's backends this program has. */
public final class Nd4jRuntime {
    private Nd4jRuntime() {}

    /**
     * Loads ND4J with one backend, once for the program: ND4J keeps it for the life of the process.
     *
     * <ul>
     *   <li>JavaCPP's own limit on native memory follows the Java heap's size, which says nothing about how much memory the
     *       machine has; it is lifted. The lab's arrays are pooled, so its native memory is flat after warm-up.
     *   <li>Workspaces are not used: the engine's scopes and its pool do their work without tying arrays to threads.
     *   <li>ND4J calls the garbage collector now and then to free arrays. The lab frees its own, so that is switched off.
     *   <li>With several cards ND4J would hand each thread another one and move arrays between them; it gets one card.
     * </ul>
     *
     * @throws EngineUnavailableException if the other backend is loaded
     */
    public static synchronized void load(Nd4jPlatform wanted) {
        if (blocks(wanted)) {
            throw new EngineUnavailableException(
                    "ND4J has loaded its " + loaded().orElseThrow().title()
                            + " already, and a program can load only one. The " + wanted.title()
                            + " needs a new start of the program.",
                    null);
        }
        if (loaded().isEmpty()) {
            prepare(wanted, UnpackingWatcher.NONE);
            System.setProperty("org.nd4j.log.initialization", "false");
            if (wanted == Nd4jPlatform.CUDA) {
                CudaBackend.useOneCard();
            }
            ND4JClassLoading.setNd4jClassloader(new SingleBackendLoader(Nd4jRuntime.class.getClassLoader(), wanted));
        }
        Nd4j.getMemoryManager().togglePeriodicGc(false);
    }

    /** Unpacks and loads the native libraries of a backend, and OpenBLAS and oneDNN beside it, where that has not been done. */
    public static void prepare(Nd4jPlatform wanted, UnpackingWatcher watcher) {
        NativeLibraries.prepare(watcher, wanted.bindings().toArray(String[]::new));
    }

    /** The backend that was loaded, or that ND4J failed to load; ND4J's own class loader remembers it. */
    static Optional<Nd4jPlatform> loaded() {
        return ND4JClassLoading.getNd4jClassloader() instanceof SingleBackendLoader loader
                ? Optional.of(loader.backend())
                : Optional.empty();
    }

    /** Whether the other backend was loaded before. */
    public static boolean blocks(Nd4jPlatform wanted) {
        return loaded().filter(present -> present != wanted).isPresent();
    }

    /** Whether arrays live on a card. */
    static boolean onCard() {
        return loaded().filter(Nd4jPlatform.CUDA::equals).isPresent();
    }

    /**
     * Limits the calling thread to that many OpenMP threads. Sums and products differ in their last bits between thread counts
     * and repeat exactly at a fixed one; and two threads beside another busy lane stall for milliseconds. So a lane has one
     * unless a run says otherwise. On a card nothing is limited: there ND4J takes the same number for the threads of a block.
     */
    static void limitThreads(int threads) {
        if (!onCard()) {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        }
    }

    /** Limits OpenBLAS to as many, which has one number for the whole program. */
    static void limitOpenBlas(int threads) {
        if (!onCard()) {
            OpenBlasThreads.limit(threads);
        }
    }
}
