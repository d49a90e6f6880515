package lipschitzlab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.GrowingCurves;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.RunRecord;
import lipschitzlab.file.FileWrites;
import lipschitzlab.measurement.Snapshot;

/**
 * The files of a run that trains: written now and then, and once more at its end. A file that cannot be written does not end the
 * run: the next save tries again, and at the end what does not fit is named.
 */
final class RunSaves implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** From one addition to the curves to the next. */
    private static final Duration GROWTH = Duration.ofSeconds(2);

    /** Files grow with the run; writing them is to take no more than one per cent of its time. */
    private static final long REST = 100;

    private final Experiment experiment;
    private final RunDirectory directory;
    private final PrintWriter console;
    private final FileWrites writes = FileWrites.patient();
    private final RunDirectory patient;
    private final String started =
            OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final Map<String, Integer> pictured = new HashMap<>();
    private final GrowingCurves curves;
    private final Optional<KeptCheckpoints> checkpoints;
    private long nextGrowth = System.nanoTime();
    private long nextSave = System.nanoTime() + PAUSE.toNanos();
    private boolean told;
    private boolean figuresLeftOut;

    /** @param keeping how checkpoints are kept; none if it is empty */
    RunSaves(Experiment experiment, RunDirectory directory, PrintWriter console, Optional<Keeping> keeping) {
        this.experiment = experiment;
        this.directory = directory;
        this.console = console;
        this.patient = directory.with(writes);
        this.curves = new GrowingCurves(directory.path());
        this.checkpoints = keeping.map(wanted -> new KeptCheckpoints(experiment, directory.path(), writes, wanted));
    }

    /**
     * The record, before anything is trained.
     *
     * @throws lipschitzlab.setting.InputException if it cannot be written: then there is nothing to lose yet
     */
    void begin() {
        directory.writeRecord(record());
        checkpoints.ifPresent(KeptCheckpoints::begin);
    }

    /** Writes what there is so far if it is time for that. */
    void saveNowAndThen() {
        checkpoints.ifPresent(KeptCheckpoints::writeTaken);
        if (System.nanoTime() > nextGrowth) {
            growCurves();
        }
        tellOfFailures();
        if (System.nanoTime() > nextSave) {
            long start = System.nanoTime();
            save();
            long end = System.nanoTime();
            nextSave = end + Math.max(PAUSE.toNanos(), REST * (end - start));
        }
    }

    /** Writes what there is so far. */
    void save() {
        growCurves();
        writeNumbers();
        writeNewPictures(false);
        tellOfFailures();
    }

    private void growCurves() {
        writes.write(directory.path().resolve("curves.csv"), () -> curves.grow(experiment.lanes()));
        nextGrowth = System.nanoTime() + GROWTH.toNanos();
    }

    private void tellOfFailures() {
        if (!writes.complete() && !told) {
            console.println("Not saved: " + writes.reason() + " The run goes on, and the next save tries again.");
        } else if (writes.complete() && told) {
            console.println("Saved again.");
        }
        told = !writes.complete();
        console.flush();
    }

    /**
     * Writes everything, what matters most first.
     *
     * @param figures asked before each figure, which can be drawn again from the numbers
     * @return whether nothing failed to be written
     */
    boolean finish(BooleanSupplier figures) throws InterruptedException {
        finishWithoutFigures();
        figuresLeftOut = !patient.writeFigures(experiment, figures);
        return writes.complete();
    }

    /** As {@link #finish}, but for the figures. */
    boolean finishWithoutFigures() throws InterruptedException {
        if (checkpoints.isPresent()) {
            checkpoints.get().finish();
        }
        writeNumbers();
        patient.writeCurves(experiment.lanes());
        patient.writeHistory(experiment.lanes());
        patient.writePicture(experiment);
        writeNewPictures(true);
        for (Lane lane : experiment.lanes()) {
            lane.snapshot().ifPresent(snapshot -> patient.writeSamples(experiment, lane, snapshot));
        }
        return writes.complete();
    }

    @Override
    public void close() {
        checkpoints.ifPresent(KeptCheckpoints::close);
    }

    /** Where everything was written, and what was not. */
    void tell() {
        checkpoints.ifPresent(kept -> console.println(kept.cost()));
        console.println("Written to " + directory.path());
        if (figuresLeftOut) {
            console.println("There was no time left to draw all figures; the tables and histories are complete.");
        }
        if (!writes.complete()) {
            console.println("Not written, or only as of an earlier save: " + writes.names(directory.path()) + ". "
                    + writes.reason());
        }
        console.flush();
    }

    /** @param all otherwise only of steps that no other lane will reach later, since all share one scale of colours */
    private void writeNewPictures(boolean all) {
        for (Lane lane : experiment.lanes()) {
            List<Snapshot> milestones = lane.milestones();
            int done = pictured.getOrDefault(lane.id(), 0);
            while (done < milestones.size()
                    && (all || passed(milestones.get(done).step()))
                    && patient.writeSamples(experiment, lane, milestones.get(done))) {
                done++;
            }
            pictured.put(lane.id(), done);
        }
    }

    private boolean passed(int step) {
        return experiment.lanes().stream().map(Lane::status).noneMatch(lane -> lane.canTrain() && lane.step() < step);
    }

    private void writeNumbers() {
        patient.writeRecord(record());
        patient.writeSpectra(experiment.lanes());
        patient.writeFloors(experiment);
    }

    private String record() {
        return RunRecord.yaml(experiment, Map.of("started", started));
    }
}
