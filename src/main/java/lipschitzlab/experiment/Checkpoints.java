package lipschitzlab.experiment;

import java.util.ArrayDeque;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * When checkpoints of an experiment's lanes are taken, and those that were taken and wait to be written. A lane copies its arrays between two
 * steps and trains on; if too much waits to be written already, it takes none now and looks again after its next step. May be used
 * from several threads.
 */
public final class Checkpoints {
    /** What may wait to be written: as much as a few small lanes take. One of a larger lane waits alone. */
    private static final long MAX_BYTES = 64L << 20;

    private final Queue<LaneCheckpoint> taken = new ArrayDeque<>();
    private int every = Integer.MAX_VALUE;
    private NavigableSet<Integer> asked = new TreeSet<>();
    private int requests;
    private long bytes;
    private long copying;

    Checkpoints() {}

    /**
     * From now on each lane takes one every so many generator steps, and at these steps exactly.
     *
     * @param steps 1 or more
     */
    public synchronized void every(int steps, Set<Integer> others) {
        if (steps < 1) {
            throw new IllegalArgumentException("expected 1 step or more, found " + steps);
        }
        every = steps;
        asked = new TreeSet<>(others);
    }

    /** Has each lane that trains take one after its step at hand. */
    public synchronized void request() {
        requests++;
    }

    /** Whether one of this step was asked for by its number, so that it is to be kept for good. */
    public synchronized boolean asked(int step) {
        return asked.contains(step);
    }

    /** Hands out the one that was taken first, if any waits; {@link #written} is to follow. */
    public synchronized Optional<LaneCheckpoint> next() {
        return Optional.ofNullable(taken.poll());
    }

    /** One that was handed out by {@link #next} is needed no more, whether it could be written or not. */
    public synchronized void written(LaneCheckpoint checkpoint) {
        bytes -= checkpoint.bytes();
    }

    /** For how long lanes have copied their arrays for checkpoints, all lanes together; in seconds. */
    public synchronized double copyingSeconds() {
        return copying / 1e9;
    }

    private synchronized boolean due(Turn turn, int step) {
        return turn.answered < requests || step / every > turn.last / every || asksBetween(turn.last, step);
    }

    private boolean asksBetween(int last, int step) {
        return step > last && !asked.subSet(last, false, step, true).isEmpty();
    }

    /** One of a step that was asked for is taken whatever waits: its step will not come again. */
    private synchronized boolean reserve(long wanted, int step) {
        if (bytes > 0 && bytes + wanted > MAX_BYTES && !asked.contains(step)) {
            return false;
        }
        bytes += wanted;
        return true;
    }

    private synchronized void add(Turn turn, int step, LaneCheckpoint checkpoint, long nanos) {
        copying += nanos;
        turn.last = step;
        turn.answered = requests;
        taken.add(checkpoint);
    }

    /** A lane's account, from its start at some step. */
    Turn turn(int start) {
        return new Turn(start);
    }

    /** What a lane knows of its own checkpoints. Used by the lane's thread. */
    final class Turn {
        private int last;
        private int answered;

        private Turn(int start) {
            synchronized (Checkpoints.this) {
                last = start;
                answered = requests;
            }
        }

        /**
         * A step was trained: takes a checkpoint if one is due and may be taken.
         *
         * @param size what it will take in memory
         */
        void afterStep(int step, Supplier<Long> size, Supplier<LaneCheckpoint> take) {
            if (!due(this, step) || !reserve(size.get(), step)) {
                return;
            }
            long start = System.nanoTime();
            LaneCheckpoint copied = take.get();
            add(this, step, copied, System.nanoTime() - start);
        }
    }
}
