package lipschitzlab.experiment;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which the lanes of one experiment train: one a lane, as far as there are cores. */
final class LaneWorkers {
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named());
    private final int most;

    /**
     * One thread, until {@link #fit}.
     *
     * @param most how many there may be
     */
    LaneWorkers(int most) {
        this.most = most;
    }

    private static ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "lane-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Fits the number of threads to this many lanes; a thread that is no longer needed ends after its work. */
    void fit(int lanes) {
        int wanted = Math.max(1, Math.min(lanes, most));
        if (wanted > threads.getCorePoolSize()) {
            threads.setMaximumPoolSize(wanted);
            threads.setCorePoolSize(wanted);
        } else {
            threads.setCorePoolSize(wanted);
            threads.setMaximumPoolSize(wanted);
        }
    }

    /** How many threads there are at most. */
    int size() {
        return threads.getMaximumPoolSize();
    }

    /** Does some work as soon as a thread is free. */
    void execute(Runnable work) {
        threads.execute(work);
    }

    /** Takes no more work. */
    void finish() {
        threads.shutdown();
    }

    /** Whether all work was done within a minute, after {@link #finish}. */
    boolean awaitEnd() throws InterruptedException {
        return threads.awaitTermination(1, TimeUnit.MINUTES);
    }
}
