package lipschitzlab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.InterruptGuard;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.Snapshot;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.export.RunRecord;

/**
 * An experiment without a window: trains to the horizon, shows its progress and writes its directory, now and then while it
 * runs and once more at the end. Ctrl-C ends the steps at hand and writes what there is.
 */
final class HeadlessRun {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration SAVE = Duration.ofSeconds(30);
    private static final long SAVE_REST = 100;

    private final Experiment experiment;
    private final RunDirectory directory;
    private final PrintWriter console;
    private final String started =
            OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final Map<String, Integer> pictured = new HashMap<>();

    private HeadlessRun(Experiment experiment, RunDirectory directory, PrintWriter console) {
        this.experiment = experiment;
        this.directory = directory;
        this.console = console;
    }

    /**
     * Makes the directory after the experiment has read its data, so that bad data leave no empty directory behind.
     *
     * @param experiment this run's from now on, which closes it
     * @throws lipschitzlab.setting.InputException if the directory cannot be written
     */
    static HeadlessRun open(Experiment experiment, Supplier<RunDirectory> directory, PrintWriter console) {
        try {
            return new HeadlessRun(experiment, directory.get(), console);
        } catch (RuntimeException refused) {
            experiment.close();
            throw refused;
        }
    }

    /**
     * Trains and writes everything.
     *
     * @param atRest looks at the experiment after that, before it is closed
     * @return whether it was not interrupted
     */
    boolean toTheEnd(Consumer<Experiment> atRest) throws InterruptedException {
        try (experiment;
                InterruptGuard guard = new InterruptGuard(experiment)) {
            train(guard);
            atRest.accept(experiment);
            return !guard.interrupted();
        }
    }

    private void train(InterruptGuard guard) throws InterruptedException {
        directory.writeRecord(record());
        long nextSave = System.nanoTime() + SAVE.toNanos();
        try (RunProgress progress = new RunProgress(experiment, console)) {
            experiment.play();
            while (experiment.playing() && !guard.interrupted()) {
                experiment.awaitRest(LOOK);
                progress.update();
                if (System.nanoTime() > nextSave) {
                    nextSave = save();
                }
            }
            experiment.awaitRest();
            progress.update();
        }
        writeEverything();
        summarise(guard.interrupted());
    }

    /** Writes what there is so far; files grow with the run, and writing them is to stay within a per cent of it. */
    private long save() {
        long start = System.nanoTime();
        writeNumbers();
        writeNewPictures();
        long end = System.nanoTime();
        return end + Math.max(SAVE.toNanos(), SAVE_REST * (end - start));
    }

    private void writeNewPictures() {
        for (Lane lane : experiment.lanes()) {
            List<Snapshot> milestones = lane.milestones();
            for (Snapshot next : milestones.subList(pictured.getOrDefault(lane.id(), 0), milestones.size())) {
                directory.writeSamples(experiment, lane, next);
            }
            pictured.put(lane.id(), milestones.size());
        }
    }

    private void writeNumbers() {
        directory.writeRecord(record());
        directory.writeCurves(experiment.lanes());
        directory.writeSpectra(experiment.lanes());
    }

    private void writeEverything() {
        writeNumbers();
        writeNewPictures();
        for (Lane lane : experiment.lanes()) {
            lane.snapshot().ifPresent(snapshot -> directory.writeSamples(experiment, lane, snapshot));
        }
        directory.writeHistory(experiment.lanes());
        directory.writeFigures(experiment);
    }

    private String record() {
        return RunRecord.yaml(experiment, Map.of("started", started));
    }

    private void summarise(boolean interrupted) {
        if (interrupted) {
            console.println("Interrupted: what was done up to here is written.");
        }
        List<Lane> lanes = experiment.lanes();
        List<String> lines = LaneLine.of(lanes);
        for (Lane lane : lanes) {
            console.println(lines.get(lanes.indexOf(lane)));
            lane.failure().ifPresent(failure -> console.println("    " + failure.cause() + " " + failure.remedy()));
        }
        console.println(diagnosisShare());
        console.println("Written to " + directory.path());
        console.flush();
    }

    private String diagnosisShare() {
        double training = experiment.lanes().stream().mapToDouble(Lane::seconds).sum();
        double diagnosis =
                experiment.lanes().stream().mapToDouble(Lane::diagnosisSeconds).sum();
        return String.format(
                Locale.ROOT,
                "Diagnosis took %.1f s beside %.1f s of training: %.1f %%.",
                diagnosis,
                training,
                100 * diagnosis / Math.max(training, Double.MIN_NORMAL));
    }
}
