package lipschitzlab.experiment;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lipschitzlab.compute.MemoryExhaustedException;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.LiveValues;
import lipschitzlab.training.LaneDiagnosis;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.TrainingState;

/**
 * One lane from a reset to the next: trains and diagnoses it step by step, makes the changes that are due, stops it when it
 * can train no more, and publishes its status after every change. Used by one thread at a time.
 */
final class LaneRun implements AutoCloseable {
    private final LaneSetup setup;
    private final Supplier<LaneSpec> spec;
    private final LaneChanges changes;
    private final LaneSnapshots snapshots;
    private final Consumer<LaneStatus> published;
    private final Checkpoints.Turn checkpoints;
    private final Optional<LaneRecord> earlier;
    private final LaneHistory history;
    private final LaneClock clock;
    private final LiveValues values;
    private final LaneCondition condition;
    private final LaneReports reports;

    private LaneTraining training;
    private LaneDiagnosis diagnosis;
    private DivergenceMonitor monitor;

    /**
     * A run that is not yet prepared.
     *
     * @param spec gives the lane's current spec: its id and title may change
     * @param earlier where an earlier run was, to go on from there; otherwise this one starts at step 0
     * @param published takes the lane's status; called for the first time before this returns
     */
    LaneRun(
            LaneSetup setup,
            Supplier<LaneSpec> spec,
            LaneChanges changes,
            LaneSnapshots snapshots,
            Optional<LaneRecord> earlier,
            Consumer<LaneStatus> published) {
        this.setup = setup;
        this.spec = spec;
        this.changes = changes;
        this.snapshots = snapshots;
        this.published = published;
        this.earlier = earlier;
        this.history = earlier.map(LaneRecord::history).orElseGet(LaneHistory::new);
        Optional<LanePosition> start = earlier.map(LaneRecord::position);
        this.values =
                new LiveValues(start.map(LanePosition::values).orElse(spec.get().values()));
        this.clock = start.map(LaneClock::new)
                .orElseGet(() -> new LaneClock(
                        setup.steps(), values.get(LaneSettings.RATE_SCHEDULE), changes.horizon(setup.steps())));
        this.reports = new LaneReports(
                history,
                clock,
                snapshots,
                setup.diagnosticsEvery(),
                start.map(LanePosition::lastGap).orElse(Double.NaN));
        this.condition = new LaneCondition(spec, clock::step, this::publish);
        this.checkpoints = setup.checkpoints().turn(clock.step());
        snapshots.clear();
        earlier.ifPresent(this::restore);
        publish();
    }

    private void restore(LaneRecord record) {
        LanePosition position = record.position();
        snapshots.restore(record);
        changes.restore(position.made());
        clock.endAt(changes.horizon(clock.rates().horizon()));
        condition.restore(position.failure(), clock.atEnd() || !canContinue());
    }

    private void publish() {
        published.accept(new LaneStatus(
                condition.state(),
                clock.step(),
                clock.horizon(),
                clock.seconds(),
                clock.diagnosisSeconds(),
                clock.criticStepsPerSecond(),
                condition.failure(),
                values.now(),
                history,
                snapshots.newest(),
                snapshots.milestones()));
    }

    /** Enters a state that the experiment sets for all of its lanes, unless this one has ended. */
    void setState(LaneState next) {
        condition.set(next);
    }

    /** Before the first step: takes the horizon anew from the changes that are to be replayed. */
    void takeHorizon() {
        clock.endAt(changes.horizon(setup.steps()));
        publish();
    }

    /** Makes the networks if there are none, measures them and takes the first snapshot. */
    void prepare() {
        guarded(() -> {
            if (training == null && canContinue()) {
                training = setup.training(spec.get(), values);
                diagnosis = new LaneDiagnosis(training);
                monitor = new DivergenceMonitor(training);
                if (earlier.isPresent()) {
                    resume(earlier.get());
                } else {
                    begin();
                }
            }
        });
    }

    /** Whether there are networks to train, or there can be. */
    boolean canContinue() {
        return earlier.isEmpty() || earlier.get().networks().isPresent();
    }

    private void begin() {
        snapshots.begin(diagnosis);
        if (!stopIfDiverged(reports.diagnose(diagnosis, monitor))) {
            snapshots.takeFirst(history);
            publish();
        }
    }

    private void resume(LaneRecord record) {
        training.restore(record.networks().orElseThrow().get());
        monitor.continueFrom(record.position().divergedSteps());
        diagnosis.restoreOperatorNorms(record.position().operatorNorms());
        snapshots.resume(diagnosis, history);
        publish();
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
            if (!condition.failed() && clock.atEnd()) {
                finish();
            }
            checkpoints.afterStep(clock.step(), training::stateBytes, this::checkpoint);
        });
    }

    /** The lane as it stands; only between two of its steps. */
    LaneCheckpoint checkpoint() {
        LanePosition position = new LanePosition(
                clock.step(),
                clock.horizon(),
                condition.failure(),
                clock.rates(),
                clock.seconds(),
                clock.diagnosisSeconds(),
                clock.criticStepsPerSecond(),
                values.now(),
                changes.made(spec.get().id()),
                monitor == null ? 0 : monitor.divergedSteps(),
                reports.lastGap(),
                diagnosis == null ? Map.of() : diagnosis.operatorNorms());
        return new LaneCheckpoint(
                spec.get().id(),
                position,
                history,
                history.state(),
                snapshots.milestones(),
                snapshots.newest(),
                networks());
    }

    /** What is trained, or what an earlier run left and nobody has trained on. */
    private Optional<TrainingState> networks() {
        return Optional.ofNullable(training).map(LaneTraining::state).or(() -> earlier.flatMap(LaneRecord::networks)
                .map(Supplier::get));
    }

    private void train(boolean snapshotAllowed) {
        long start = System.nanoTime();
        LaneTraining.StepReport report = training.train(clock.rateFactor());
        clock.stepped(report.criticUpdates(), (System.nanoTime() - start) / 1e9);
        reports.record(report);
        if (stopIfDiverged(monitor.checkStep(report))) {
            return;
        }
        publish();
        boolean due = reports.diagnosisIsDue();
        if (due && stopIfDiverged(reports.diagnose(diagnosis, monitor))) {
            return;
        }
        reports.compareIfDue(diagnosis, setup.comparison());
        snapshots.afterStep(clock.step(), due, snapshotAllowed, history);
        publish();
    }

    private void finish() {
        if (!reports.diagnosisIsDue() && stopIfDiverged(reports.diagnose(diagnosis, monitor))) {
            return;
        }
        reports.compareAtHorizon(diagnosis, setup.comparison());
        snapshots.publishSnapshot(history);
        condition.finish();
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

    /** Reads of the networks what it is asked for; only while the lane rests. Nothing if there are none. */
    <T> Optional<T> read(Function<LaneTraining, T> reader) {
        return Optional.ofNullable(training).map(reader);
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
        if (change instanceof Change.Extension extension && canContinue()) {
            clock.endAt(changes.horizon(clock.extend(extension.steps())));
            condition.reopen();
        } else if (change instanceof Change.Value changed) {
            values.set(changed.assignment());
        }
        publish();
    }

    @Override
    public void close() {
        if (training != null) {
            training.close();
            training = null;
        }
    }

    private void guarded(Runnable work) {
        if (condition.failed()) {
            return;
        }
        try {
            work.run();
        } catch (MemoryExhaustedException full) {
            runOut(full.getMessage(), full);
        } catch (OutOfMemoryError full) {
            runOut("Memory ran out", full);
        } catch (InputException unusable) {
            condition.refuse(unusable.getMessage());
        } catch (RuntimeException | LinkageError unexpected) {
            condition.fault(unexpected);
        }
    }

    private void runOut(String cause, Throwable full) {
        condition.runOut(cause, full, setup.preset().shared().text(SharedSettings.BATCH));
        close(); // so that the other lanes find room
    }

    private boolean stopIfDiverged(Optional<String> found) {
        return condition.stopIfDiverged(found, values.now());
    }
}
