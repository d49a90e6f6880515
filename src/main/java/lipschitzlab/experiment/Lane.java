package lipschitzlab.experiment;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.MemoryExhaustedException;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.measurement.Detail;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LanePlan;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LaneDiagnosis;
import lipschitzlab.training.LaneInspection;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.RateFall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One method in training, seen from outside: its state, step, history and newest snapshot may be read from any thread at any
 * time. Training itself happens on the experiment's threads, one step at a time; what a person changes waits in a queue and
 * takes effect between two steps.
 */
public final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final double FAR = 100;
    private static final int FAR_STEPS = 20;
    private static final double SPEED_MEMORY = 0.9;
    private static final int MILESTONES = 10;

    /** Diagnoses for each measurement of the Lipschitz constant: as rarely, all of them cost a few per cent of training. */
    private static final int GAUGE_EVERY = 4;

    private static final long SPECTRUM_PERIOD_NANOS = 1_000_000_000L;

    /** Details of large layers take seconds: the lane then trains this many times as long before it takes them again. */
    private static final long DETAIL_REST = 10;

    private final Preset preset;
    private final Dataset data;
    private final Supplier<Engine> engines;
    private final LaneHistory history = new LaneHistory();
    private final Queue<Change> commands = new ConcurrentLinkedQueue<>();
    private final LaneChanges changes;
    private final List<Snapshot> milestones = new CopyOnWriteArrayList<>();

    private LaneTraining training;
    private LaneDiagnosis diagnosis;
    private Values values;
    private RateFall fall;
    private int farSteps;
    private double lastGap;
    private List<LayerSpectrum> spectra = List.of();
    private long spectraTaken;
    private Details details = Details.none();
    private long detailsTaken;
    private long detailsTook;

    private volatile LanePlan plan;
    private volatile LaneState state = LaneState.READY;
    private volatile int step;
    private volatile double seconds;
    private volatile double diagnosisSeconds;
    private volatile double criticStepsPerSecond;
    private volatile int horizon;
    private volatile LaneFailure failure;
    private volatile Snapshot snapshot;
    private volatile Values shownValues;
    private volatile boolean snapshotWanted;
    private volatile Set<Detail> looked = Set.of();

    Lane(Preset preset, LanePlan plan, LaneChanges changes, Dataset data, Supplier<Engine> engines) {
        this.preset = preset;
        this.plan = plan;
        this.changes = changes;
        this.data = data;
        this.engines = engines;
        this.horizon = firstHorizon();
        this.shownValues = plan.values();
    }

    private int firstHorizon() {
        return changes.horizon(preset.shared().count(SharedSettings.STEPS));
    }

    // ------------------------------------------------------------------ from any thread

    /** What the preset says of this lane. */
    public LanePlan plan() {
        return plan;
    }

    /** The data that it learns. */
    public Dataset data() {
        return data;
    }

    /** The lane's id. */
    public String id() {
        return plan.id();
    }

    /** What the lane does now. */
    public LaneState state() {
        return state;
    }

    /** Generator steps done. */
    public int step() {
        return step;
    }

    /** Generator steps after which the lane stops, extensions that are still to be replayed included. */
    public int horizon() {
        return horizon;
    }

    /** The time that the lane's own training steps took, diagnosis left out. */
    public double seconds() {
        return seconds;
    }

    /** The time that diagnoses took, which is no part of {@link #seconds}; what is measured for a snapshot is left out. */
    public double diagnosisSeconds() {
        return diagnosisSeconds;
    }

    /** The lane's recent speed while it trains, by its own time; 0 before the first step. */
    public double criticStepsPerSecond() {
        return criticStepsPerSecond;
    }

    /** Why the lane stopped by itself, if it did. */
    public Optional<LaneFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** All that was reported since the last reset. */
    public LaneHistory history() {
        return history;
    }

    /** The newest snapshot, if one was taken. */
    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    /** Snapshots of the first step, of every tenth of the way to the first horizon, and of each further such stretch. */
    public List<Snapshot> milestones() {
        return List.copyOf(milestones);
    }

    /** Asks for a snapshot after the step at hand; training does not wait for whoever asks. */
    public void requestSnapshot() {
        snapshotWanted = true;
    }

    /** The lane's values as of its last step; not to be changed. */
    public Values values() {
        return shownValues;
    }

    /** Whether the lane has other values now than its plan. */
    public boolean changed() {
        Values planned = plan.values();
        Values now = shownValues;
        return planned.settings().stream()
                .anyMatch(setting -> !planned.get(setting.key()).equals(now.get(setting.key())));
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

    /** Another id; everything else stays. */
    void rename(String otherId) {
        plan = plan.named(otherId);
    }

    /** Another title, or none of its own; everything else stays. */
    void retitle(Optional<String> title) {
        plan = plan.titled(title);
    }

    // ------------------------------------------------------------------ from the experiment's threads, one at a time

    /** From the next snapshot on, these details are measured too. */
    void look(Set<Detail> wanted) {
        looked = Set.copyOf(wanted);
    }

    void enqueue(String key, String text) {
        commands.add(new Change(-1, id(), key, text));
    }

    public boolean canTrain() {
        return state != LaneState.FAILED && state != LaneState.FINISHED;
    }

    void setState(LaneState next) {
        if (canTrain() || (state == LaneState.FINISHED && next == LaneState.READY)) {
            state = next;
        }
    }

    /** Before its first step: the lane will have its horizon moved when that other lane had. */
    void extendAs(Lane other) {
        changes.extendAs(other.changes);
        horizon = firstHorizon();
    }

    /** Makes the networks if there are none, measures them and takes the first snapshot. */
    void prepare() {
        guarded(() -> {
            if (training == null) {
                values = plan.values().copy();
                training = newTraining();
                diagnosis = new LaneDiagnosis(training);
                boolean linear = values.choice(LaneSettings.RATE_SCHEDULE).equals("linear");
                fall = new RateFall(0, preset.shared().count(SharedSettings.STEPS), linear);
                lastGap = Double.NaN;
                publishValues();
                diagnose();
                present();
                milestones.add(snapshot);
            }
        });
    }

    /** Networks on an engine of their own, whose memory is given back if they do not fit into it. */
    private LaneTraining newTraining() {
        Engine engine = engines.get();
        try {
            return new LaneTraining(preset, plan, values, data, engine);
        } catch (RuntimeException | Error unfit) {
            engine.close();
            throw unfit;
        }
    }

    /** Generator steps a second by the lane's own time; 0 before the first. */
    double speed() {
        return step / Math.max(1e-9, seconds);
    }

    /**
     * Applies what waits in the queue, then trains one generator step.
     *
     * @param seen whether a snapshot that was asked for may be taken after it: in lockstep only where all lanes are at one step
     */
    void advance(boolean seen) {
        prepare();
        guarded(() -> {
            replay();
            applyCommands();
            if (step >= horizon) {
                finish();
                return;
            }
            trainOnce(seen);
            replay();
            if (canTrain() && step >= horizon) {
                finish();
            }
        });
    }

    private void finish() {
        if (step % preset.shared().count(SharedSettings.DIAGNOSTICS_EVERY) != 0) {
            diagnose();
        }
        present();
        state = LaneState.FINISHED;
    }

    private void trainOnce(boolean seen) {
        long start = System.nanoTime();
        LaneTraining.StepReport report = training.train(fall.share(step));
        double took = (System.nanoTime() - start) / 1e9;
        double speed = report.criticUpdates() / took;
        double old = criticStepsPerSecond;
        criticStepsPerSecond = old == 0 ? speed : SPEED_MEMORY * old + (1 - SPEED_MEMORY) * speed;
        seconds += took;
        step = training.step();
        record(report);
        if (stoppedBy(report)) {
            return;
        }
        boolean frame = false;
        if (step % preset.shared().count(SharedSettings.DIAGNOSTICS_EVERY) == 0) {
            diagnose();
            frame = history.frameDue();
        }
        boolean milestone = step % milestoneEvery() == 0;
        boolean wanted = snapshotWanted && seen;
        if (wanted || milestone || frame) {
            if (seen) {
                snapshotWanted = false;
            }
            if (System.nanoTime() - spectraTaken > SPECTRUM_PERIOD_NANOS) {
                takeSpectra();
            }
            if (System.nanoTime() - detailsTaken > Math.max(SPECTRUM_PERIOD_NANOS, DETAIL_REST * detailsTook)) {
                takeDetails();
            }
            snapshot = diagnosis.snapshot(spectra, details, looked.contains(Detail.SLOPES));
        }
        if (milestone) {
            milestones.add(snapshot);
        }
        if (frame) {
            history.addFrame(snapshot);
        }
    }

    private int milestoneEvery() {
        return Math.max(1, preset.shared().count(SharedSettings.STEPS) / MILESTONES);
    }

    private void record(LaneTraining.StepReport report) {
        lastGap = report.critic().gap();
        history.add(Metric.CRITIC_LOSS, step, seconds, report.critic().loss());
        history.add(Metric.PENALTY, step, seconds, report.critic().penalty());
        history.add(Metric.GAP, step, seconds, report.critic().gap());
        history.add(Metric.GENERATOR_LOSS, step, seconds, report.generatorLoss());
    }

    private boolean stoppedBy(LaneTraining.StepReport report) {
        if (!report.finite()) {
            String which = Double.isFinite(report.critic().loss()) ? "generator's" : "critic's";
            fail("The " + which + " loss is no longer a finite number at step " + step + ".", remedy());
            return true;
        }
        farSteps = report.critic().largestSample() > FAR * data.range() ? farSteps + 1 : 0;
        if (farSteps >= FAR_STEPS) {
            fail(
                    "The generator's samples lay beyond " + (int) FAR + " times the data's range for " + FAR_STEPS
                            + " steps, up to step " + step + ".",
                    remedy());
            return true;
        }
        return false;
    }

    private String remedy() {
        return "Lower the learning rate (critic " + values.text(LaneSettings.LEARNING_RATE.key()) + ", generator "
                + values.text(LaneSettings.GENERATOR_LEARNING_RATE.key())
                + ") or hold the critic more tightly, then Reset. The other lanes go on.";
    }

    private void diagnose() {
        long start = System.nanoTime();
        diagnosis.measure(lastGap).forEach(this::record);
        if (gaugeIsDue()) {
            diagnosis.gauge(history::addMissing).forEach(this::record);
        }
        takeSpectra();
        history.add(new SpectrumRecord(step, spectra));
        diagnosisSeconds += (System.nanoTime() - start) / 1e9;
    }

    private void record(Metric metric, double value) {
        history.add(metric, step, seconds, value);
    }

    /** At every few diagnoses, and at an end that lies between two. */
    private boolean gaugeIsDue() {
        int every = preset.shared().count(SharedSettings.DIAGNOSTICS_EVERY);
        return step % every != 0 || step / every % GAUGE_EVERY == 0;
    }

    private void takeSpectra() {
        spectra = diagnosis.spectra();
        spectraTaken = System.nanoTime();
    }

    private void takeDetails() {
        long start = System.nanoTime();
        details = diagnosis.details(looked, spectra);
        detailsTaken = System.nanoTime();
        detailsTook = detailsTaken - start;
    }

    /** Takes a complete snapshot: the lane rests, and a person looks. */
    void present() {
        guarded(() -> {
            if (training != null) {
                takeSpectra();
                takeDetails();
                snapshot = diagnosis.snapshot(spectra, details, looked.contains(Detail.SLOPES));
                history.addFrameBetween(snapshot);
            }
        });
    }

    /** Measures what takes too long to be measured at every diagnosis; only while the lane rests. Nothing before it began. */
    public Optional<LaneInspection> inspect(Set<LaneInspection.Part> parts) {
        return Optional.ofNullable(training).map(begun -> LaneInspection.of(begun, parts));
    }

    private void replay() {
        changes.due(step).forEach(change -> apply(change.key(), change.value()));
    }

    /** Applies what waits in the queue; also while the lane rests. */
    void applyCommands() {
        for (Change next = commands.poll(); next != null; next = commands.poll()) {
            apply(next.key(), next.value());
        }
    }

    private void apply(String key, String text) {
        if (key.equals(Change.EXTEND)) {
            fall = new RateFall(step, Integer.parseInt(text), fall.linear());
            changes.add(step, key, text);
            horizon = changes.horizon(fall.horizon());
            if (state == LaneState.FINISHED) {
                state = LaneState.PAUSED;
            }
        } else {
            values.set(key, text, "lane " + id());
            changes.add(step, key, text);
            publishValues();
        }
    }

    private void publishValues() {
        shownValues = values.copy();
    }

    /** Back to the initial weights; nothing that was changed is kept. */
    void reset() {
        close();
        commands.clear();
        changes.clear();
        history.clear();
        milestones.clear();
        step = 0;
        seconds = 0;
        diagnosisSeconds = 0;
        criticStepsPerSecond = 0;
        farSteps = 0;
        failure = null;
        snapshot = null;
        horizon = firstHorizon();
        state = LaneState.READY;
        prepare();
    }

    void close() {
        if (training != null) {
            training.close();
            training = null;
        }
    }

    private void guarded(Runnable work) {
        if (state == LaneState.FAILED) {
            return;
        }
        try {
            work.run();
        } catch (MemoryExhaustedException full) {
            runOut(full.getMessage(), full);
        } catch (OutOfMemoryError full) {
            runOut("Memory ran out", full);
        } catch (RuntimeException | LinkageError unexpected) {
            LOG.error("lane {} stopped at step {}", id(), step, unexpected);
            fail(
                    "The lane stopped at step " + step + ": " + unexpected.getMessage(),
                    "This is a fault in the program; the log has the details. Reset starts the lane again.");
        }
    }

    /** The lane stops and gives back what it holds, so that the other lanes find room. */
    private void runOut(String cause, Throwable full) {
        LOG.warn("lane {} ran out of memory", id(), full);
        stop(
                cause + " at step " + step + ".",
                "Lower the batch (" + preset.shared().text(SharedSettings.BATCH.key())
                        + "), the width of the networks or the number of lanes, then Reset. The other lanes go on.",
                true);
        close();
    }

    private void fail(String cause, String remedy) {
        stop(cause, remedy, false);
    }

    private void stop(String cause, String remedy, boolean outOfMemory) {
        failure = new LaneFailure(step, cause, remedy, outOfMemory);
        state = LaneState.FAILED;
        LOG.info("lane {}: {}", id(), cause);
    }
}
