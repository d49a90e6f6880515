package lipschitzlab.experiment;

import java.util.Optional;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.training.LaneDiagnosis;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.PictureMeasures;

/** Writes into a lane's history what its steps and its diagnoses report. Used by one thread at a time. */
final class LaneReports {
    /** Diagnoses for each measurement of the Lipschitz constant: as rarely, all of them cost a few per cent of training. */
    private static final int GAUGE_EVERY = 4;

    private final LaneHistory history;
    private final LaneClock clock;
    private final LaneSnapshots snapshots;
    private final int diagnosticsEvery;
    private double lastGap;

    /**
     * @param diagnosticsEvery generator steps from one diagnosis to the next
     * @param lastGap the critic's gap at its last update; NaN before the first
     */
    LaneReports(LaneHistory history, LaneClock clock, LaneSnapshots snapshots, int diagnosticsEvery, double lastGap) {
        this.history = history;
        this.clock = clock;
        this.snapshots = snapshots;
        this.diagnosticsEvery = diagnosticsEvery;
        this.lastGap = lastGap;
    }

    /** The critic's gap at its last update; NaN before the first. */
    double lastGap() {
        return lastGap;
    }

    /** Whether a diagnosis is due at this step. */
    boolean diagnosisIsDue() {
        return clock.atMultipleOf(diagnosticsEvery);
    }

    void record(LaneTraining.StepReport report) {
        lastGap = report.critic().gap();
        record(Metric.CRITIC_LOSS, report.critic().loss());
        record(Metric.PENALTY, report.critic().penalty());
        record(Metric.GAP, report.critic().gap());
        record(Metric.GENERATOR_LOSS, report.generatorLoss());
    }

    private void record(Metric metric, double value) {
        history.add(metric, clock.step(), clock.seconds(), value);
    }

    /** Measures the lane, unless weights are no numbers any more: then it says which. */
    Optional<String> diagnose(LaneDiagnosis diagnosis, DivergenceMonitor monitor) {
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

    /**
     * Compares the lane's pictures with real ones, if that is to be done at this step, its horizon apart.
     *
     * @param comparison waits until it is made, for which no lane's time is counted
     */
    void compareIfDue(LaneDiagnosis diagnosis, PictureComparison comparison) {
        if (comparisonIsDue(comparison)) {
            compare(diagnosis, comparison);
        }
    }

    /** The same at the lane's horizon, unless this step has done it. */
    void compareAtHorizon(LaneDiagnosis diagnosis, PictureComparison comparison) {
        if (comparison.wanted() && !comparisonIsDue(comparison)) {
            compare(diagnosis, comparison);
        }
    }

    private boolean comparisonIsDue(PictureComparison comparison) {
        return comparison.wanted() && clock.atMultipleOf(comparison.every());
    }

    private void compare(LaneDiagnosis diagnosis, PictureComparison comparison) {
        Optional<PictureMeasures> measures = comparison.measures();
        long start = System.nanoTime();
        measures.ifPresent(known -> diagnosis.compare(known).forEach(this::record));
        clock.diagnosed((System.nanoTime() - start) / 1e9);
    }

    /** At every few diagnoses, and at an end that lies between two. */
    private boolean gaugeIsDue() {
        return !diagnosisIsDue() || clock.atMultipleOf(diagnosticsEvery * GAUGE_EVERY);
    }
}
