package lipschitzlab.desktop.model;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;

/** Opens and closes experiments, which may take long; in the background, one after another. */
final class ExperimentKeeper {
    private final BackgroundRunner hand = new BackgroundRunner("experiment-keeper");
    private final EngineSelection selection;

    ExperimentKeeper(EngineSelection selection) {
        this.selection = selection;
    }

    /** Opens an experiment; fails with an {@link InputException} if its preset or data cannot be read. */
    void open(Callable<Preset> preset, Consumer<Experiment> opened, Consumer<Throwable> failed) {
        hand.run(() -> Experiment.open(preset.call(), selection.current()), opened, failed);
    }

    /** Closes an experiment, after the step at hand. */
    void close(Experiment experiment, Consumer<Throwable> failed) {
        hand.run(
                () -> {
                    experiment.close();
                    return experiment;
                },
                closed -> {},
                failed);
    }

    /** Does something else, after what was asked for before. */
    <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        hand.run(work, done, failed);
    }

    /** Takes no more orders. */
    void finish() {
        hand.finish();
    }

    /** Whether all was done within that time, after {@link #finish}. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return hand.awaitEnd(seconds);
    }
}
