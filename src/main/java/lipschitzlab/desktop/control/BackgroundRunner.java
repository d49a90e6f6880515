package lipschitzlab.desktop.control;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that may take long, one task after another on a thread of its own; results come back on the window's thread. */
public final class BackgroundRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRunner.class);

    private final String name;
    private final ExecutorService thread;

    public BackgroundRunner(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Runs work, then hands its result, or why it failed, to the window's thread. Nothing happens after {@link #finish}. */
    public <T> void run(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        try {
            thread.execute(() -> carryOut(work, done, failed));
        } catch (RejectedExecutionException finished) {
            LOG.debug("{} has finished; a task was left out", name, finished);
        }
    }

    private <T> void carryOut(Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception | LinkageError | OutOfMemoryError failure) {
            LOG.debug("a task of {} failed", name, failure);
            Platform.runLater(() -> failed.accept(failure));
            return;
        }
        Platform.runLater(() -> done.accept(result));
    }

    /**
     * Does some work when the program is asked to end from outside, as by a system that shuts down, or when it ends by itself. Neither the
     * window nor its thread can be relied on by then. The program ends when the work is done.
     */
    public static void whenAskedToEnd(Runnable work) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(work, "when-asked-to-end"));
        } catch (IllegalStateException ending) {
            LOG.debug("the program ends already", ending);
        }
    }

    /** Takes no more work; what was handed over before is still done. */
    public void finish() {
        thread.shutdown();
    }

    /** Whether all work was done within that time, after {@link #finish}. */
    public boolean awaitEnd(long seconds) throws InterruptedException {
        return thread.awaitTermination(seconds, TimeUnit.SECONDS);
    }
}
