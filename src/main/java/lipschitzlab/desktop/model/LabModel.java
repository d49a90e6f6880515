package lipschitzlab.desktop.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.LaneFailure;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.InputException;

/**
 * The experiment on show and what a person may do to it. Once made, used on the window's thread only; nothing here waits for training,
 * since opening and closing happen in the background, in the order of the commands.
 */
public final class LabModel {
    private static final String STARTING = "Starting the engine …";

    private final ExperimentKeeper keeper;
    private final EngineModel engine;
    private final ReadOnlyObjectWrapper<Optional<Experiment>> experiment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ShownLanes lanes = new ShownLanes();
    private final HistoryModel history = new HistoryModel(lanes.models());
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.FULL);
    private final KeptRun kept;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper finished = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lockstep = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(STARTING);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    private int orders;
    private Optional<Preset> ordered = Optional.empty();
    private final ChosenPreset chosen = new ChosenPreset();
    private final ReadOnlyBooleanWrapper awaited = new ReadOnlyBooleanWrapper();
    private boolean seen;

    /** A model without an experiment, which chooses its engine in the background. */
    public LabModel(EngineSelection selection) {
        this(selection, KeptRun.LONG_SECONDS);
    }

    /** As the other; more training than so many seconds is not lost without a question or an undo. */
    public LabModel(EngineSelection selection, double longSeconds) {
        this.keeper = new ExperimentKeeper(selection);
        this.engine = new EngineModel(this, selection);
        this.kept = new KeptRun(longSeconds, this::closeInBackground);
        speed.subscribe(this::setSpeed);
        engine.start();
    }

    // ------------------------------------------------------------------ commands

    /** Opens another experiment, at rest; the one on show stays if that fails. */
    public void open(Preset preset) {
        chosen.want(Optional.of(preset));
        open(Optional.of(preset), () -> preset, Activity::opened, false);
    }

    /** Opens a preset by its name or path, at rest; one that has data, or needs no file of them. */
    void open(String nameOrPath) {
        chosen.want(Optional.empty());
        open(Optional.empty(), () -> PresetReader.of(nameOrPath, Map.of()), Activity::opened, false);
    }

    /** Opens what was open at the last start; if that cannot be read any more, says so and opens what comes first. */
    public void openAgain(String nameOrPath) {
        open(
                Optional.empty(),
                () -> PresetReader.of(nameOrPath, Map.of()),
                Activity::opened,
                false,
                failure -> failure instanceof InputException && !nameOrPath.equals(Presets.DEFAULT));
    }

    /**
     * Trains until paused or at the horizon, and beyond the horizon if that is reached; by hand, one step. As soon as every lane
     * of an experiment that is being opened can be seen, since training would take the cores from its first pictures.
     */
    public void play() {
        if (!seen) {
            awaited.set(true);
        } else if (speed.get() == Speed.BY_HAND) {
            awaited.set(false);
            step();
        } else {
            awaited.set(false);
            goOnWith(Experiment::play);
        }
    }

    /** Trains; where the planned steps are done, more of them are planned first, and what that does is said. */
    private void goOnWith(Consumer<Experiment> training) {
        whenOpen(running -> {
            if (Horizon.allStopped(running)) {
                say("All lanes stopped by themselves, as their cards say; Reset starts them again");
            } else {
                if (running.finished()) {
                    say(Horizon.extension(running));
                    running.extend(Horizon.more(running));
                }
                training.accept(running);
            }
        });
    }

    private void setSpeed(Speed now) {
        if (now == Speed.BY_HAND) {
            whenOpen(Experiment::pause);
        } else {
            whenOpen(running -> running.setPace(now.perSecond()));
        }
    }

    /** Whether lanes train, or will once they are open. */
    public boolean underWay() {
        return playing.get() || awaited.get();
    }

    /** Rests after the step at hand. */
    public void pause() {
        awaited.set(false);
        whenOpen(Experiment::pause);
    }

    /** One generator step in every lane; beyond the horizon if that is reached. */
    public void step() {
        goOnWith(Experiment::step);
    }

    /** All lanes at the same step, or each as fast as it goes. */
    public void setLockstep(boolean together) {
        whenOpen(running -> running.setLockstep(together));
    }

    /** Goes back to the initial weights of the preset as it was opened. */
    void rewind(String afterwards) {
        history.live();
        whenOpen(running -> {
            if (kept.isLong(running)) {
                open(PresetEdit.inMode(running.preset(), running.lockstep()), afterwards, false);
            } else {
                running.reset();
                say(afterwards);
            }
        });
    }

    /** Brings back the last long run that another took the place of, at rest. */
    public void undo() {
        kept.take().ifPresent(run -> {
            orders++;
            awaited.set(false);
            experiment.get().ifPresent(Experiment::pause);
            seen = false;
            put(run);
            say("Brought back: " + KeptRun.inWords(run));
        });
    }

    /** Starts again with a changed preset: that of the experiment as it stands, or of the one last wanted if there is none. */
    public void restart(UnaryOperator<Preset> change, String afterwards, boolean thenPlay) {
        Optional<Preset> shown = experiment.get().filter(any -> !opening.get()).map(Experiment::asItStands);
        shown.or(() -> ordered).map(change).ifPresent(preset -> open(preset, afterwards, thenPlay));
    }

    private void open(Preset preset, String afterwards, boolean thenPlay) {
        open(Optional.of(preset), () -> preset, opened -> afterwards, thenPlay);
    }

    private void open(
            Optional<Preset> known, Callable<Preset> preset, Function<Preset, String> afterwards, boolean thenPlay) {
        open(known, preset, afterwards, thenPlay, failure -> false);
    }

    private void open(
            Optional<Preset> known,
            Callable<Preset> preset,
            Function<Preset, String> afterwards,
            boolean thenPlay,
            Predicate<Throwable> replaceable) {
        int order = ++orders;
        ordered = known;
        awaited.set(thenPlay);
        seen = false;
        opening.set(true);
        say(engine.enginesProperty().get().isPresent() ? "Opening …" : STARTING);
        experiment.get().ifPresent(Experiment::pause);
        keeper.open(preset, opened -> show(order, opened, afterwards), failure -> {
            refuse(order, failure);
            if (order == orders && replaceable.test(failure)) {
                open(Presets.DEFAULT);
            }
        });
    }

    private void show(int order, Experiment opened, Function<Preset, String> afterwards) {
        if (order != orders) {
            closeInBackground(opened);
            return;
        }
        boolean keeps = put(opened);
        say(afterwards.apply(opened.preset()) + (keeps ? kept.offer() : ""));
    }

    /** Shows another experiment; tells whether the one before is kept, since it took long to train. */
    private boolean put(Experiment next) {
        Optional<Experiment> before = experiment.get();
        opening.set(false);
        next.setPace(
                speed.get() == Speed.BY_HAND
                        ? Speed.FULL.perSecond()
                        : speed.get().perSecond());
        chosen.shown(next);
        lanes.clear();
        experiment.set(Optional.of(next));
        lanes.follow(next);
        boolean keeps = before.filter(kept::keep).isPresent();
        pull();
        return keeps;
    }

    /** There is something to see of every lane of the experiment on show: if it was to play, it does. */
    public void begun() {
        if (!opening.get() && !seen) {
            seen = true;
            if (awaited.get()) {
                play();
            }
        }
    }

    private void refuse(int order, Throwable failure) {
        if (order == orders) {
            opening.set(false);
            awaited.set(false);
            chosen.refused(experiment.get());
            report("The experiment could not be opened", failure);
        }
    }

    private void closeInBackground(Experiment old) {
        keeper.close(old, failure -> report("The last experiment did not end well", failure));
    }

    /** Does something that may take long, such as saving, after what was asked for before. */
    public <T> void inBackground(String title, Callable<T> work, Consumer<? super T> done) {
        inBackground(title, work, done, () -> {});
    }

    /** As the other, and something that is done after a failure was told. */
    <T> void inBackground(String title, Callable<T> work, Consumer<? super T> done, Runnable afterFailure) {
        keeper.run(work, done, failure -> {
            report(title, failure);
            afterFailure.run();
        });
    }

    /** Stops everything. Returns at once; the experiment ends after the step at hand. */
    public void close() {
        experiment.get().ifPresent(this::closeInBackground);
        kept.release();
        experiment.set(Optional.empty());
        lanes.clear();
        orders++;
        keeper.finish();
    }

    /** Whether everything ended within that time, after {@link #close}. Waits: not for the window's thread. */
    public boolean awaitEnd(long seconds) throws InterruptedException {
        return keeper.awaitEnd(seconds);
    }

    // ------------------------------------------------------------------ what is seen

    /** Takes over how the experiment stands now, and asks training lanes for their next snapshot. */
    public void pull() {
        experiment.get().ifPresent(running -> {
            playing.set(running.playing());
            lockstep.set(running.lockstep());
            lanes.follow(running);
            lanes().forEach(LaneModel::pull);
            history.pull();
            finished.set(running.finished() && lanes().stream().anyMatch(LaneModel::atHorizon));
            if (running.playing()) {
                lanes().forEach(LaneModel::requestSnapshot);
            }
            makeRoom(running);
        });
    }

    /** What is kept takes memory, and what a person looks at comes first. */
    private void makeRoom(Experiment running) {
        boolean ranOut = running.lanes().stream()
                .anyMatch(
                        lane -> lane.failure().filter(LaneFailure::outOfMemory).isPresent());
        if (ranOut && kept.release()) {
            say("Memory ran out, so the run before is no longer kept; Reset starts this one again");
        }
    }

    /** Does something with the experiment on show, if there is one. */
    public void whenOpen(Consumer<Experiment> command) {
        experiment.get().ifPresent(running -> {
            command.accept(running);
            pull();
        });
    }

    /** Shows a line in the status bar. */
    public void say(String line) {
        message.set(line);
    }

    /** Tells the person what did not work. */
    public void report(String title, Throwable failure) {
        say(title);
        problem.set(Optional.of(Problem.of(title, failure)));
    }

    /** Tells the person what did not work, in words that are ready. */
    public void report(String title, String text) {
        say(title);
        problem.set(Optional.of(new Problem(title, text)));
    }

    /** Looking back at what lanes recorded. */
    public HistoryModel history() {
        return history;
    }

    /** How fast lanes train. */
    public ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /** What {@link #undo} would bring back. */
    public KeptRun kept() {
        return kept;
    }

    /** What computes, and the choice of it. */
    public EngineModel engine() {
        return engine;
    }

    public ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /** The preset on show as a person chose it, before values were changed here. */
    Optional<Preset> chosen() {
        return chosen.of(experiment.get());
    }

    public ObservableList<LaneModel> lanes() {
        return lanes.models();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether an experiment is being read or prepared. */
    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Whether lanes will train as soon as they can be seen. */
    public ReadOnlyBooleanProperty awaitedProperty() {
        return awaited.getReadOnlyProperty();
    }

    /** Whether training ended at the horizon. */
    public ReadOnlyBooleanProperty finishedProperty() {
        return finished.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lockstepProperty() {
        return lockstep.getReadOnlyProperty();
    }

    /** The last thing that happened, as half a sentence. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The last thing that did not work; a new object each time. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
