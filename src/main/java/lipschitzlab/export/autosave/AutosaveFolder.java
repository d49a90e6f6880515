package lipschitzlab.export.autosave;

import java.io.IOException;
import java.nio.file.Path;
import lipschitzlab.file.FolderLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a kept run that this program holds: no other program touches it until it is given back. */
record AutosaveFolder(Path path, FolderLock lock) {
    private static final Logger LOG = LoggerFactory.getLogger(AutosaveFolder.class);

    /** Says what becomes of the run, and gives the folder back. */
    void leave(AutosaveState state) {
        try {
            state.writeTo(path);
        } finally {
            release();
        }
    }

    /** Gives the folder back as it is. */
    void release() {
        try {
            lock.close();
        } catch (IOException failure) {
            LOG.debug("{} is held until the program ends", path, failure);
        }
    }
}
