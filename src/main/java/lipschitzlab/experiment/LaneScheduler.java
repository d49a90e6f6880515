package lipschitzlab.experiment;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which lane trains when: in rounds or each as fast as it goes, at a pace, and not at all while something needs every lane at rest.
 * All methods may be called from any thread and return at once, unless they say that they wait. What belongs to a lane is used
 * only by the thread that its work was given to, or under this object's lock while it has none.
 */
final class LaneScheduler {
    /** In lockstep, how long a lane trains before it waits for the others. */
    private static final double ROUND_SECONDS = 0.03;

    private final LaneList laneList;
    private final LaneWorkers workers;
    private final Pacing pacing = new Pacing(this::wake);

    /** Lanes that some work is under way for, or waits for a thread. */
    private final Set<Lane> working = new HashSet<>();

    /** Work that needs every lane at rest, such as a reset. */
    private final Deque<Runnable> exclusive = new ArrayDeque<>();

    private int busy;
    private boolean playing;
    private boolean presented = true;
    private boolean closed;
    private boolean lockstep;
    private long stepRequests;

    /** Lanes that play rest at this step. */
    private int stop = Integer.MAX_VALUE;

    /**
     * At rest.
     *
     * @param maxParallel how many lanes train at the same time at most
     */
    LaneScheduler(LaneList laneList, boolean lockstep, int maxParallel) {
        this.laneList = laneList;
        this.lockstep = lockstep;
        this.workers = new LaneWorkers(maxParallel);
        fit();
    }

    /** Fits the number of threads to the number of lanes, up to the largest number allowed. */
    void fit() {
        workers.fit(laneList.lanes().size());
    }

    /** How many lanes train at the same time at most. */
    int parallelLanes() {
        return workers.size();
    }

    /** Whether lanes train, or are about to. */
    synchronized boolean playing() {
        return playing;
    }

    /** Whether any lane is at work at this moment, or trains and only waits for its next step to be due. */
    synchronized boolean busy() {
        return busy > 0 || !exclusive.isEmpty() || playing;
    }

    /** Whether every lane is at its horizon or has stopped by itself. */
    boolean finished() {
        return laneList.lanes().stream().noneMatch(lane -> lane.status().canTrain());
    }

    /** Whether lanes keep the same step. */
    synchronized boolean lockstep() {
        return lockstep;
    }

    /** Lockstep, or each lane as fast as it goes. */
    synchronized void setLockstep(boolean together) {
        lockstep = together;
        dispatch();
    }

    /** Generator steps a second of each lane at most: more than 0; infinite for as many as there can be. */
    synchronized void setPace(double stepsPerSecond) {
        pacing.set(stepsPerSecond);
        dispatch();
    }

    /** Trains on until paused or at the horizon. */
    synchronized void play() {
        playTo(Integer.MAX_VALUE);
    }

    /** As {@link #play()}, but no lane goes beyond this step. */
    synchronized void playTo(int step) {
        stop = step;
        playing = true;
        dispatch();
    }

    /** Stops after the steps at hand. */
    synchronized void pause() {
        playing = false;
        dispatch();
    }

    /** Trains one generator step in every lane, then rests. */
    synchronized void step() {
        playing = false;
        stop = Integer.MAX_VALUE;
        stepRequests++;
        dispatch();
    }

    /** Does some work as soon as every lane rests between two steps. */
    synchronized void whenAtRest(Runnable work) {
        if (!closed) {
            exclusive.add(work);
            dispatch();
        }
    }

    /** As {@link #whenAtRest}, and trains no further until told to. */
    synchronized void stopAndThen(Runnable work) {
        playing = false;
        stepRequests = 0;
        whenAtRest(work);
    }

    /** Waits until every lane rests and nothing is left to do. */
    synchronized void awaitRest() throws InterruptedException {
        while (busy()) {
            wait();
        }
    }

    /** Waits until every lane rests and nothing is left to do, but no longer than this. */
    synchronized void awaitRest(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toMillis(); busy() && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Starts whatever may start now. Every change of what is wanted, and every end of some work, comes through here. */
    private void dispatch() {
        if (!exclusive.isEmpty()) {
            if (busy == 0) {
                Runnable work = exclusive.peek();
                submit(work, () -> exclusive.remove(work));
            }
            return;
        }
        applyRequests();
        if (playing && able().isEmpty()) {
            playing = false;
        }
        boolean single = stepRequests > 0;
        if (playing && !lockstep && !single) {
            startFree();
        } else if (busy == 0 && (playing || single)) {
            startRound(single);
        } else if (busy == 0 && !presented) {
            rest();
        }
        notifyAll();
    }

    /** Makes changes in lanes that rest, which takes no time and lets no other lane wait; a lane at work makes them before its step. */
    private void applyRequests() {
        laneList.lanes().stream().filter(lane -> !working.contains(lane)).forEach(Lane::applyRequests);
    }

    /** Starts what may start now, after something that lanes waited for has happened. */
    synchronized void wake() {
        dispatch();
    }

    /** Those that can train, the slowest first, so that two cores end together. */
    private List<Lane> able() {
        return laneList.lanes().stream()
                .filter(lane -> lane.status().canTrain() && lane.step() < stop)
                .sorted(Comparator.comparingDouble(lane -> lane.status().stepsPerSecond()))
                .toList();
    }

    /** Each lane that rests takes its next step, if that is due. */
    private void startFree() {
        presented = false;
        able().stream()
                .filter(lane -> !working.contains(lane) && pacing.due(List.of(lane)))
                .forEach(lane -> submitStep(lane, lane.step() + 1));
    }

    private void startRound(boolean single) {
        stepRequests = Math.max(0, stepRequests - 1);
        List<Lane> able = able();
        if (able.isEmpty()) {
            stepRequests = 0;
            return;
        }
        presented = false;
        if (lockstep) {
            startTogether(able, single);
        } else {
            able.forEach(lane -> submitStep(lane, lane.step() + 1));
        }
    }

    /** Those that are furthest behind: all of them, unless they ran free before or one was added. */
    private void startTogether(List<Lane> able, boolean single) {
        int slowest = able.stream().mapToInt(Lane::step).min().orElseThrow();
        List<Lane> behind = able.stream().filter(lane -> lane.step() == slowest).toList();
        List<Lane> ahead = able.stream().filter(lane -> lane.step() > slowest).toList();
        boolean paced = !single && ahead.isEmpty() && pacing.limited();
        if (paced && !pacing.due(behind)) {
            return;
        }
        ahead.forEach(lane -> lane.setState(LaneState.WAITING));
        int next = ahead.stream().mapToInt(Lane::step).min().orElse(Integer.MAX_VALUE);
        int target = Math.min(Math.min(next, stop), slowest + (single || paced ? 1 : stepsOfRound(behind.get(0))));
        behind.forEach(lane -> submitStep(lane, target));
    }

    /** As many as the slowest lane takes in a time too short to notice; with rounds of one step cores would wait for each other. */
    private static int stepsOfRound(Lane slowest) {
        return Math.max(1, (int) (ROUND_SECONDS * slowest.status().stepsPerSecond()));
    }

    private void submitStep(Lane lane, int target) {
        lane.setState(LaneState.RUNNING);
        boolean last = lane.step() + 1 == target;
        submit(lane, () -> lane.advance(last), () -> {
            LaneStatus now = lane.status();
            if (now.step() < target && now.canTrain()) {
                submitStep(lane, target);
            }
        });
    }

    /** All lanes stop: each publishes a complete snapshot. */
    private void rest() {
        presented = true;
        for (Lane lane : laneList.lanes()) {
            lane.setState(lane.step() == 0 ? LaneState.READY : LaneState.PAUSED);
            submit(lane, lane::publishSnapshot, () -> {});
        }
    }

    private void submit(Lane lane, Runnable work, Runnable afterwards) {
        working.add(lane);
        submit(work, () -> {
            working.remove(lane);
            afterwards.run();
        });
    }

    private void submit(Runnable work, Runnable afterwards) {
        if (closed) {
            return;
        }
        busy++;
        workers.execute(() -> {
            try {
                work.run();
            } finally {
                synchronized (this) {
                    busy--;
                    afterwards.run();
                    dispatch();
                    notifyAll();
                }
            }
        });
    }

    /**
     * Stops after the steps at hand and waits for them.
     *
     * @return whether no thread uses any lane any more; otherwise whoever waited was interrupted
     */
    boolean close() {
        synchronized (this) {
            playing = false;
            stepRequests = 0;
            exclusive.clear();
            closed = true;
            pacing.close();
            notifyAll();
        }
        workers.finish();
        try {
            if (!workers.awaitEnd()) {
                throw new IllegalStateException("a lane's step did not end within a minute");
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
