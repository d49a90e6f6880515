package lipschitzlab.compute.device;

import lipschitzlab.compute.Engine;

/**
 * One way of computing; found through {@link java.util.ServiceLoader}. Its library may be absent: then no class that imports
 * the library may be touched.
 */
public interface EngineProvider {
    /** The name for options and records, that of an {@link EngineKind}, such as {@code nd4j-cpu}. */
    String id();

    /** Whether its library is on the class path. Loads no native code. */
    boolean isInstalled();

    /**
     * Unpacks and loads the native libraries, where that has not been done; called before {@link #probe}.
     *
     * @param machine where it would run
     * @param watcher who is told of what takes long
     * @throws EngineUnavailableException if this machine cannot run this engine or they cannot be unpacked, in words
     */
    default void prepare(Machine machine, UnpackingWatcher watcher) {}

    /**
     * Loads the library, runs one small product on the device and checks the result.
     *
     * @param machine where it would run
     * @return what would compute
     * @throws EngineUnavailableException if this machine cannot run this engine, with the reason in words that a teacher
     *     understands
     */
    Device probe(Machine machine);

    /**
     * Whether something that this program has already loaded keeps this engine's library from loading, so that only a new
     * start of the program can bring it.
     */
    default boolean needsNewStart() {
        return false;
    }

    /**
     * A new engine for one lane.
     *
     * @param threads native threads that the engine's operations may use
     */
    Engine create(int threads);
}
