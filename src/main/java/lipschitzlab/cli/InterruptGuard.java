package lipschitzlab.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C, or a request to terminate, into an orderly end: the running steps end, the owner of this guard writes its
 * results, and the program ends when the guard is closed. It does not wait for ever: a step that takes too long is abandoned,
 * and an owner that does not ask in time whether it was interrupted is not waited for.
 */
public final class InterruptGuard implements AutoCloseable {
    /** A machine or a container that shuts down kills a program ten seconds or more after it asked it to end. */
    private static final Duration FOR_STEPS = Duration.ofSeconds(3);

    private static final Duration FOR_DRAWING = Duration.ofSeconds(8);
    private static final Duration FOR_NOTICE = Duration.ofSeconds(10);
    private static final Duration FOR_WRITING = Duration.ofSeconds(60);

    private final Duration forSteps;
    private final Duration forNotice;
    private final CountDownLatch noticed = new CountDownLatch(1);
    private final CountDownLatch written = new CountDownLatch(1);
    private final Thread hook;
    private Runnable pause = () -> {};
    private volatile boolean interrupted;
    private volatile long since;

    /** Guards from now on. */
    public InterruptGuard() {
        this(FOR_STEPS, FOR_NOTICE);
    }

    InterruptGuard(Duration forSteps, Duration forNotice) {
        this.forSteps = forSteps;
        this.forNotice = forNotice;
        this.hook = new Thread(this::pauseAndWait, "pause-on-interrupt");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program was asked to end just before: nothing more is begun.
            interrupt();
        }
    }

    /**
     * Sets what is to be done when the program is asked to end, in place of what was set before. If it was asked already, it
     * is done at once.
     *
     * @param work asks for an end of the steps at hand and returns at once; from another thread
     */
    public synchronized void pauses(Runnable work) {
        pause = work;
        if (interrupted) {
            work.run();
        }
    }

    private synchronized void interrupt() {
        since = System.nanoTime();
        interrupted = true;
        pause.run();
    }

    /** What happens when the program is asked to end; the program ends when this returns. */
    void pauseAndWait() {
        interrupt();
        try {
            if (noticed.await(forNotice.toMillis(), TimeUnit.MILLISECONDS)) {
                written.await(FOR_WRITING.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the program was asked to end; the owner then ends its work, writes and closes this guard. */
    public boolean interrupted() {
        if (interrupted) {
            noticed.countDown();
        }
        return interrupted;
    }

    /** Whether the program was asked to end so long ago that the steps at hand are not waited for any longer. */
    public boolean overdue() {
        return interrupted() && past(forSteps);
    }

    /** Whether there is time left for drawings, which can be made again from numbers: always, unless the program is to end. */
    public boolean timeToDraw() {
        return !interrupted() || !past(FOR_DRAWING);
    }

    private boolean past(Duration longest) {
        return System.nanoTime() - since > longest.toNanos();
    }

    @Override
    public void close() {
        noticed.countDown();
        written.countDown();
        if (!interrupted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The program was asked to end at this very moment; the hook finds everything written.
                interrupted = true;
            }
        }
    }
}
