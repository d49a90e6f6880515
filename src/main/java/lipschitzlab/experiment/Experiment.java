package lipschitzlab.experiment;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.Floor;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Pace;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.PictureMeasures;

/**
 * Lanes that train side by side on threads of this experiment's own, in lockstep or each as fast as it goes. All methods may be
 * called from any thread and return at once, unless they say that they wait.
 */
public final class Experiment implements AutoCloseable {
    /** However long something takes. */
    public static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

    private final Dataset data;
    private final Backend backend;
    private final LaneList laneList;
    private final LaneScheduler scheduler;
    private Set<Detail> requestedDetails = Set.of();
    private final Floors floors;
    private final PictureComparison comparison;
    private final Checkpoints checkpoints = new Checkpoints();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Experiment(Opening opening) {
        Preset preset = opening.preset();
        this.data = opening.data();
        this.backend = opening.backend();
        int threads = preset.shared().get(SharedSettings.THREADS_PER_LANE);
        Supplier<Engine> engines = () -> backend.create(threads);
        this.comparison = new PictureComparison(data, preset, engines, opening.classifiers(), closed::get);
        this.floors = new Floors(data, preset.shared().get(SharedSettings.SEED), comparison);
        this.laneList = new LaneList(
                new LaneSetup(preset, data, engines, opening.recording(), checkpoints, comparison), opening.records());
        boolean lockstep = preset.shared().get(SharedSettings.MODE) == Pace.LOCKSTEP;
        int cores = Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
        this.scheduler = new LaneScheduler(laneList, lockstep, Math.min(cores, opening.maxParallel()));
    }

    /** An experiment at rest; its lanes are being prepared. */
    static Experiment open(Opening opening) {
        Experiment experiment = new Experiment(opening);
        experiment.scheduler.whenAtRest(() -> experiment.lanes().forEach(Lane::prepare));
        return experiment;
    }

    /**
     * An experiment at rest, its data read; its lanes are being prepared.
     *
     * @throws InputException if the preset's data cannot be read
     */
    public static Experiment open(Preset preset, Backend backend) {
        return open(Opening.of(preset, backend));
    }

    /** What this experiment was made from, with the lanes that it has now. */
    public Preset preset() {
        return laneList.preset();
    }

    /** The data that all lanes learn. */
    public Dataset data() {
        return data;
    }

    /**
     * By which features pictures are compared and how good these are, in sentences; empty where they are not. Waits until that is
     * known, which takes a minute where a classifier has to be trained.
     */
    public List<String> comparisonNotes() {
        return comparison.notes();
    }

    /** What compares its pictures, if they are compared and that is known by now; never waits. */
    public Optional<PictureMeasures> pictureMeasures() {
        return comparison.known();
    }

    /**
     * What its distances come to between real samples, measured when first asked for. Waits about half a second for that, and some
     * seconds where pictures are compared.
     */
    public Map<Metric, Floor> distanceFloors() {
        return floors.byMetric();
    }

    /** What computes. */
    public Backend backend() {
        return backend;
    }

    /** The lanes, in the preset's order, those that were added behind them; a list that never changes, but is replaced. */
    public List<Lane> lanes() {
        return laneList.lanes();
    }

    /** When checkpoints of its lanes are taken, and those that wait to be written. */
    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /**
     * Does something with the lanes while all of them rest between two steps, on another thread; waits for that, but no longer than
     * this: then it is done later. Returns whether it was done.
     */
    public boolean doAtRest(Runnable work, Duration longest) throws InterruptedException {
        WorkAtRest awaited = new WorkAtRest(work);
        scheduler.whenAtRest(awaited);
        return awaited.await(closed::get, longest);
    }

    /** How many lanes train at the same time at most: as many as there are cores for their native threads. */
    public int parallelLanes() {
        return scheduler.parallelLanes();
    }

    /** Whether Play is on: lanes train, or are about to. */
    public boolean playing() {
        return scheduler.playing();
    }

    /** Whether any lane is at work at this moment, or trains and only waits for its next step to be due. */
    public boolean busy() {
        return scheduler.busy();
    }

    /** Whether every lane is at its horizon or has stopped by itself. */
    public boolean finished() {
        return scheduler.finished();
    }

    /** Whether lanes keep the same step, but for a fraction of a second; snapshots are then taken when all are at one step. */
    public boolean lockstep() {
        return scheduler.lockstep();
    }

    /** Lockstep, or each lane as fast as it goes. */
    public void setLockstep(boolean together) {
        scheduler.setLockstep(together);
    }

    /**
     * How many generator steps a second each lane takes while it plays, at most, so that training can be watched. The steps are the
     * same at any pace, and {@link Lane#seconds} counts none of the waiting. A lane that catches up with others does not wait.
     *
     * @param stepsPerSecond more than 0; infinite for as many as there can be
     */
    public void setPace(double stepsPerSecond) {
        scheduler.setPace(stepsPerSecond);
    }

    /**
     * Roughly for how long it has trained, in seconds, without time at rest and without waiting for a pace: the time of all
     * lanes' steps, of which as many run together as there are cores.
     */
    public double trainedSeconds() {
        double sum = lanes().stream().mapToDouble(Lane::seconds).sum();
        return sum / Math.max(1, Math.min(lanes().size(), parallelLanes()));
    }

    /** Trains on until paused or at the horizon. */
    public void play() {
        scheduler.play();
    }

    /** As {@link #play()}, but every lane rests at this step, unless it is beyond it already. */
    public void playTo(int step) {
        scheduler.playTo(step);
    }

    /** Stops after the steps at hand. */
    public void pause() {
        scheduler.pause();
    }

    /** Trains one generator step in every lane, then rests. */
    public void step() {
        scheduler.step();
    }

    /** Back to the same initial weights, at rest. */
    public void reset() {
        scheduler.stopAndThen(() -> lanes().forEach(Lane::reset));
    }

    /** Moves the horizon to this many steps from where each lane is; falling rates start to fall again. */
    public void extend(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("expected 1 step or more, found " + steps);
        }
        scheduler.whenAtRest(() -> lanes().forEach(lane -> {
            lane.requestExtension(steps);
            lane.applyRequests();
        }));
    }

    /**
     * Changes a live setting of one lane, between two of its steps; also of a lane that trains no more while others do. No other
     * lane waits for that.
     *
     * @throws IllegalArgumentException if the lane has no such live setting
     */
    public void change(String laneId, Assignment<?> assignment) {
        lane(laneId).request(assignment);
        scheduler.wake();
    }

    /**
     * Takes in one more lane, behind the others. It starts at step 0 from the same weights and sees the same batches and noise,
     * since these are keyed by seed and step; its horizon is moved where the others' was. In lockstep the others wait until it is
     * where they are, so that its numbers are those that it would have had if it had been there from the start.
     *
     * @throws InputException if there are {@link LaneRules#MAX_LANES} lanes already, or the id is another lane's or none
     */
    public synchronized Lane add(LaneSpec spec) {
        Lane added = laneList.add(spec);
        added.observe(requestedDetails);
        scheduler.fit();
        scheduler.whenAtRest(() -> {
            laneList.extendAsOthers(added);
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
        laneList.remove(laneId);
        scheduler.fit();
        scheduler.whenAtRest(laneList::closeRemoved);
    }

    /**
     * Gives a lane another id; everything else stays, what it trained included.
     *
     * @throws InputException if the id is another lane's or none
     * @throws IllegalArgumentException if there is no such lane
     */
    public synchronized void rename(String laneId, String otherId) {
        laneList.rename(laneId, otherId);
    }

    /**
     * Gives a lane a title of a person's own; a blank one leaves it with the title that {@link LaneTitles} makes.
     *
     * @throws InputException if it is too long, or holds what cannot be written
     * @throws IllegalArgumentException if there is no such lane
     */
    public synchronized void retitle(String laneId, String title) {
        laneList.retitle(laneId, title);
    }

    /** Requests these details for snapshots, in place of those requested before; lanes that rest measure them at once. */
    public synchronized void observe(Set<Detail> wanted) {
        if (!wanted.equals(requestedDetails)) {
            requestedDetails = Set.copyOf(wanted);
            lanes().forEach(lane -> lane.observe(requestedDetails));
            if (!scheduler.playing()) {
                scheduler.whenAtRest(() -> lanes().forEach(Lane::publishSnapshot));
            }
        }
    }

    /** The lane of this id. */
    public Lane lane(String id) {
        return laneList.lane(id);
    }

    /**
     * The preset with the present lanes and everything that was changed since the last reset: running it repeats this run.
     */
    public Preset resolved() {
        return laneList.resolved();
    }

    /** The preset with the values that its lanes have now, as if it had been opened with them. */
    public Preset currentPreset() {
        return PresetEdit.at(laneList.currentPreset(), lockstep() ? Pace.LOCKSTEP : Pace.FREE);
    }

    /** Waits until every lane rests and nothing is left to do. */
    public void awaitRest() throws InterruptedException {
        scheduler.awaitRest();
    }

    /** Waits until every lane rests and nothing is left to do, but no longer than this. */
    public void awaitRest(Duration longest) throws InterruptedException {
        scheduler.awaitRest(longest);
    }

    /** Stops after the steps at hand, waits for them, and frees everything. */
    @Override
    public void close() {
        if (!closed.getAndSet(true) && scheduler.close()) {
            laneList.close();
        }
    }
}
