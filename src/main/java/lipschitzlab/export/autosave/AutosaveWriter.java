package lipschitzlab.export.autosave;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.GrowingCurves;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.RunTexts;
import lipschitzlab.export.RunThumbnail;
import lipschitzlab.export.checkpoint.RunCheckpoints;
import lipschitzlab.file.FileWrites;

/** Writes one experiment into its folder, again and again: a run's directory from which training goes on. Used by one thread at a time. */
final class AutosaveWriter {
    /** Lanes take their checkpoints between two steps; one whose steps take longer is written at the next save. */
    private static final Duration FOR_LANES = Duration.ofSeconds(5);

    private static final int LOOK_MILLIS = 20;

    private final Experiment experiment;
    private final RunDirectory directory;
    private final GrowingCurves curves;
    private final FileWrites writes = FileWrites.patient();
    private final RunCheckpoints checkpoints;

    /** @param folder may hold nothing of a run yet */
    AutosaveWriter(Path folder, Experiment experiment) {
        this.experiment = experiment;
        this.directory = RunDirectory.existing(folder);
        this.curves = new GrowingCurves(folder);
        this.checkpoints = new RunCheckpoints(folder, experiment, writes, new RunTexts(experiment));
        checkpoints.hold();
    }

    Experiment experiment() {
        return experiment;
    }

    /**
     * Writes the experiment as it stands. The first record comes before all else, so that a folder in which anything stands can be told;
     * a later one follows what it tells of, and names a step that every later part has reached.
     *
     * @throws lipschitzlab.setting.InputException if a file cannot be written; what could be, is
     */
    void save() throws InterruptedException {
        writes.startAnew();
        int step = AutosaveRecord.step(experiment);
        if (!Files.exists(directory.path().resolve(AutosaveRecord.FILE))) {
            writeRecord(step);
        }
        writeCheckpoints();
        writeRecord(step);
        curves.grow(experiment.lanes());
        RunThumbnail.write(directory.path(), experiment);
        writes.requireComplete();
    }

    private void writeRecord(int step) {
        directory.writeRecord(AutosaveRecord.yaml(experiment, step, Instant.now()));
    }

    private void writeCheckpoints() throws InterruptedException {
        if (experiment.busy()) {
            experiment.checkpoints().request();
            awaitStepsOfAll();
            checkpoints.writeTaken();
        }
        if (!experiment.busy()) {
            checkpoints.writeAtRest(FOR_LANES);
        }
    }

    /** Until every lane has trained one step more, or trains no more. */
    private void awaitStepsOfAll() throws InterruptedException {
        List<Lane> lanes = experiment.lanes();
        int[] before = lanes.stream().mapToInt(Lane::step).toArray();
        long end = System.nanoTime() + FOR_LANES.toNanos();
        boolean waits = true;
        while (waits && System.nanoTime() < end && experiment.busy()) {
            Thread.sleep(LOOK_MILLIS);
            checkpoints.writeTaken();
            waits = false;
            for (int i = 0; i < before.length; i++) {
                waits |= lanes.get(i).status().canTrain() && lanes.get(i).step() == before[i];
            }
        }
    }

    /** Writes what lanes took since, so that it waits in memory no longer. */
    void writeTaken() {
        checkpoints.writeTaken();
    }

    /** Writes no more. */
    void close() {
        checkpoints.close();
    }
}
