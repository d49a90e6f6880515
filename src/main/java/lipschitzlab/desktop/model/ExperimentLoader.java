package lipschitzlab.desktop.model;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.setting.InputException;

/** Opens and closes experiments, and does whatever else may take long; in the background, one after another. */
final class ExperimentLoader {
    private final BackgroundRunner runner = new BackgroundRunner("experiment-loader");
    private final EngineSelection selection;
    private final Messages messages;

    /** @param messages where it is told what did not work */
    ExperimentLoader(EngineSelection selection, Messages messages) {
        this.selection = selection;
        this.messages = messages;
    }

    /** Opens an experiment; fails with an {@link InputException} if what it is made of cannot be read. */
    void open(OpenRequest.Source source, Consumer<Experiment> opened, Consumer<Throwable> failed) {
        runner.run(() -> source.open(selection.current()), opened, failed);
    }

    /** Closes an experiment, after the step at hand. */
    void close(Experiment experiment) {
        runner.run(
                () -> {
                    experiment.close();
                    return experiment;
                },
                closed -> {},
                failure -> messages.report("The last experiment did not end well", failure));
    }

    /**
     * Does something else, after what was asked for before.
     *
     * @param title what to say of it if it fails
     * @param afterFailure done after that was said
     */
    <T> void run(String title, Callable<T> work, Consumer<? super T> done, Runnable afterFailure) {
        runner.run(work, done, failure -> {
            messages.report(title, failure);
            afterFailure.run();
        });
    }

    /** Takes no more orders. */
    void finish() {
        runner.finish();
    }

    /** Whether all was done within that time, after {@link #finish}. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return runner.awaitEnd(seconds);
    }
}
