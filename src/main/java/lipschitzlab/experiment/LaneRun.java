package lipschitzlab.experiment;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lipschitzlab.compute.MemoryExhaustedException;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.LiveValues;
import lipschitzlab.training.LaneDiagnosis;
import lipschitzlab.training.LaneInspection;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.LearningRateSchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane from a reset to the next: trains and diagnoses it step by step, makes the changes that are due, stops it when it
 * can train no more, and publishes its status after every change. Used by one thread at a time.
 */
final class LaneRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneRun.class);

    /** Diagnoses for each measurement of the Lipschitz constant: as rarely, all of them cost a few per cent of training. */
    private static final int GAUGE_EVERY = 4;

    private final LaneSetup setup;
    private final Supplier<LaneSpec> spec;
    private final LaneChanges changes;
    private final LaneSnapshots snapshots;
    private final Consumer<LaneStatus> published;
    private final LaneHistory history = new LaneHistory();
    private final LaneClock clock;
    private final LiveValues values;

    private LaneTraining training;
    private LaneDiagnosis diagnosis;
    private DivergenceMonitor monitor;
    private LaneState state = LaneState.READY;
    private Optional<LaneFailure> failure = Optional.empty();
    private double lastGap = Double.NaN;

    /**
     * A run that is not yet prepared.
     *
     * @param spec gives the lane's current spec: its id and title may change
     * @param published takes the lane's status; called for the first time before this returns
     */
    LaneRun(
            LaneSetup setup,
            Supplier<LaneSpec> spec,
            LaneChanges changes,
            LaneSnapshots snapshots,
            Consumer<LaneStatus> published) {
        this.setup = setup;
        this.spec = spec;
        this.changes = changes;
        this.snapshots = snapshots;
        this.published = published;
        this.values = new LiveValues(spec.get().values());
        this.clock = new LaneClock(
                new LearningRateSchedule(0, setup.steps(), values.get(LaneSettings.RATE_SCHEDULE)),
                changes.horizon(setup.steps()));
        snapshots.clear();
        publish();
    }

    private void publish() {
        published.accept(new LaneStatus(
                state,
                clock.step(),
                clock.horizon(),
                clock.seconds(),
                clock.diagnosisSeconds(),
                clock.criticStepsPerSecond(),
                failure,
                values.now(),
                history,
                snapshots.newest(),
                snapshots.milestones()));
    }

    /** Enters a state that the experiment sets for all of its lanes, unless this one has ended. */
    void setState(LaneState next) {
        if (state != LaneState.FAILED && state != LaneState.FINISHED) {
            state = next;
            publish();
        }
    }

    /** Before the first step: takes the horizon anew from the changes that are to be replayed. */
    void takeHorizon() {
        clock.endAt(changes.horizon(setup.steps()));
        publish();
    }

    /** Makes the networks if there are none, measures them and takes the first snapshot. */
    void prepare() {
        guarded(() -> {
            if (training == null) {
                training = setup.training(spec.get(), values);
                diagnosis = new LaneDiagnosis(training);
                monitor = new DivergenceMonitor(training);
                snapshots.begin(diagnosis);
                if (!stopIfDiverged(diagnose())) {
                    snapshots.takeFirst(history);
                    publish();
                }
            }
        });
    }

    /**
     * Makes the changes that were asked for, then trains one generator step.
     *
     * @param snapshotAllowed whether a snapshot that was asked for may be taken after it: in lockstep only where all lanes are
     *     at one step
     */
    void advance(boolean snapshotAllowed) {
        prepare();
        guarded(() -> {
            replay();
            applyRequests();
            if (!clock.atEnd()) {
                train(snapshotAllowed);
                replay();
            }
            if (state != LaneState.FAILED && clock.atEnd()) {
                finish();
            }
        });
    }

    private void train(boolean snapshotAllowed) {
        long start = System.nanoTime();
        LaneTraining.StepReport report = training.train(clock.rateFactor());
        clock.stepped(report.criticUpdates(), (System.nanoTime() - start) / 1e9);
        record(report);
        if (stopIfDiverged(monitor.checkStep(report))) {
            return;
        }
        publish();
        boolean due = clock.atMultipleOf(setup.diagnosticsEvery());
        if (due && stopIfDiverged(diagnose())) {
            return;
        }
        snapshots.afterStep(clock.step(), due, snapshotAllowed, history);
        publish();
    }

    private void record(LaneTraining.StepReport report) {
        lastGap = report.critic().gap();
        record(Metric.CRITIC_LOSS, report.critic().loss());
        record(Metric.PENALTY, report.critic().penalty());
        record(Metric.GAP, report.critic().gap());
        record(Metric.GENERATOR_LOSS, report.generatorLoss());
    }

    private void record(Metric metric, double value) {
        history.add(metric, clock.step(), clock.seconds(), value);
    }

    private void finish() {
        if (!clock.atMultipleOf(setup.diagnosticsEvery()) && stopIfDiverged(diagnose())) {
            return;
        }
        snapshots.publishSnapshot(history);
        state = LaneState.FINISHED;
        publish();
    }

    /** Measures the lane, unless weights are no numbers any more: then it says which. */
    private Optional<String> diagnose() {
        long start = System.nanoTime();
        Optional<String> unsound = monitor.checkWeights();
        if (unsound.isEmpty()) {
            diagnosis.measure(lastGap).forEach(this::record);
            if (gaugeIsDue()) {
                diagnosis.gauge(history::addMissing).forEach(this::record);
            }
            history.add(new SpectrumRecord(clock.step(), snapshots.takeSpectra()));
        }
        clock.diagnosed((System.nanoTime() - start) / 1e9);
        return unsound;
    }

    /** At every few diagnoses, and at an end that lies between two. */
    private boolean gaugeIsDue() {
        return !clock.atMultipleOf(setup.diagnosticsEvery())
                || clock.atMultipleOf(setup.diagnosticsEvery() * GAUGE_EVERY);
    }

    /** Takes and publishes a complete snapshot with all requested details; only while the lane rests. */
    void publishSnapshot() {
        guarded(() -> {
            if (training != null) {
                snapshots.publishSnapshot(history);
                publish();
            }
        });
    }

    /** Measures what takes too long to be measured at every diagnosis; only while the lane rests. Nothing before it began. */
    Optional<LaneInspection> inspect(Set<LaneInspection.Part> parts) {
        return Optional.ofNullable(training).map(started -> LaneInspection.of(started, parts));
    }

    private void replay() {
        changes.due(clock.step()).forEach(this::apply);
    }

    /** Makes the changes that were asked for; also while the lane rests, or when it has ended. */
    void applyRequests() {
        for (Optional<Change> next = changes.nextRequest(); next.isPresent(); next = changes.nextRequest()) {
            apply(next.get());
        }
    }

    private void apply(Change change) {
        changes.add(clock.step(), change);
        if (change instanceof Change.Extension extension) {
            clock.endAt(changes.horizon(clock.extend(extension.steps())));
            if (state == LaneState.FINISHED) {
                state = LaneState.PAUSED;
            }
        } else if (change instanceof Change.Value changed) {
            values.set(changed.assignment());
        }
        publish();
    }

    /** Frees the networks; what was published stays. */
    @Override
    public void close() {
        if (training != null) {
            training.close();
            training = null;
        }
    }

    // ------------------------------------------------------------------ what stops a lane

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
            LOG.error("lane {} stopped at step {}", spec.get().id(), clock.step(), unexpected);
            stop(
                    "The lane stopped at step " + clock.step() + ": " + unexpected.getMessage(),
                    "This is a fault in the program; the log has the details. Reset starts the lane again.",
                    false);
        }
    }

    /** The lane stops and gives back what it holds, so that the other lanes find room. */
    private void runOut(String cause, Throwable full) {
        LOG.warn("lane {} ran out of memory", spec.get().id(), full);
        String remedy = "Lower the batch (" + setup.preset().shared().text(SharedSettings.BATCH)
                + "), the width of the networks or the number of lanes, then Reset. The other lanes go on.";
        stop(cause + " at step " + clock.step() + ".", remedy, true);
        close();
    }

    private boolean stopIfDiverged(Optional<String> divergence) {
        divergence.ifPresent(cause -> {
            String remedy = "Lower the learning rate (critic " + values.now().text(LaneSettings.LEARNING_RATE)
                    + ", generator " + values.now().text(LaneSettings.GENERATOR_LEARNING_RATE)
                    + ") or constrain the critic more strongly, then Reset. The other lanes go on.";
            stop(cause, remedy, false);
        });
        return divergence.isPresent();
    }

    private void stop(String cause, String remedy, boolean outOfMemory) {
        failure = Optional.of(new LaneFailure(clock.step(), cause, remedy, outOfMemory));
        state = LaneState.FAILED;
        publish();
        LOG.info("lane {}: {}", spec.get().id(), cause);
    }
}
