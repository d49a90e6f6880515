package lipschitzlab.desktop;

import java.util.Locale;
import lipschitzlab.desktop.control.PulseReport;

/**
 * How smoothly the window drew while lanes trained, and what it cost them.
 *
 * @param withWindow generator steps a second, all lanes together, while the window was open
 * @param before as many without a window, before it was opened
 * @param after as many without a window, after it was closed
 */
public record WindowReport(PulseReport pulses, double withWindow, double before, double after) {
    /** The speed of training with the window open by that without it. */
    public double share() {
        return withWindow / ((before + after) / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s%ntraining: %.0f generator steps a second with the window open, %.0f and %.0f without it before and"
                        + " after: %.2f times their mean",
                pulses,
                withWindow,
                before,
                after,
                share());
    }
}
