package lipschitzlab.experiment;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Engines;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;

/**
 * Lanes that train side by side on threads of this experiment's own, in lockstep or each as fast as it goes. All methods may be
 * called from any thread and return at once, unless they say that they wait.
 */
public final class Experiment implements AutoCloseable {
    private final Preset preset;
    private final Dataset data;
    private final Engines engines;
    private final List<Lane> lanes;
    private final int parallelLanes;
    private final ExecutorService workers;

    /** Work that needs every lane at rest, such as a reset. */
    private final Deque<Runnable> exclusive = new ArrayDeque<>();

    private int busy;
    private boolean playing;
    private boolean presented = true;
    private boolean closed;
    private boolean lockstep;
    private Set<Detail> looked = Set.of();
    private long stepRequests;

    private Experiment(Preset preset, Dataset data, Engines engines, int mostParallel) {
        this.preset = preset;
        this.data = data;
        this.engines = engines;
        int threads = preset.shared().count(SharedSettings.THREADS_PER_LANE);
        Supplier<Engine> maker = () -> engines.create(threads);
        this.lanes = preset.lanes().stream()
                .map(plan -> new Lane(preset, plan, data, maker))
                .toList();
        this.lockstep = preset.shared().choice(SharedSettings.MODE).equals("lockstep");
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
        this.parallelLanes = Math.min(Math.min(lanes.size(), cores), mostParallel);
        this.workers = Executors.newFixedThreadPool(parallelLanes, namedThreads());
    }

    private static java.util.concurrent.ThreadFactory namedThreads() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "lane-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * An experiment at rest, its data read; its lanes are being prepared.
     *
     * @throws InputException if the preset's data cannot be read
     */
    public static Experiment open(Preset preset, Engines engines) {
        return open(preset, engines, Integer.MAX_VALUE);
    }

    /**
     * As {@link #open(Preset, Engines)}, with a bound on how many lanes train at the same time: with 1 they take turns, and
     * whatever else the machine does slows them alike.
     */
    static Experiment open(Preset preset, Engines engines, int mostParallel) {
        Experiment experiment = new Experiment(preset, preset.data().load(), engines, mostParallel);
        experiment.whenAtRest(() -> experiment.lanes.forEach(Lane::prepare));
        return experiment;
    }

    /** What this experiment was made from. */
    public Preset preset() {
        return preset;
    }

    /** The data that all lanes learn. */
    public Dataset data() {
        return data;
    }

    /** What computes. */
    public Engines engines() {
        return engines;
    }

    /** The lanes, in the preset's order. */
    public List<Lane> lanes() {
        return lanes;
    }

    /** How many lanes train at the same time at most: as many as there are cores for their native threads. */
    public int parallelLanes() {
        return parallelLanes;
    }

    /** Whether Play is on: lanes train, or are about to. */
    public synchronized boolean playing() {
        return playing;
    }

    /** Whether any lane is at work at this moment. */
    public synchronized boolean busy() {
        return busy > 0 || !exclusive.isEmpty();
    }

    /** Whether every lane is at its horizon or has stopped by itself. */
    public boolean finished() {
        return lanes.stream().noneMatch(Lane::canTrain);
    }

    /** Whether lanes keep the same step. */
    public synchronized boolean lockstep() {
        return lockstep;
    }

    /** Lockstep, or each lane as fast as it goes. */
    public synchronized void setLockstep(boolean together) {
        lockstep = together;
        dispatch();
    }

    /** Trains on until paused or at the horizon. */
    public synchronized void play() {
        playing = true;
        dispatch();
    }

    /** Stops after the steps at hand. */
    public synchronized void pause() {
        playing = false;
        dispatch();
    }

    /** Trains one generator step in every lane, then rests. */
    public synchronized void step() {
        playing = false;
        stepRequests++;
        dispatch();
    }

    /** Back to the same initial weights, at rest. */
    public synchronized void reset() {
        playing = false;
        stepRequests = 0;
        whenAtRest(() -> lanes.forEach(Lane::reset));
    }

    /** Moves the horizon to this many steps from where each lane is; falling rates start to fall again. */
    public synchronized void extend(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("expected 1 step or more, found " + steps);
        }
        lanes.forEach(lane -> lane.enqueue(Change.EXTEND, Integer.toString(steps)));
        whenAtRest(() -> lanes.forEach(Lane::applyCommands));
    }

    /**
     * Changes a live setting of one lane, between two of its steps.
     *
     * @throws InputException if the text states no value of that setting
     * @throws IllegalArgumentException if the lane has no such live setting
     */
    public void change(String laneId, String key, String text) {
        Lane lane = lane(laneId);
        Setting setting = lane.plan().values().settings().stream()
                .filter(candidate -> candidate.key().equals(key) && candidate.live())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lane " + laneId + " has no live setting " + key));
        setting.parse(text, "lane " + laneId);
        lane.enqueue(key, text);
        synchronized (this) {
            if (busy == 0) {
                whenAtRest(lane::applyCommands);
            }
        }
    }

    /** Has these details measured for snapshots, in place of those before; at once in lanes that rest. */
    public synchronized void look(Set<Detail> wanted) {
        if (!wanted.equals(looked)) {
            looked = Set.copyOf(wanted);
            lanes.forEach(lane -> lane.look(looked));
            if (!playing) {
                whenAtRest(() -> lanes.forEach(Lane::present));
            }
        }
    }

    /** The lane of this id. */
    public Lane lane(String id) {
        return lanes.stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lane '" + id + "'"));
    }

    /** The preset with everything that was changed since the last reset: running it repeats this run. */
    public Preset resolved() {
        List<Change> changes = new ArrayList<>();
        lanes.forEach(lane -> changes.addAll(lane.changes()));
        changes.sort(Comparator.comparingInt(Change::step));
        return preset.withChanges(changes);
    }

    /** Waits until every lane rests and nothing is left to do. */
    public synchronized void awaitRest() throws InterruptedException {
        while (busy > 0 || !exclusive.isEmpty()) {
            wait();
        }
    }

    /** Waits until every lane rests and nothing is left to do, but no longer than this. */
    public synchronized void awaitRest(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toMillis(); busy() && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    // ------------------------------------------------------------------ scheduling

    private synchronized void whenAtRest(Runnable work) {
        if (!closed) {
            exclusive.add(work);
            dispatch();
        }
    }

    /** Starts whatever may start now. Every change of what is wanted, and every end of some work, comes through here. */
    private void dispatch() {
        if (!exclusive.isEmpty()) {
            if (busy == 0) {
                Runnable work = exclusive.peek();
                submit(() -> work.run(), () -> exclusive.remove(work));
            }
            return;
        }
        if (playing && finished()) {
            playing = false;
        }
        if (busy == 0 && (playing || stepRequests > 0)) {
            startRound();
        } else if (busy == 0 && !presented) {
            rest();
        }
        notifyAll();
    }

    private void startRound() {
        presented = false;
        stepRequests = Math.max(0, stepRequests - 1);
        List<Lane> ready = readyLanes();
        if (ready.isEmpty()) {
            return;
        }
        // The slowest first, so that two cores end the round together.
        ready.stream().sorted(Comparator.comparingDouble(Experiment::speed)).forEach(this::submitStep);
    }

    /** In lockstep the lanes that are furthest behind, which is all of them unless they ran free before. */
    private List<Lane> readyLanes() {
        List<Lane> able = lanes.stream().filter(Lane::canTrain).toList();
        int slowest = able.stream().mapToInt(Lane::step).min().orElse(0);
        return lockstep ? able.stream().filter(lane -> lane.step() == slowest).toList() : able;
    }

    private static double speed(Lane lane) {
        return lane.step() / Math.max(1e-9, lane.seconds());
    }

    private void submitStep(Lane lane) {
        lane.setState(LaneState.RUNNING);
        submit(lane::advance, () -> {
            if (playing && !lockstep && exclusive.isEmpty() && lane.canTrain()) {
                submitStep(lane);
            }
        });
    }

    /** All lanes stop: each shows how it looks now. */
    private void rest() {
        presented = true;
        for (Lane lane : lanes) {
            lane.setState(lane.step() == 0 ? LaneState.READY : LaneState.PAUSED);
            submit(lane::present, () -> {});
        }
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

    /** Stops after the steps at hand, waits for them, and frees everything. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            playing = false;
            stepRequests = 0;
            exclusive.clear();
            closed = true;
        }
        workers.shutdown();
        try {
            if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a lane's step did not end within a minute");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        lanes.forEach(Lane::close);
    }
}
