package lipschitzlab.cli;

import java.util.Locale;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.Metric;

/** One lane in one line of text. */
final class LaneLine {
    private LaneLine() {}

    static String of(Lane lane) {
        LaneHistory history = lane.history();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "  %-18s %-9s step %6d  %6.1f s  gap %9.3g  ‖∇D‖ %8.3g  SWD %7.4f",
                lane.id(),
                lane.state().title(),
                lane.step(),
                lane.seconds(),
                history.last(Metric.GAP),
                history.last(Metric.GRADIENT_NORM_INTERPOLATED),
                history.last(Metric.SLICED_WASSERSTEIN)));
        if (history.length(Metric.MODES) > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    "  modes %2.0f  balanced %2.0f  near %3.0f %%",
                    history.last(Metric.MODES),
                    history.last(Metric.BALANCED_MODES),
                    100 * history.last(Metric.NEAR_MODE)));
        }
        return line.toString();
    }
}
