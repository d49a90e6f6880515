package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.LaneHistory;
import lipschitzlab.measurement.Metric;

/**
 * One of a lane's measurements.
 *
 * @param value the number, with its unit
 * @param widest as many digits as it may come to have
 * @param name a word or two
 * @param help what it says, for a student
 */
public record Fact(String value, String widest, String name, String help) {
    private static final String WIDEST_NUMBER = "0.0000";

    /**
     * The few that a card shows; dashes before the first measurement.
     *
     * @param step at which, or before which, they were measured last
     */
    public static List<Fact> of(LaneHistory history, Dataset data, int step) {
        List<Fact> facts = new ArrayList<>();
        data.mixture().ifPresent(mixture -> {
            double modes = history.at(Metric.BALANCED_MODES, step);
            String found = Double.isFinite(modes) ? Integer.toString((int) modes) : "–";
            facts.add(new Fact(
                    found + "/" + mixture.modes().length,
                    mixture.modes().length + "/" + mixture.modes().length,
                    "modes",
                    "Balanced modes: those with at least a quarter of their fair share of samples within 3σ. A dash: too few"
                            + " samples near a mode, less than 10 % within 3σ, which noise reaches too"));
            facts.add(new Fact(
                    Texts.percent(history.at(Metric.HIGH_QUALITY, step)),
                    Texts.percent(1),
                    "within 3σ",
                    "Samples within 3σ of their nearest mode; a perfect generator scores "
                            + (mixture.modes()[0].length == 1 ? "99.7 %" : "98.9 %")));
        });
        facts.add(new Fact(
                Texts.number(history.at(Metric.SLICED_WASSERSTEIN, step)),
                WIDEST_NUMBER,
                "distance",
                "Sliced Wasserstein distance of the samples to held-out data; less is better"));
        facts.add(new Fact(
                Texts.number(history.at(Metric.GRADIENT_NORM_INTERPOLATED, step)),
                WIDEST_NUMBER,
                "slope",
                "The critic's mean ‖∇D‖ between real and generated samples"));
        return facts;
    }
}
