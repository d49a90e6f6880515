package lipschitzlab.compute.nd4j;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The settings of ND4J, OpenMP and OpenBLAS, in one place. */
final class Nd4jRuntime {
    private Nd4jRuntime() {}

    /**
     * Loads ND4J, once for the program.
     *
     * <ul>
     *   <li>JavaCPP's own limit on native memory follows the Java heap's size, which says nothing about how much memory the
     *       machine has; it is lifted. The lab's arrays are pooled, so its native memory is flat after warm-up.
     *   <li>Workspaces are not used: the engine's scopes and its pool do their work without tying arrays to threads.
     *   <li>ND4J calls the garbage collector now and then to free arrays. The lab frees its own, so that is switched off.
     * </ul>
     */
    static void load() {
        System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        System.setProperty("org.nd4j.log.initialization", "false");
        Nd4j.getMemoryManager().togglePeriodicGc(false);
    }

    /**
     * Limits the calling thread to that many OpenMP threads, and OpenBLAS, which has one number for the whole program, to
     * as many. Sums and products differ in their last bits between thread counts and repeat exactly at a fixed one; and two
     * threads beside another busy lane stall for milliseconds. So a lane has one unless a run says otherwise.
     */
    static void limitThreads(int threads) {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        openblas_nolapack.blas_set_num_threads(threads);
    }
}
