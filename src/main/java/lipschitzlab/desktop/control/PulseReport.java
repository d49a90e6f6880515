package lipschitzlab.desktop.control;

import java.util.Locale;
import lipschitzlab.statistic.Quantiles;

/**
 * How regularly the window drew itself: milliseconds between its pulses.
 *
 * @param count how many were measured
 */
public record PulseReport(double median, double p95, double longest, int count) {
    /** Of intervals in milliseconds, at least one. */
    public static PulseReport of(double[] intervals) {
        return new PulseReport(
                Quantiles.median(intervals),
                Quantiles.of(0.95, intervals),
                Quantiles.of(1, intervals),
                intervals.length);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "pulses of the window: median %.1f ms, 95th percentile %.1f ms, longest %.1f ms, %d measured",
                median,
                p95,
                longest,
                count);
    }
}
