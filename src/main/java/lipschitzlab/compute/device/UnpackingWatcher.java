package lipschitzlab.compute.device;

import java.nio.file.Path;

/** Who is told of native libraries that are unpacked at a first start, which takes from seconds to minutes. */
public interface UnpackingWatcher {
    /** Tells nobody. */
    UnpackingWatcher NONE = new UnpackingWatcher() {};

    /** Another program is unpacking into the same folder, and this one waits for it. */
    default void waits(Path folder) {}

    /**
     * Unpacking begins; not called where everything is unpacked already.
     *
     * @param folder where to
     * @param bytes how much
     */
    default void begins(Path folder, long bytes) {}

    /** So many bytes of all are unpacked. Called often, from the thread that unpacks. */
    default void advances(long bytes) {}

    /** It is over, well or not. */
    default void ends() {}
}
