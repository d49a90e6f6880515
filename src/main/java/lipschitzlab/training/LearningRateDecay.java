package lipschitzlab.training;

/**
 * The decay of learning rates over a stretch of steps, from {@code start} to the horizon {@code start + length}.
 *
 * @param linear whether they fall linearly to 0; otherwise they stay
 */
public record LearningRateDecay(int start, int length, boolean linear) {
    /** What is left of the rates at a step: 1 at the start, 0 at the horizon. */
    public double share(int step) {
        return linear ? Math.max(0, 1 - (double) (step - start) / length) : 1;
    }

    public int horizon() {
        return start + length;
    }
}
