package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.device.UnpackingWatcher;
import lipschitzlab.compute.openblas.OpenBlasThreads;
import lipschitzlab.compute.unpacking.NativeLibraries;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.global.torch;

/** The settings of LibTorch, OpenMP and OpenBLAS, in one place. */
final class LibTorchRuntime {
    private static boolean loaded;

    private LibTorchRuntime() {}

    /**
     * Loads LibTorch, once for the program.
     *
     * <ul>
     *   <li>TensorFloat-32 rounds products to 10 bits of mantissa; curves would not agree between engines. It is off.
     *   <li>Convolutions choose deterministic algorithms and do not try several: a run can be repeated.
     *   <li>oneDNN is off where it computes wrong convolutions: {@link OneDnnCheck}.
     * </ul>
     */
    static synchronized void load() {
        prepare(UnpackingWatcher.NONE);
        Loader.load(torch.class);
        if (loaded) {
            return;
        }
        Context context = torch.globalContext();
        context.setAllowTF32CuBLAS(false);
        context.setAllowTF32CuDNN(false);
        context.setDeterministicCuDNN(true);
        context.setBenchmarkCuDNN(false);
        OneDnnCheck.turnOffWhereWrong();
        loaded = true;
    }

    /** Unpacks and loads the native libraries for the processor, where that has not been done. */
    static void prepare(UnpackingWatcher watcher) {
        prepare(watcher, "org.bytedeco.pytorch.global.torch");
    }

    /** As {@link #prepare}, with those for NVIDIA cards. */
    static void prepareForCard(UnpackingWatcher watcher) {
        prepare(watcher, "org.bytedeco.pytorch.global.torch_cuda");
    }

    private static void prepare(UnpackingWatcher watcher, String binding) {
        NativeLibraries.prepare(watcher, binding, "org.bytedeco.openblas.global.openblas_nolapack");
    }

    /** Limits LibTorch's operations on the calling thread to that many threads. */
    static void limitThreads(int threads) {
        torch.set_num_threads(threads);
    }

    /** Limits OpenBLAS to as many, which LibTorch's own setting does not reach and which has one number for the whole program. */
    static void limitOpenBlas(int threads) {
        OpenBlasThreads.limit(threads);
    }
}
