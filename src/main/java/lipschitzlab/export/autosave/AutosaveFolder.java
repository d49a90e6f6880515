package lipschitzlab.export.autosave;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.RunThumbnail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a kept run that this program holds: no other program touches it until it is given back. */
final class AutosaveFolder {
    private static final Logger LOG = LoggerFactory.getLogger(AutosaveFolder.class);

    private final RunDirectory directory;
    private final FolderLock lock;

    AutosaveFolder(RunDirectory directory, FolderLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    Path path() {
        return directory.path();
    }

    /**
     * Writes an experiment as it stands. The record comes first, so that a folder in which anything stands can be told; each file
     * is whole, the one before or the new one.
     *
     * @throws lipschitzlab.setting.InputException if a file cannot be written
     */
    void save(Experiment experiment) {
        directory.writeRecord(AutosaveRecord.yaml(experiment, Instant.now()));
        directory.writeCurves(experiment.lanes());
        directory.writeSpectra(experiment.lanes());
        directory.writeHistory(experiment.lanes());
        RunThumbnail.write(path(), experiment);
    }

    /** Says what becomes of the run, and gives the folder back. */
    void leave(AutosaveState state) {
        try {
            state.writeTo(path());
        } finally {
            release();
        }
    }

    /** Gives the folder back as it is. */
    void release() {
        try {
            lock.close();
        } catch (IOException failure) {
            LOG.debug("{} is held until the program ends", path(), failure);
        }
    }
}
