package lipschitzlab.desktop;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.experiment.Metric;

/** The newest measurements of a lane in one short line. */
final class LaneFacts {
    /** What the line says, for a tooltip. */
    static final String EXPLANATION =
            "Modes with at least a quarter of their fair share of samples; samples within 3σ of"
                    + " a mode (a perfect generator scores 98.9 %); W, the sliced Wasserstein distance to held-out data, less is"
                    + " better; slope, the critic's mean ‖∇D‖ between real and generated samples.";

    private LaneFacts() {}

    /** The line; empty before the first measurement. */
    static String of(LaneHistory history, Dataset data) {
        List<String> facts = new ArrayList<>();
        data.mixture().ifPresent(mixture -> {
            double modes = history.last(Metric.BALANCED_MODES);
            if (Double.isFinite(modes)) {
                facts.add((int) modes + "/" + mixture.modes().length + " modes");
                facts.add(Texts.percent(history.last(Metric.HIGH_QUALITY)) + " in 3σ");
            }
        });
        add(facts, "W ", history.last(Metric.SLICED_WASSERSTEIN));
        add(facts, "slope ", history.last(Metric.GRADIENT_NORM_INTERPOLATED));
        return String.join("  ·  ", facts);
    }

    private static void add(List<String> facts, String name, double value) {
        if (Double.isFinite(value)) {
            facts.add(name + Texts.number(value));
        }
    }
}
