package lipschitzlab.training;

import lipschitzlab.preset.RateSchedule;

/**
 * The learning rates over a stretch of steps, from {@code start} to the horizon {@code start + length}.
 *
 * @param schedule how they change on the way
 */
public record LearningRateSchedule(int start, int length, RateSchedule schedule) {
    /** What the rates are multiplied by in a step, the first of which is {@code start}. */
    public double factor(int step) {
        return schedule.factor((double) (step - start) / length);
    }

    /** The step at which the stretch ends. */
    public int horizon() {
        return start + length;
    }
}
