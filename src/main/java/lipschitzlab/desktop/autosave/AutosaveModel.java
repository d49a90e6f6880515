package lipschitzlab.desktop.autosave;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.autosave.AutosaveStore;
import lipschitzlab.export.autosave.Autosaver;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the window saves what it trains by itself: every minute while lanes train, when they rest, and at its end. Used on the
 * window's thread; files are written in the background, one save after another, and training never waits.
 */
public final class AutosaveModel {
    /** How often a run is saved while it trains. */
    public static final Duration PERIOD = Duration.ofMinutes(1);

    /** A save that takes long is followed by so many times its own time without one. */
    private static final int REST = 5;

    /** Lanes that rest are saved soon, but not at every press of Step. */
    private static final int SHORTER_AT_REST = 12;

    private static final javafx.util.Duration LOOK = javafx.util.Duration.seconds(1);

    /** A machine that shuts down kills a program ten seconds or more after it asked it to end. */
    private static final Duration FOR_STEPS = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(AutosaveModel.class);

    private final LabModel model;
    private final AutosavePreferences preferences;
    private final Duration period;
    private final BackgroundRunner runner = new BackgroundRunner("autosave");
    private final Autosaver saver;
    private final KeptRuns runs;
    private final Timeline looks = new Timeline(new KeyFrame(LOOK, event -> look()));
    private volatile Optional<Experiment> shown = Optional.empty();
    private volatile Stand saved = Stand.NOTHING;
    private Optional<AutosaveStore> store;
    private BiConsumer<Path, Experiment> ended = (folder, run) -> {};
    private boolean saving;
    private boolean failing;
    private long nextSave;

    public AutosaveModel(LabModel model, AutosavePreferences preferences) {
        this(model, preferences, PERIOD);
    }

    /** @param period from one save to the next while lanes train */
    public AutosaveModel(LabModel model, AutosavePreferences preferences, Duration period) {
        this.model = model;
        this.preferences = preferences;
        this.period = period;
        this.store = preferences.store();
        this.saver = new Autosaver(store);
        this.runs = new KeptRuns(
                runner, () -> store, model::say, failure -> model.report("Kept runs could not be changed", failure));
        model.experimentProperty().subscribe(this::turnTo);
        looks.setCycleCount(Animation.INDEFINITE);
        looks.play();
    }

    /** From now on takes the folder of each run whose keeping ended well, with the experiment as it stood then. */
    public void whenEnded(BiConsumer<Path, Experiment> taker) {
        ended = taker;
    }

    /** What earlier windows, and this one, left. */
    public KeptRuns runs() {
        return runs;
    }

    // ------------------------------------------------------------------ what is kept

    private void turnTo(Optional<Experiment> next) {
        shown.ifPresent(this::leave);
        shown = next;
        // What an earlier run left is there already.
        saved = next.map(Stand::of).orElse(Stand.NOTHING);
        nextSave = System.nanoTime() + period.toNanos();
        next.ifPresent(now -> model.records().of(now).ifPresent(run -> run(() -> saver.adopt(run.folder(), now))));
    }

    /** What another takes the place of is kept as it stands if it took long to train; otherwise it is soon made again. */
    private void leave(Experiment before) {
        boolean worth = model.kept().isLong(before);
        boolean changed = unsaved(before);
        runner.run(
                () -> {
                    if (!worth) {
                        saver.forget(before);
                    } else if (changed) {
                        saver.save(before);
                    }
                    return leaveFolder();
                },
                folder -> folder.ifPresent(left -> ended.accept(left, before)),
                this::tell);
    }

    /** Gives back the folder that was written, and returns it. */
    private Optional<Path> leaveFolder() {
        Optional<Path> folder = saver.folder();
        saver.leave();
        return folder;
    }

    /** Once a second: saves what is due, and writes what a slow lane took since the last save. */
    private void look() {
        if (store.isPresent() && !saving) {
            shown.filter(running -> unsaved(running) && due(running))
                    .ifPresentOrElse(
                            this::save,
                            () -> run(() -> {
                                saver.writeTaken();
                                return saver;
                            }));
        }
    }

    private boolean unsaved(Experiment running) {
        Stand stand = Stand.of(running);
        return stand.trained() && !stand.equals(saved);
    }

    private boolean due(Experiment running) {
        long early = running.busy() ? 0 : period.toNanos() - period.toNanos() / SHORTER_AT_REST;
        return System.nanoTime() + early >= nextSave;
    }

    private void save(Experiment running) {
        saving = true;
        Stand stand = Stand.of(running);
        long start = System.nanoTime();
        runner.run(
                () -> saver.save(running),
                done -> {
                    rest(System.nanoTime() - start);
                    if (shown.filter(running::equals).isPresent()) {
                        saved = stand;
                    }
                    if (failing) {
                        failing = false;
                        model.say("Kept again");
                    }
                },
                failure -> {
                    rest(0);
                    tell(failure);
                });
    }

    private void rest(long took) {
        LOG.debug("a save took {} ms", took / 1_000_000);
        saving = false;
        nextSave = System.nanoTime() + Math.max(period.toNanos(), REST * took);
    }

    /** Once for as long as it goes on: a person who trains is not to be asked anything. */
    private void tell(Throwable failure) {
        LOG.debug("a run was not kept", failure);
        if (!failing) {
            failing = true;
            model.say("Not kept: " + words(failure) + " Training goes on, and the next save tries again.");
        }
    }

    private static String words(Throwable failure) {
        return failure instanceof InputException ? failure.getMessage() : failure + ".";
    }

    private <T> void run(Callable<T> work) {
        runner.run(work, done -> {}, this::tell);
    }

    // ------------------------------------------------------------------ the end

    /** Whether an experiment is kept when the window closes, so that nothing of it is lost. */
    public boolean keeps(Experiment running) {
        return store.isPresent() && Stand.of(running).trained();
    }

    /**
     * Saves what is on show before the window closes: training stops after the steps at hand.
     *
     * @param done when it is kept
     * @param refused is told why it could not be kept
     */
    public void finish(Runnable done, Consumer<String> refused) {
        Optional<Experiment> now = shown;
        now.ifPresent(Experiment::pause);
        runner.run(
                () -> {
                    saveAtRest(now);
                    return leaveFolder();
                },
                folder -> {
                    now.ifPresent(run -> {
                        saved = Stand.of(run);
                        folder.ifPresent(left -> ended.accept(left, run));
                    });
                    done.run();
                },
                failure -> refused.accept(words(failure)));
    }

    private void saveAtRest(Optional<Experiment> now) throws InterruptedException {
        if (now.isPresent()) {
            now.get().awaitRest(FOR_STEPS);
            if (unsaved(now.get())) {
                saver.save(now.get());
            }
        }
    }

    /** Ends; what is on show is saved before the model closes it, unless {@link #finish} did that. Returns at once. */
    public void close() {
        looks.stop();
        Optional<Experiment> now = shown;
        shown = Optional.empty();
        runner.finish();
        now.ifPresent(Experiment::pause);
        model.inBackground(
                "The run was not kept",
                () -> {
                    saveAtRest(now);
                    saver.leave();
                    return now;
                },
                kept -> {});
    }

    /**
     * Saves what is on show as it stands, since the program is asked to end; it stays to be offered at the next start. From any
     * thread; waits.
     */
    public void saveBeforeTheEnd() {
        Optional<Experiment> now = shown;
        now.ifPresent(Experiment::pause);
        try {
            saveAtRest(now);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (InputException refused) {
            LOG.warn("the run was not kept: {}", refused.getMessage());
        }
    }

    // ------------------------------------------------------------------ settings

    /** What is remembered of whether, where and in how much space runs are kept. */
    AutosavePreferences preferences() {
        return preferences;
    }

    /** Takes over settings that were changed; what was kept stays where it is. */
    void settingsChanged() {
        store = preferences.store();
        saved = Stand.NOTHING;
        failing = false;
        nextSave = System.nanoTime();
        Optional<AutosaveStore> other = store;
        run(() -> {
            saver.keepIn(other);
            return other;
        });
        runs.look();
    }
}
