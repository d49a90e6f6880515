package lipschitzlab.desktop.model;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.LaneFailure;
import lipschitzlab.preset.Pace;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.InputException;

/**
 * The experiment on show and what a person may do to it. Once made, used on the window's thread only; nothing here waits for training,
 * since opening and closing happen in the background, in the order of the commands.
 */
public final class LabModel {
    private static final String STARTING = "Starting the engine …";

    private final Messages messages = new Messages();
    private final ExperimentLoader loader;
    private final EngineModel engine;
    private final ExperimentSession session;
    private final TrainingModel training;
    private final ShownLanes lanes = new ShownLanes();
    private final FloorModel floors = new FloorModel(messages);
    private final ComparisonModel comparison = new ComparisonModel(messages);
    private final HistoryModel history = new HistoryModel(lanes.models());
    private final RecordModel records = new RecordModel();

    /** A model without an experiment, which chooses its engine in the background. */
    public LabModel(EngineSelection selection) {
        this(selection, KeptRun.LONG_SECONDS);
    }

    /** As the other; more training than so many seconds is not lost without a question or an undo. */
    public LabModel(EngineSelection selection, double longSeconds) {
        this.loader = new ExperimentLoader(selection, messages);
        this.engine = new EngineModel(selection, loader, messages, this::startAgain);
        this.session = new ExperimentSession(loader, longSeconds, this::train);
        this.training = new TrainingModel(session, messages, this::whenOpen);
        say(STARTING);
        experimentProperty().subscribe(now -> comparison.opened());
        engine.start();
    }

    // ------------------------------------------------------------------ commands

    /** Opens another experiment, at rest; the one on show stays if that fails. */
    public void open(Preset preset) {
        open(OpenRequest.of(preset), LabModel::opened, failure -> false);
    }

    /** Opens a preset and trains it to a step, where it rests. */
    public void openAndTrainTo(Preset preset, int step) {
        open(OpenRequest.playing(preset), LabModel::opened, failure -> false);
        training.stopAt(OptionalInt.of(step));
    }

    /** Opens a preset by its name or path, at rest; one that has data, or needs no file of them. */
    public void open(String nameOrPath) {
        open(OpenRequest.named(nameOrPath), LabModel::opened, failure -> false);
    }

    /** Opens what was open at the last start; if that cannot be read any more, says so and opens what comes first. */
    public void openAgain(String nameOrPath) {
        open(
                OpenRequest.named(nameOrPath),
                LabModel::opened,
                failure -> failure instanceof InputException && !nameOrPath.equals(Presets.DEFAULT));
    }

    /** Opens a run as its folder has it, at rest: nothing is trained. If that fails and nothing is on show, what comes first is. */
    public void openRun(Path folder) {
        open(
                OpenRequest.from(backend -> records.open(folder, backend)),
                preset -> preset.title() + " is open as that run left it",
                failure -> experimentProperty().get().isEmpty());
    }

    /** On another engine: a record is opened again, anything else starts from its initial weights. */
    private void startAgain(String said) {
        records.onShowProperty()
                .get()
                .ifPresentOrElse(
                        run -> openRun(run.folder()),
                        () -> restart(UnaryOperator.identity(), said, training().isTraining()));
    }

    private static String opened(Preset preset) {
        return preset.title() + " is open";
    }

    private void reopen(Preset changed, String afterwards, boolean thenPlay) {
        open(OpenRequest.changed(changed, thenPlay), opened -> afterwards, failure -> false);
    }

    private void open(OpenRequest request, Function<Preset, String> afterwards, Predicate<Throwable> replaceable) {
        say(engine.backendProperty().get().isPresent() ? "Opening …" : STARTING);
        training.stopAt(OptionalInt.empty());
        session.open(
                request,
                opened -> {
                    boolean keeps = show(opened);
                    say(afterwards.apply(opened.preset()) + (keeps ? kept().offer() : ""));
                    records.of(opened)
                            .filter(run -> !run.notes().isEmpty())
                            .ifPresent(run ->
                                    report("Not all of this run could be read", String.join("\n\n", run.notes())));
                },
                failure -> {
                    training.stopAt(OptionalInt.empty());
                    messages.report("The experiment could not be opened", failure);
                    if (replaceable.test(failure)) {
                        open(Presets.DEFAULT);
                    }
                });
    }

    /** Shows another experiment; tells whether the one before is kept, since it took long to train. */
    private boolean show(Experiment next) {
        training.pace(next);
        lanes.clear();
        boolean keeps = session.show(next);
        lanes.follow(next);
        pull();
        session.beginUnlessPainted();
        return keeps;
    }

    private void train() {
        training.train();
    }

    /** Goes back to the initial weights of the preset as it was opened. */
    public void rewind(String afterwards) {
        history.live();
        whenOpen(running -> {
            if (kept().isLong(running)) {
                reopen(
                        PresetEdit.at(running.preset(), running.lockstep() ? Pace.LOCKSTEP : Pace.FREE),
                        afterwards,
                        false);
            } else {
                running.reset();
                say(afterwards);
            }
        });
    }

    /** Brings back the last long run that another took the place of, at rest. */
    public void undo() {
        session.undo().ifPresent(run -> {
            show(run);
            say("Brought back: " + KeptRun.inWords(run));
        });
    }

    /** Starts again with a changed preset: that of the experiment as it stands, or of the one last wanted if there is none. */
    public void restart(UnaryOperator<Preset> change, String afterwards, boolean thenPlay) {
        session.preset().map(change).ifPresent(preset -> reopen(preset, afterwards, thenPlay));
    }

    /** Something paints the lanes from now on, and tells {@link #onFirstFrame} when it did so first: Play waits for that. */
    public void awaitFirstFrames() {
        session.awaitFirstFrames();
    }

    /** A first frame of every lane of the experiment on show is painted: if Play is pending, they train. */
    public void onFirstFrame() {
        session.onFirstFrame();
    }

    /** Does something that may take long, such as saving, after what was asked for before. */
    public <T> void inBackground(String title, Callable<T> work, Consumer<? super T> done) {
        loader.run(title, work, done, () -> {});
    }

    /** Stops everything. Returns at once; the experiment ends after the step at hand. */
    public void close() {
        session.close();
        lanes.clear();
        floors.close();
        comparison.close();
        loader.finish();
    }

    /** Whether everything ended within that time, after {@link #close}. Waits: not for the window's thread. */
    public boolean awaitEnd(long seconds) throws InterruptedException {
        return loader.awaitEnd(seconds);
    }

    // ------------------------------------------------------------------ what is seen

    /** Takes over how the experiment stands now, and asks training lanes for their next snapshot. */
    public void pull() {
        experimentProperty().get().ifPresent(running -> {
            lanes.follow(running);
            lanes().forEach(LaneModel::pull);
            history.pull();
            records.pull(Optional.of(running));
            training.pull(running, lanes().stream().anyMatch(LaneModel::atHorizon));
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
        if (ranOut && kept().release()) {
            say("Memory ran out, so the run before is no longer kept; Reset starts this one again");
        }
    }

    /** Does something with the experiment on show, if there is one. */
    public void whenOpen(Consumer<Experiment> command) {
        experimentProperty().get().ifPresent(running -> {
            command.accept(running);
            pull();
        });
    }

    /** Shows a line in the status bar. */
    public void say(String line) {
        messages.say(line);
    }

    /** Tells the person what did not work. */
    public void report(String title, Throwable failure) {
        messages.report(title, failure);
    }

    /** Tells the person what did not work, in words that are ready. */
    public void report(String title, String text) {
        messages.report(new Problem(title, text));
    }

    /** Looking back at what lanes recorded. */
    public HistoryModel history() {
        return history;
    }

    /** Which run's record is on show. */
    public RecordModel records() {
        return records;
    }

    /** What distances come to between real samples. */
    public FloorModel floors() {
        return floors;
    }

    /** By which features pictures are compared. */
    public ComparisonModel comparison() {
        return comparison;
    }

    /** The training of what is on show, and the commands for it. */
    public TrainingModel training() {
        return training;
    }

    /** What {@link #undo} would bring back. */
    public KeptRun kept() {
        return session.kept();
    }

    /** What computes, and the choice of it. */
    public EngineModel engine() {
        return engine;
    }

    public ReadOnlyObjectProperty<Optional<Experiment>> experimentProperty() {
        return session.experimentProperty();
    }

    /** The preset on show as a person chose it, before values were changed here. */
    public Optional<Preset> chosen() {
        return session.chosen();
    }

    public ObservableList<LaneModel> lanes() {
        return lanes.models();
    }

    /** Whether an experiment is being read or prepared. */
    public ReadOnlyBooleanProperty openingProperty() {
        return session.openingProperty();
    }

    /** The last thing that happened, as half a sentence. */
    public ReadOnlyStringProperty messageProperty() {
        return messages.lastProperty();
    }

    /** The last thing that did not work; a new object each time. */
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return messages.problemProperty();
    }
}
