package lipschitzlab.desktop.control;

import java.util.Arrays;
import java.util.Locale;

/**
 * How regularly the window drew itself: milliseconds between its pulses.
 *
 * @param count how many were measured
 */
public record PulseReport(double median, double p95, double longest, int count) {
    /** Of intervals in milliseconds, at least one. */
    public static PulseReport of(double[] intervals) {
        double[] sorted = intervals.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new PulseReport(sorted[last / 2], sorted[(int) Math.ceil(0.95 * last)], sorted[last], sorted.length);
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
