package lipschitzlab.compute.unpacking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.device.NativeFailure;
import lipschitzlab.compute.device.NativeFolder;
import lipschitzlab.compute.device.UnpackingWatcher;

/**
 * The native libraries that an engine loads. JavaCPP by itself unpacks and loads them one by one; while some are not yet there, the
 * system's linker takes a library of the same name from wherever it finds one, such as another version of LibTorch, OpenBLAS or
 * OpenMP, and the program crashes. Here all are unpacked before the first is loaded.
 */
public final class NativeLibraries {
    /** What this program has prepared: a process loads a library once. */
    private static final Set<List<String>> PREPARED = new HashSet<>();

    private NativeLibraries() {}

    /**
     * Unpacks what these classes load, where it has not been, and loads it in the order in which the libraries need one another.
     * What then does not load is left to JavaCPP, which says why.
     *
     * @param watcher who is told of the unpacking
     * @param classNames JavaCPP's classes, which are not initialized for it
     * @throws EngineUnavailableException if no folder serves or the libraries cannot be unpacked, in words
     */
    public static synchronized void prepare(UnpackingWatcher watcher, String... classNames) {
        List<String> names = List.of(classNames);
        if (PREPARED.contains(names)) {
            return;
        }
        // JavaCPP's own limit on native memory follows the Java heap's size, which says nothing about how much memory
        // the machine has. The lab's arrays are pooled, so its native memory is flat after warm-up.
        System.setProperty("org.bytedeco.javacpp.maxbytes", "0");
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        // JavaCPP warns on the console that versions differ, which is so on purpose.
        System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        Path folder = NativeFolder.ofEngines().prepare();
        List<NativeFile> files = BundledLibraries.of(names, folder);
        try {
            new Unpacking(folder, watcher).unpack(files);
        } catch (IOException failure) {
            throw new EngineUnavailableException(
                    "The native libraries cannot be unpacked. "
                            + NativeFailure.in(folder).inWords(failure),
                    failure);
        }
        LoadOrder.load(files.stream().map(NativeFile::file).toList());
        PREPARED.add(names);
    }
}
