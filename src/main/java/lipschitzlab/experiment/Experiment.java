package lipschitzlab.experiment;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lipschitzlab.compute.device.Engines;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.measurement.Detail;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LanePlan;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;

/**
 * Lanes that train side by side on threads of this experiment's own, in lockstep or each as fast as it goes. All methods may be
 * called from any thread and return at once, unless they say that they wait.
 */
public final class Experiment implements AutoCloseable {
    /** In lockstep, how long a lane trains before it waits for the others. */
    private static final double ROUND_SECONDS = 0.03;

    private final Dataset data;
    private final Engines engines;
    private final LaneRoster roster;
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
    private Set<Detail> looked = Set.of();
    private long stepRequests;

    private Experiment(Preset preset, Dataset data, Engines engines, int mostParallel) {
        this.data = data;
        this.engines = engines;
        int threads = preset.shared().count(SharedSettings.THREADS_PER_LANE);
        this.roster = new LaneRoster(preset, data, () -> engines.create(threads));
        this.lockstep = preset.shared().choice(SharedSettings.MODE).equals("lockstep");
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
        this.workers = new LaneWorkers(Math.min(cores, mostParallel));
        workers.fit(lanes().size());
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
     *
     * @param mostParallel 1 or more
     */
    public static Experiment open(Preset preset, Engines engines, int mostParallel) {
        Experiment experiment = new Experiment(preset, preset.data().load(), engines, mostParallel);
        experiment.whenAtRest(() -> experiment.lanes().forEach(Lane::prepare));
        return experiment;
    }

    /** What this experiment was made from, with the lanes that it has now. */
    public Preset preset() {
        return roster.preset();
    }

    /** The data that all lanes learn. */
    public Dataset data() {
        return data;
    }

    /** What computes. */
    public Engines engines() {
        return engines;
    }

    /** The lanes, in the preset's order, those that were added behind them; a list that never changes, but is replaced. */
    public List<Lane> lanes() {
        return roster.lanes();
    }

    /** How many lanes train at the same time at most: as many as there are cores for their native threads. */
    public int parallelLanes() {
        return workers.size();
    }

    /** Whether Play is on: lanes train, or are about to. */
    public synchronized boolean playing() {
        return playing;
    }

    /** Whether any lane is at work at this moment, or trains and only waits for its next step to be due. */
    public synchronized boolean busy() {
        return busy > 0 || !exclusive.isEmpty() || playing;
    }

    /** Whether every lane is at its horizon or has stopped by itself. */
    public boolean finished() {
        return lanes().stream().noneMatch(Lane::canTrain);
    }

    /** Whether lanes keep the same step: while they train, to within a fraction of a second; and whatever is seen of them. */
    public synchronized boolean lockstep() {
        return lockstep;
    }

    /** Lockstep, or each lane as fast as it goes. */
    public synchronized void setLockstep(boolean together) {
        lockstep = together;
        dispatch();
    }

    /**
     * How many generator steps a second each lane takes while it plays, at most; for whoever wants to watch. The steps are the
     * same at any pace, and {@link Lane#seconds} counts none of the waiting. A lane that catches up with others does not wait.
     *
     * @param stepsPerSecond more than 0; infinite for as many as there can be
     */
    public synchronized void setPace(double stepsPerSecond) {
        pacing.set(stepsPerSecond);
        dispatch();
    }

    /**
     * Roughly for how long it has trained, in seconds: the time of all lanes' steps, of which as many run together as there are
     * cores. Time at rest, and what a pace has lanes wait, is left out.
     */
    public double trainedSeconds() {
        List<Lane> lanes = lanes();
        double sum = lanes.stream().mapToDouble(Lane::seconds).sum();
        return sum / Math.max(1, Math.min(lanes.size(), parallelLanes()));
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
        whenAtRest(() -> lanes().forEach(Lane::reset));
    }

    /** Moves the horizon to this many steps from where each lane is; falling rates start to fall again. */
    public synchronized void extend(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("expected 1 step or more, found " + steps);
        }
        lanes().forEach(lane -> lane.enqueue(Change.EXTEND, Integer.toString(steps)));
        whenAtRest(() -> lanes().forEach(Lane::applyCommands));
    }

    /**
     * Changes a live setting of one lane, between two of its steps; also of a lane that trains no more while others do.
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
        whenAtRest(lane::applyCommands);
    }

    /**
     * Takes in one more lane, behind the others. It starts at step 0 from the same weights and sees the same batches and noise,
     * since these are keyed by seed and step; its horizon is moved where the others' was. In lockstep the others wait until it is
     * where they are, so that its numbers are those that it would have had if it had been there from the start.
     *
     * @throws InputException if there are {@link LaneRules#MOST} lanes already, or the id is another lane's or none
     */
    public synchronized Lane add(LanePlan plan) {
        Lane added = roster.add(plan);
        added.look(looked);
        workers.fit(lanes().size());
        whenAtRest(() -> {
            roster.extendAsOthers(added);
            added.prepare();
        });
        return added;
    }

    /**
     * Takes a lane out, whatever its state, with all that it trained; its networks are freed as soon as all lanes rest between two
     * steps, and the others go on.
     *
     * @throws InputException if it is the last one
     * @throws IllegalArgumentException if there is no such lane
     */
    public synchronized void remove(String laneId) {
        roster.remove(laneId);
        workers.fit(lanes().size());
        whenAtRest(roster::closeRemoved);
    }

    /**
     * Gives a lane another id; everything else stays, what it trained included.
     *
     * @throws InputException if the id is another lane's or none
     * @throws IllegalArgumentException if there is no such lane
     */
    public synchronized void rename(String laneId, String otherId) {
        roster.rename(laneId, otherId);
        notifyAll();
    }

    /**
     * Gives a lane a title of a person's own, which may be any text; one that says nothing leaves the lane with the title that
     * {@link LaneTitles} makes. Everything else stays.
     *
     * @throws InputException if it is too long, or holds what cannot be written
     * @throws IllegalArgumentException if there is no such lane
     */
    public synchronized void retitle(String laneId, String title) {
        roster.retitle(laneId, title);
        notifyAll();
    }

    /** Has these details measured for snapshots, in place of those before; at once in lanes that rest. */
    public synchronized void look(Set<Detail> wanted) {
        if (!wanted.equals(looked)) {
            looked = Set.copyOf(wanted);
            lanes().forEach(lane -> lane.look(looked));
            if (!playing) {
                whenAtRest(() -> lanes().forEach(Lane::present));
            }
        }
    }

    /** The lane of this id. */
    public Lane lane(String id) {
        return roster.lane(id);
    }

    /**
     * The preset with the lanes that there are now and everything that was changed since the last reset: running it repeats this
     * run.
     */
    public Preset resolved() {
        return roster.resolved();
    }

    /** The preset with the values that its lanes have now, as if it had been opened with them. */
    public Preset asItStands() {
        return PresetEdit.inMode(roster.asItStands(), lockstep());
    }

    /** Waits until every lane rests and nothing is left to do. */
    public synchronized void awaitRest() throws InterruptedException {
        while (busy()) {
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

    private synchronized void wake() {
        dispatch();
    }

    /** Those that can train, the slowest first, so that two cores end together. */
    private List<Lane> able() {
        return lanes().stream()
                .filter(Lane::canTrain)
                .sorted(Comparator.comparingDouble(Lane::speed))
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
        int target = Math.min(next, slowest + (single || paced ? 1 : stepsOfRound(behind.get(0))));
        behind.forEach(lane -> submitStep(lane, target));
    }

    /** As many as the slowest lane takes in a time that nobody notices; a round of one would have cores wait for each other. */
    private static int stepsOfRound(Lane slowest) {
        return Math.max(1, (int) (ROUND_SECONDS * slowest.speed()));
    }

    private void submitStep(Lane lane, int target) {
        lane.setState(LaneState.RUNNING);
        boolean last = lane.step() + 1 == target;
        submit(lane, () -> lane.advance(last), () -> {
            if (lane.step() < target && lane.canTrain()) {
                submitStep(lane, target);
            }
        });
    }

    /** All lanes stop: each shows how it looks now. */
    private void rest() {
        presented = true;
        for (Lane lane : lanes()) {
            lane.setState(lane.step() == 0 ? LaneState.READY : LaneState.PAUSED);
            submit(lane, lane::present, () -> {});
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
            pacing.close();
            notifyAll();
        }
        workers.finish();
        try {
            if (!workers.awaitEnd()) {
                throw new IllegalStateException("a lane's step did not end within a minute");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        roster.close();
    }
}
