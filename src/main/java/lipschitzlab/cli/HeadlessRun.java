package lipschitzlab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.RunDirectory;
import lipschitzlab.observation.Observations;
import lipschitzlab.observation.ObservedLane;
import lipschitzlab.preset.SharedSettings;

/**
 * An experiment without a window: trains to the horizon, shows its progress and writes its directory, now and then while it
 * runs and once more at the end. Ctrl-C ends the steps at hand and writes what there is.
 */
final class HeadlessRun {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final Experiment experiment;
    private final RunSaves files;
    private final PrintWriter console;
    private boolean draws = true;
    private OptionalInt horizon = OptionalInt.empty();

    /** How a run ended. */
    enum End {
        /** At the horizon, with everything written. */
        WHOLE,
        /** At the horizon, but not all of it could be written. */
        NOT_ALL_WRITTEN,
        /** Before it. */
        INTERRUPTED
    }

    private HeadlessRun(Experiment experiment, RunDirectory directory, PrintWriter console, Optional<Keeping> keeping) {
        this.experiment = experiment;
        this.files = new RunSaves(experiment, directory, console, keeping);
        this.console = console;
    }

    /**
     * Makes the directory after the experiment has read its data, so that bad data leave no empty directory behind.
     *
     * @param experiment this run's from now on, which closes it
     * @param keeping how checkpoints are kept; none if it is empty
     * @throws lipschitzlab.setting.InputException if the directory cannot be written
     */
    static HeadlessRun open(
            Experiment experiment, Supplier<RunDirectory> directory, PrintWriter console, Optional<Keeping> keeping) {
        try {
            return new HeadlessRun(experiment, directory.get(), console, keeping);
        } catch (RuntimeException refused) {
            experiment.close();
            throw refused;
        }
    }

    /** Draws no figures at its end. */
    HeadlessRun withoutFigures() {
        draws = false;
        return this;
    }

    /** Once the lanes are at their horizon, it is moved to this step and they train on. */
    HeadlessRun to(int steps) {
        horizon = OptionalInt.of(steps);
        return this;
    }

    /**
     * Trains, writes everything and closes the experiment; one whose step does not end is left to the end of the program.
     *
     * @param guard of this run and of what is written after it
     * @param atRest looks at the experiment before it is closed, if all of its steps have ended
     */
    End toTheEnd(InterruptGuard guard, Consumer<Experiment> atRest) throws InterruptedException {
        boolean whole;
        try {
            guard.pauses(experiment::pause);
            whole = train(guard);
            if (!experiment.busy()) {
                atRest.accept(experiment);
            }
        } finally {
            files.close();
            if (!experiment.busy() || !guard.overdue()) {
                experiment.close();
            }
        }
        if (guard.interrupted()) {
            return End.INTERRUPTED;
        }
        return whole ? End.WHOLE : End.NOT_ALL_WRITTEN;
    }

    private boolean train(InterruptGuard guard) throws InterruptedException {
        experiment.data().notes().forEach(console::println);
        if (experiment.preset().shared().get(SharedSettings.MEASURES_EVERY) > 0) {
            console.println("Pictures are to be compared: what they are compared by is looked up, or trained first.");
        }
        console.flush();
        experiment.comparisonNotes().forEach(console::println);
        console.flush();
        files.begin();
        try (RunProgress progress = new RunProgress(experiment, console)) {
            play(guard, progress);
            if (horizon.isPresent() && !guard.interrupted()) {
                extend(horizon.getAsInt());
                play(guard, progress);
            }
            while (experiment.busy() && !guard.overdue()) {
                experiment.awaitRest(POLL_INTERVAL);
            }
            progress.update();
        }
        boolean whole = draws ? files.finish(guard::timeToDraw) : files.finishWithoutFigures();
        summarise(guard.interrupted());
        return whole;
    }

    private void play(InterruptGuard guard, RunProgress progress) throws InterruptedException {
        experiment.play();
        while (experiment.playing() && !guard.interrupted()) {
            experiment.awaitRest(POLL_INTERVAL);
            progress.update();
            files.saveNowAndThen();
        }
    }

    /** As the window's Train on does, from where the lanes ended. */
    private void extend(int steps) throws InterruptedException {
        int done = experiment.lanes().stream()
                .filter(lane -> lane.failure().isEmpty())
                .mapToInt(Lane::step)
                .max()
                .orElse(steps);
        if (steps > done) {
            experiment.extend(steps - done);
            experiment.awaitRest();
        }
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
            if (lane.failure().isEmpty()) {
                Observations.of(ObservedLane.of(lane, experiment.data())).stream()
                        .findFirst()
                        .ifPresent(first -> console.println("    " + first.sentence()));
            }
        }
        console.println(diagnosisShare());
        files.tell();
    }

    private String diagnosisShare() {
        double training = experiment.lanes().stream().mapToDouble(Lane::seconds).sum();
        double diagnosis =
                experiment.lanes().stream().mapToDouble(Lane::diagnosisSeconds).sum();
        String share = training > 0 ? String.format(Locale.ROOT, ": %.1f %%", 100 * diagnosis / training) : "";
        return String.format(
                Locale.ROOT, "Diagnosis took %.1f s beside %.1f s of training%s.", diagnosis, training, share);
    }
}
