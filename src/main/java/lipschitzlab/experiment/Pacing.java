package lipschitzlab.experiment;

import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * When lanes may take their next step. No thread waits for that moment: the experiment is woken at it. Used under the experiment's
 * lock.
 */
final class Pacing implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Runnable wake;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "pace-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Lane, Long> due = new WeakHashMap<>();
    private long periodNanos;
    private Future<?> next = finished();
    private long nextAt;

    /** @param wake called from another thread when a lane's step may be due */
    Pacing(Runnable wake) {
        this.wake = wake;
        clock.setRemoveOnCancelPolicy(true);
    }

    private static Future<?> finished() {
        FutureTask<?> done = new FutureTask<>(() -> null);
        done.run();
        return done;
    }

    /**
     * Takes effect at once.
     *
     * @param stepsPerSecond more than 0; infinite for as many as there can be
     */
    void set(double stepsPerSecond) {
        if (!(stepsPerSecond > 0)) {
            throw new IllegalArgumentException("expected more than 0 steps a second, found " + stepsPerSecond);
        }
        periodNanos = (long) (NANOS_PER_SECOND / stepsPerSecond);
        due.clear();
    }

    /** Whether lanes have to wait at all. */
    boolean limited() {
        return periodNanos > 0;
    }

    /** Whether all of these lanes may take a step now, which then counts as taken; if not, the experiment is woken when they may. */
    boolean due(List<Lane> lanes) {
        if (!limited()) {
            return true;
        }
        long now = System.nanoTime();
        long wait = lanes.stream()
                .mapToLong(lane -> due.getOrDefault(lane, now) - now)
                .max()
                .orElse(0);
        if (wait > 0) {
            wakeIn(wait, now);
            return false;
        }
        lanes.forEach(lane -> due.merge(lane, now + periodNanos, (last, fresh) -> after(last, now)));
        return true;
    }

    /** A period after the step was due and not after now, so that what a thread wakes late does not add up; but nothing is made up for. */
    private long after(long last, long now) {
        return last + periodNanos - now > 0 ? last + periodNanos : now + periodNanos;
    }

    private void wakeIn(long wait, long now) {
        // A wake whose time has come may be the very one that asks: it would not come again.
        boolean coming = !next.isDone() && nextAt - now > 0;
        boolean inTime = coming && nextAt - (now + wait) <= 0;
        if (!inTime && !clock.isShutdown()) {
            next.cancel(false);
            nextAt = now + wait;
            next = clock.schedule(wake, wait, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
