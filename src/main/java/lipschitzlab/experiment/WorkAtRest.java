package lipschitzlab.experiment;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Some work that another thread does once, and that somebody waits for. */
final class WorkAtRest implements Runnable {
    private static final int LOOK_MILLIS = 20;

    private final FutureTask<Boolean> task;
    private volatile boolean begun;

    WorkAtRest(Runnable work) {
        this.task = new FutureTask<>(work, true);
    }

    @Override
    public void run() {
        begun = true;
        task.run();
    }

    /**
     * Waits until it is done, or will not be begun any more, but no longer than this.
     *
     * @param closed whether it will not be begun any more, if it was not
     * @return whether it was done
     * @throws RuntimeException what the work threw
     */
    boolean await(BooleanSupplier closed, Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        while (!task.isDone()
                && (begun || !closed.getAsBoolean())
                && !longest.minusNanos(System.nanoTime() - start).isNegative()) {
            if (doneWithin(LOOK_MILLIS)) {
                return true;
            }
        }
        return task.isDone() && doneWithin(0);
    }

    private boolean doneWithin(int millis) throws InterruptedException {
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException("what was to be done at rest failed", failed);
        }
    }
}
