package lipschitzlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.LaneStatus;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.measurement.Metric;

/** One lane in one line of text. */
final class LaneLine {
    private static final int NARROWEST = 18;

    private LaneLine() {}

    /** All lanes, a line for each, in columns. */
    static List<String> of(List<Lane> lanes) {
        List<String> names = LaneTitles.withIds(lanes);
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            lines.add(of(lanes.get(i), names.get(i), Math.max(NARROWEST, width)));
        }
        return lines;
    }

    private static String of(Lane lane, String name, int width) {
        LaneStatus status = lane.status();
        LaneHistory history = status.history();
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "  %-" + width + "s %-9s step %6d  %6.1f s  gap %9.3g  ‖∇D‖ %8.3g  SWD %7.4f",
                name,
                status.state().title(),
                status.step(),
                status.seconds(),
                history.last(Metric.GAP),
                history.last(Metric.GRADIENT_NORM_INTERPOLATED),
                history.last(Metric.SLICED_WASSERSTEIN)));
        if (history.length(Metric.MODES) > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    "  modes %2.0f  balanced %2s  near %3.0f %%",
                    history.last(Metric.MODES),
                    balanced(history.last(Metric.BALANCED_MODES)),
                    100 * history.last(Metric.NEAR_MODE)));
        }
        return line.toString();
    }

    /** A dash where too few samples are near a mode. */
    private static String balanced(double modes) {
        return Double.isNaN(modes) ? "–" : Integer.toString((int) modes);
    }
}
