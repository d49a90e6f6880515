package lipschitzlab.export;

import java.nio.file.Path;
import java.util.List;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.Snapshot;

/**
 * The folder of one run. Each file appears all at once, so that a kill or a full disk never destroys an earlier version. All
 * methods throw {@link lipschitzlab.setting.InputException} where the folder cannot be written.
 */
public final class RunDirectory {
    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * A folder for a run, made if it does not exist.
     *
     * @param force whether a folder that holds something is used all the same: files of an earlier run are then removed,
     *     others stay
     * @throws lipschitzlab.setting.InputException if the folder holds something and {@code force} is not given, or if it
     *     cannot be written
     */
    public static RunDirectory create(Path path, boolean force) {
        return new RunDirectory(path);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** Writes {@code run.yaml}. */
    public void writeRecord(String yaml) {}

    /** Writes {@code curves.csv}: every point of every metric of these lanes. */
    public void writeCurves(List<Lane> lanes) {}

    /** Writes {@code spectra.csv}: every recorded spectrum of these lanes. */
    public void writeSpectra(List<Lane> lanes) {}

    /** Writes {@code samples/LANE/STEP.png} and {@code samples/LANE/latest.png}. */
    public void writeSamples(Experiment experiment, Lane lane, Snapshot snapshot) {}

    /** Writes {@code figures/}. */
    public void writeFigures(Experiment experiment) {}
}
