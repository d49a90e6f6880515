package lipschitzlab.observation;

import java.util.Optional;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;

/** The generator's loss swings with one period: the two networks chase each other. */
final class OscillationRule implements ObservationRule {
    /** Of the newest steps. */
    private static final int WINDOW = 512;

    private static final int LEAST_PERIOD = 6;

    /** So many periods must be in the window. */
    private static final int PERIODS = 4;

    /** The autocorrelation at the period; 1 for a pure wave. */
    private static final double CLEAR = 0.5;

    @Override
    public Optional<Observation> of(ObservedLane lane) {
        Curve loss = lane.last(Metric.GENERATOR_LOSS, WINDOW);
        if (loss.length() < WINDOW) {
            return Optional.empty();
        }
        double[] swings = withoutTrend(loss.values());
        int period = period(swings);
        return period == 0
                ? Optional.empty()
                : Optional.of(new Observation(
                        "losses oscillate with period " + period + ": no convergence",
                        "losses oscillate, period " + period,
                        "Over the last " + WINDOW
                                + " steps the generator's loss, its trend taken off, repeats itself after "
                                + period
                                + " steps: an autocorrelation of 0.5 or more, after one of less than −0.2 at half of"
                                + " that."));
    }

    /** Less the straight line that fits best. */
    private static double[] withoutTrend(double[] values) {
        int n = values.length;
        double middle = (n - 1) / 2.0;
        double mean = 0;
        double slope = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            mean += values[i] / n;
            slope += (i - middle) * values[i];
            spread += (i - middle) * (i - middle);
        }
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            left[i] = values[i] - mean - slope / spread * (i - middle);
        }
        return left;
    }

    /** The lag of the first clear peak of the autocorrelation behind a clear valley; 0 if there is none. */
    private static int period(double[] swings) {
        double power = correlation(swings, 0);
        if (!(power > 0)) {
            return 0;
        }
        int longest = swings.length / PERIODS;
        double lowest = 0;
        double[] at = new double[longest + 2];
        for (int lag = 1; lag < at.length; lag++) {
            at[lag] = correlation(swings, lag) / power;
        }
        for (int lag = 1; lag <= longest; lag++) {
            lowest = Math.min(lowest, at[lag]);
            boolean peak = at[lag] >= at[lag - 1] && at[lag] > at[lag + 1];
            if (lag >= LEAST_PERIOD && lowest < -0.2 && peak && at[lag] >= CLEAR) {
                return lag;
            }
        }
        return 0;
    }

    /** Mean product at a distance. */
    private static double correlation(double[] swings, int lag) {
        double sum = 0;
        for (int i = lag; i < swings.length; i++) {
            sum += swings[i] * swings[i - lag];
        }
        return sum / (swings.length - lag);
    }
}
