package lipschitzlab.compute.baseline;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A library that can train the baseline; found through {@link ServiceLoader}. Its library may be
 * absent: then no class that imports the library may be touched.
 */
public interface BaselineProvider {
    /** The library with its version and the way it is used, for a heading. */
    String title();

    /** Whether its library is on the class path. Loads no native code. */
    boolean isInstalled();

    /**
     * A new baseline on the processor, for the calling thread.
     *
     * @param threads native threads that its operations may use, those of the library for matrix products included
     */
    Baseline create(BaselineTask task, int threads);

    /** The first whose library is on the class path, if there is one. */
    static Optional<BaselineProvider> find() {
        return ServiceLoader.load(BaselineProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(BaselineProvider::isInstalled)
                .findFirst();
    }
}
