package lipschitzlab.compute.openblas;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;

/**
 * OpenBLAS's number of threads, which is one for the whole program. Its setter is looked up by name once, with the first engine:
 * JavaCPP looks through all loaded libraries while it holds a lock of the dynamic linker and waits for another, so that a lookup
 * beside a thread that loads a library, as JavaFX does while a window opens, can leave both waiting for ever.
 */
public final class OpenBlasThreads {
    private static final SetNumThreads SETTER = find();

    private OpenBlasThreads() {}

    /** Limits OpenBLAS to that many threads, whoever calls it. */
    public static void limit(int threads) {
        SETTER.call(threads);
    }

    /** The preset lets only its own kind make one. */
    private static final class Setter extends SetNumThreads {}

    private static SetNumThreads find() {
        Loader.load(openblas_nolapack.class);
        String name = "openblas_set_num_threads";
        Pointer address = Loader.addressof(name);
        if (address == null) {
            throw new UnsatisfiedLinkError("the OpenBLAS that was loaded has no " + name);
        }
        return new Setter().put(address);
    }
}
