package lipschitzlab.experiment;

import java.util.concurrent.CountDownLatch;

/**
 * Turns Ctrl-C, or a request to terminate, into a pause: the steps at hand end, whoever opened this guard writes what there
 * is, and only when the guard is closed does the program end.
 */
public final class InterruptGuard implements AutoCloseable {
    private final Runnable pause;
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean interrupted;

    /** Guards an experiment from now on. */
    public InterruptGuard(Experiment experiment) {
        this(experiment::pause);
    }

    /**
     * Guards from now on.
     *
     * @param pause asks for an end of the steps at hand and returns at once; from another thread
     */
    public InterruptGuard(Runnable pause) {
        this.pause = pause;
        this.hook = new Thread(this::pauseAndWait, "pause-on-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void pauseAndWait() {
        interrupted = true;
        pause.run();
        try {
            written.await();
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the program was asked to end. */
    public boolean interrupted() {
        return interrupted;
    }

    @Override
    public void close() {
        written.countDown();
        if (!interrupted) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
