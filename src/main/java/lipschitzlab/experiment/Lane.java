package lipschitzlab.experiment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LaneInspection;
import lipschitzlab.training.LaneTraining;

/**
 * One method in training. Seen from outside it is its {@link LaneStatus}, replaced as a whole and read from any thread at any time.
 * Training itself happens on the experiment's threads, one step at a time; what a person changes waits in a queue and takes
 * effect between two steps.
 */
public final class Lane {
    private final LaneSetup setup;
    private final LaneChanges changes;
    private final LaneSnapshots snapshots;

    /** From the last reset on. */
    private volatile LaneRun run;

    private volatile LaneSpec spec;
    private volatile LaneStatus status;

    /** @param earlier where an earlier run was, to go on from there */
    Lane(LaneSetup setup, LaneSpec spec, LaneChanges changes, Optional<LaneRecord> earlier) {
        this.setup = setup;
        this.spec = spec;
        this.changes = changes;
        this.snapshots = new LaneSnapshots(setup.steps());
        this.run = begin(earlier);
    }

    private LaneRun begin(Optional<LaneRecord> earlier) {
        return new LaneRun(setup, this::spec, changes, snapshots, earlier, now -> status = now);
    }

    // ------------------------------------------------------------------ from any thread

    /** The lane's status now. Where several of its parts are needed, read it once: they then belong to one moment. */
    public LaneStatus status() {
        return status;
    }

    /** What the preset says of this lane. */
    public LaneSpec spec() {
        return spec;
    }

    /** The data that it learns. */
    public Dataset data() {
        return setup.data();
    }

    /** The lane's id. */
    public String id() {
        return spec.id();
    }

    /** This part of {@link #status}, read by itself. */
    public LaneState state() {
        return status.state();
    }

    /** This part of {@link #status}, read by itself. */
    public int step() {
        return status.step();
    }

    /** This part of {@link #status}, read by itself. */
    public int horizon() {
        return status.horizon();
    }

    /** This part of {@link #status}, read by itself. */
    public double seconds() {
        return status.seconds();
    }

    /** This part of {@link #status}, read by itself. */
    public double diagnosisSeconds() {
        return status.diagnosisSeconds();
    }

    /** This part of {@link #status}, read by itself. */
    public Optional<LaneFailure> failure() {
        return status.failure();
    }

    /** This part of {@link #status}, read by itself. */
    public LaneHistory history() {
        return status.history();
    }

    /** This part of {@link #status}, read by itself. */
    public Optional<Snapshot> snapshot() {
        return status.snapshot();
    }

    /** This part of {@link #status}, read by itself. */
    public List<Snapshot> milestones() {
        return status.milestones();
    }

    /** This part of {@link #status}, read by itself. */
    public Values values() {
        return status.values();
    }

    /** Whether the lane's values now differ from those of its spec. */
    public boolean changed() {
        return !spec.values().equals(values());
    }

    /**
     * Whether the lane has networks to train: not if it was opened from the files of a run that kept none. It can be looked at then, and
     * a reset starts it anew.
     */
    public boolean canContinue() {
        return run.canContinue();
    }

    /** Asks for a snapshot after the step at hand; training does not wait for it. */
    public void requestSnapshot() {
        snapshots.request();
    }

    /** From the next snapshot on, these details and no others are measured. */
    void observe(Set<Detail> wanted) {
        snapshots.observe(wanted);
    }

    /** Everything that was changed since the last reset, in order. */
    public List<Change> changes() {
        return changes.made(id());
    }

    /** Everything that was changed since the last reset, and what is still to be replayed. */
    List<Change> allChanges() {
        return changes.all(id());
    }

    /** What is replayed after every reset. */
    List<Change> recordedChanges() {
        return changes.recorded(id());
    }

    /**
     * Asks for another value, to be set by {@link #applyRequests} or before the next step.
     *
     * @throws IllegalArgumentException if the lane has no such live setting
     */
    void request(Assignment<?> assignment) {
        if (!assignment.setting().live() || !spec.values().declares(assignment.setting())) {
            throw new IllegalArgumentException("lane " + id() + " has no live setting " + assignment.key());
        }
        changes.request(assignment);
    }

    /** Asks for another horizon, to be set by {@link #applyRequests} or before the next step. */
    void requestExtension(int steps) {
        changes.requestExtension(steps);
    }

    /** Another id; everything else stays. */
    void rename(String otherId) {
        spec = spec.named(otherId);
    }

    /** Another title, or none of its own; everything else stays. */
    void retitle(Optional<String> title) {
        spec = spec.titled(title);
    }

    // ------------------------------------------------------------------ from the experiment's threads, one at a time

    /** Enters a state that the experiment sets for all of its lanes, unless the lane has ended. */
    void setState(LaneState next) {
        run.setState(next);
    }

    /** Before the first step: the lane's horizon will be moved at the same steps as that other lane's was. */
    void extendAs(Lane other) {
        changes.extendAs(other.changes);
        run.takeHorizon();
    }

    /** Makes the networks if there are none, measures them and takes the first snapshot. */
    void prepare() {
        run.prepare();
    }

    /**
     * Makes the changes that were asked for, then trains one generator step.
     *
     * @param snapshotAllowed whether a snapshot that was asked for may be taken after it: in lockstep only where all lanes are
     *     at one step
     */
    void advance(boolean snapshotAllowed) {
        run.advance(snapshotAllowed);
    }

    /** Makes the changes that were asked for; also while the lane rests, or when it has ended. */
    void applyRequests() {
        run.applyRequests();
    }

    /** Takes and publishes a complete snapshot with all requested details; only while the lane rests. */
    void publishSnapshot() {
        run.publishSnapshot();
    }

    /** The lane as it stands, to go on from later; only while the lane rests. */
    public LaneCheckpoint checkpoint() {
        return run.checkpoint();
    }

    /** Measures what takes too long to be measured at every diagnosis; only while the lane rests. Nothing before it began. */
    public Optional<LaneInspection> inspect(Set<LaneInspection.Part> parts) {
        return read(started -> LaneInspection.of(started, parts));
    }

    /** Reads of the networks what it is asked for; only while the lane rests. Nothing of a lane that has none. */
    public <T> Optional<T> read(Function<LaneTraining, T> reader) {
        return run.read(reader);
    }

    /** Back to the initial weights; nothing that was changed is kept. */
    void reset() {
        run.close();
        changes.clear();
        run = begin(Optional.empty());
        run.prepare();
    }

    /** Frees the networks; the status stays. */
    void close() {
        run.close();
    }
}
