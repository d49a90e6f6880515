package lipschitzlab.training;

import java.util.List;

/**
 * What an update of the critic reports, all of it from before the update.
 *
 * @param loss with its penalty
 * @param penalty 0 for a constraint without one
 * @param gap the mean score of real samples minus that of fake ones
 * @param largestSample the largest number in the generator's samples, by absolute value
 */
public record CriticReport(double loss, double penalty, double gap, double largestSample) {
    /**
     * What the numbers of an update come to.
     *
     * @param numbers the scores of real samples and then of as many fake ones, the fake samples, the loss, and the penalty if there is one
     */
    static CriticReport of(List<float[]> numbers) {
        double penalty = numbers.size() > 3 ? numbers.get(3)[0] : 0;
        return new CriticReport(numbers.get(2)[0], penalty, gap(numbers.get(0)), largest(fake(numbers)));
    }

    /** The fake samples among them. */
    static float[] fake(List<float[]> numbers) {
        return numbers.get(1);
    }

    /** The gap, of the scores of real samples and then of as many fake ones. */
    static double gap(float[] scores) {
        int half = scores.length / 2;
        return mean(scores, 0, half) - mean(scores, half, half);
    }

    private static double mean(float[] numbers, int first, int count) {
        double sum = 0;
        for (int i = first; i < first + count; i++) {
            sum += numbers[i];
        }
        return sum / count;
    }

    /** The largest absolute value. */
    static double largest(float[] numbers) {
        double largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
