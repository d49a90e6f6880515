package lipschitzlab.compute;

/** One way of computing that may be on the class path; found through {@link java.util.ServiceLoader}. */
public interface EngineProvider {
    /** The name for options and records, such as {@code nd4j-cpu}. */
    String id();

    /**
     * Loads the library and runs one small multiplication whose result it checks.
     *
     * @return what would compute
     * @throws EngineUnavailableException if this machine cannot run this engine, with the reason in words
     */
    Device probe();

    /**
     * A new engine for one lane.
     *
     * @param threads native threads that the engine's operations may use
     */
    Engine create(int threads);
}
