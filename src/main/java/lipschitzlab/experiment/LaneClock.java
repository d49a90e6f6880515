package lipschitzlab.experiment;

import lipschitzlab.preset.RateSchedule;
import lipschitzlab.training.LearningRateSchedule;

/**
 * The steps of one lane from a reset to the next: how many are done, where they end, what the learning rates are multiplied by, and how
 * long all that took by the lane's own time. Used by one thread at a time.
 */
final class LaneClock {
    /** What the speed so far counts for in an average that a new step enters. */
    private static final double SPEED_MEMORY = 0.9;

    private LearningRateSchedule rates;
    private int step;
    private int horizon;
    private double seconds;
    private double diagnosisSeconds;
    private double criticStepsPerSecond;

    /**
     * Before the first step.
     *
     * @param steps to the first horizon
     * @param schedule of the learning rates up to there
     * @param horizon where the lane ends, later extensions that are known already included
     */
    LaneClock(int steps, RateSchedule schedule, int horizon) {
        this.rates = new LearningRateSchedule(0, steps, schedule);
        this.horizon = horizon;
    }

    /** Where an earlier run was. */
    LaneClock(LanePosition position) {
        rates = position.rates();
        horizon = position.horizon();
        step = position.step();
        seconds = position.seconds();
        diagnosisSeconds = position.diagnosisSeconds();
        criticStepsPerSecond = position.criticStepsPerSecond();
    }

    /** How the learning rates change. */
    LearningRateSchedule rates() {
        return rates;
    }

    /** Generator steps done. */
    int step() {
        return step;
    }

    /** Generator steps after which the lane ends. */
    int horizon() {
        return horizon;
    }

    /** Whether no step is left. */
    boolean atEnd() {
        return step >= horizon;
    }

    /** Whether the number of steps done is a multiple of this. */
    boolean atMultipleOf(int steps) {
        return step % steps == 0;
    }

    /** What the learning rates are multiplied by in the next step, from 0 to 1. */
    double rateFactor() {
        return rates.factor(step);
    }

    /** What training took, in seconds. */
    double seconds() {
        return seconds;
    }

    /** What diagnoses took, in seconds. */
    double diagnosisSeconds() {
        return diagnosisSeconds;
    }

    /** Critic updates a second, an average in which the newest steps count most; 0 before the first. */
    double criticStepsPerSecond() {
        return criticStepsPerSecond;
    }

    /**
     * A generator step was done.
     *
     * @param criticUpdates those of its critic
     * @param took seconds, more than 0
     */
    void stepped(int criticUpdates, double took) {
        double speed = criticUpdates / took;
        criticStepsPerSecond =
                criticStepsPerSecond == 0 ? speed : SPEED_MEMORY * criticStepsPerSecond + (1 - SPEED_MEMORY) * speed;
        seconds += took;
        step++;
    }

    /** A diagnosis was made, which took so many seconds. */
    void diagnosed(double took) {
        diagnosisSeconds += took;
    }

    /** From here the schedule of the learning rates starts anew, over so many steps; returns where it then ends. */
    int extend(int steps) {
        rates = new LearningRateSchedule(step, steps, rates.schedule());
        return rates.horizon();
    }

    /** Has the lane end there. */
    void endAt(int steps) {
        horizon = steps;
    }
}
