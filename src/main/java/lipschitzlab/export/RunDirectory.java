package lipschitzlab.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.export.figure.Figures;
import lipschitzlab.file.FileWrites;
import lipschitzlab.file.OutputFolder;
import lipschitzlab.file.WholeFile;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.card.SamplesPage;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.setting.InputException;

/**
 * The folder of one run. Each file appears all at once, so that a kill or a full disk never destroys an earlier version.
 * Where a file cannot be written, all methods throw an {@link InputException}, unless {@link #with} takes it otherwise.
 */
public final class RunDirectory {
    private static final Pattern OWN_FILE =
            Pattern.compile("(run\\.yaml|picture\\.png|curves\\.csv|floors\\.csv|spectra\\.csv"
                    + "|checkpoints/\\d+/[^/]+\\.safetensors|checkpoints/[^/]+\\.journal|checkpoints/in-use\\.lock"
                    + "|networks(-\\d+)?/[^/]+/((critic|generator)\\.safetensors|architecture\\.json)"
                    + "|samples/[^/]+/(\\d+|latest)\\.png|samples/[^/]+/latest\\.csv|history/[^/]+\\.npz"
                    + "|figures/(curves-\\w+|spectra|strip-[^/]+)\\.(png|svg))" + WholeFile.UNFINISHED);
    private static final int PIXELS_PER_POINT = 2;

    private final Path path;
    private final FileWrites writes;

    private RunDirectory(Path path, FileWrites writes) {
        this.path = path;
        this.writes = writes;
    }

    /**
     * A folder for a run, made if it does not exist.
     *
     * @param force whether a folder that holds something is used all the same: files of an earlier run are then removed,
     *     others stay
     * @throws InputException if the folder holds something and {@code force} is not given, or if it cannot be written
     */
    public static RunDirectory create(Path path, boolean force) {
        OutputFolder.prepare(path, force, OWN_FILE, new OutputFolder.Marker("run.yaml", RunRecord.MARKER));
        return new RunDirectory(path, FileWrites.strict());
    }

    /** A folder that holds a run, as it is: what is written replaces what is there. */
    public static RunDirectory existing(Path path) {
        return new RunDirectory(path, FileWrites.strict());
    }

    /**
     * The folder of a run that goes on: its files are continued or replaced.
     *
     * @throws InputException if there is no such folder, or it cannot be written
     */
    public static RunDirectory goingOn(Path path) {
        OutputFolder.requireWritable(path);
        return new RunDirectory(path, FileWrites.strict());
    }

    /** The same folder, with another way to take a file that cannot be written. */
    public RunDirectory with(FileWrites other) {
        return new RunDirectory(path, other);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    private boolean write(Path file, Consumer<Path> write) {
        return writes.write(file, () -> write.accept(file));
    }

    /** Writes {@code run.yaml}. */
    public void writeRecord(String yaml) {
        write(path.resolve("run.yaml"), file -> WholeFile.writeText(file, writer -> writer.write(yaml)));
    }

    /** Writes {@code picture.png}, by which a person knows the run again; nothing if there is nothing to see. */
    public void writePicture(Experiment experiment) {
        write(path.resolve(RunThumbnail.FILE), file -> RunThumbnail.write(path, experiment));
    }

    /** Writes {@code curves.csv}: every point of every metric of these lanes. */
    public void writeCurves(List<Lane> lanes) {
        write(path.resolve("curves.csv"), file -> CurveFile.write(file, histories(lanes)));
    }

    /** Writes {@code floors.csv}: what the distances among the curves come to between real samples. */
    public void writeFloors(Experiment experiment) {
        write(path.resolve("floors.csv"), file -> FloorFile.write(file, experiment.distanceFloors()));
    }

    /** Writes {@code spectra.csv}: every recorded spectrum of these lanes. */
    public void writeSpectra(List<Lane> lanes) {
        write(path.resolve("spectra.csv"), file -> SpectrumFile.write(file, histories(lanes)));
    }

    /** Writes {@code history/LANE.npz}: how each of these lanes looked over the run, at the steps that it recorded. */
    public void writeHistory(List<Lane> lanes) {
        for (Lane lane : lanes) {
            List<Snapshot> frames = lane.history().frames();
            if (!frames.isEmpty()) {
                write(
                        path.resolve("history").resolve(lane.id() + ".npz"),
                        file -> HistoryFile.write(file, frames, lane.data().units()));
            }
        }
    }

    private static Map<String, LaneHistory> histories(List<Lane> lanes) {
        Map<String, LaneHistory> histories = new LinkedHashMap<>();
        lanes.forEach(lane -> histories.put(lane.id(), lane.history()));
        return histories;
    }

    /**
     * Writes {@code samples/LANE/STEP.png} and {@code samples/LANE/latest.png}, with lane, step and scale in the picture: over
     * the critic's surface for points (its colours on the scale that all lanes share at this moment), an image grid otherwise.
     * Of data from a table also {@code samples/LANE/latest.csv}, the points in that table's units.
     *
     * @return whether the picture of that step was written
     */
    public boolean writeSamples(Experiment experiment, Lane lane, Snapshot snapshot) {
        SamplesPage samples = SamplesPage.of(experiment, lane, snapshot);
        byte[] picture = Pictures.encode(samples.page().toImage(PIXELS_PER_POINT), samples.texts());
        Path folder = path.resolve("samples").resolve(lane.id());
        write(folder.resolve("latest.png"), file -> WholeFile.write(file, out -> out.write(picture)));
        experiment
                .data()
                .units()
                .ifPresent(
                        units -> write(folder.resolve("latest.csv"), file -> SampleTable.write(file, snapshot, units)));
        return write(
                folder.resolve(snapshot.step() + ".png"), file -> WholeFile.write(file, out -> out.write(picture)));
    }

    /** Writes {@code figures/}. */
    public void writeFigures(Experiment experiment) {
        writeFigures(experiment, () -> true);
    }

    /**
     * Writes {@code figures/} as long as there is time.
     *
     * @param goOn asked before each figure
     * @return whether none was left out because of that
     */
    public boolean writeFigures(Experiment experiment, BooleanSupplier goOn) {
        return Figures.write(path.resolve("figures"), experiment, ChartTheme.LIGHT, writes, goOn);
    }
}
