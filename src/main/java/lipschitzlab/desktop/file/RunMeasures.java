package lipschitzlab.desktop.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.measurement.Metric;

/** How far the lanes of a run came, in a few words. */
final class RunMeasures {
    private static final int NAMED = 4;

    private RunMeasures() {}

    /**
     * Such as {@code step 2,000 · sliced Wasserstein distance, in the units of training: spectral norm 0.034, …}.
     */
    static String inWords(Experiment experiment) {
        List<Lane> lanes = experiment.lanes();
        List<String> parts = new ArrayList<>();
        parts.add(
                "step " + Texts.count(lanes.stream().mapToInt(Lane::step).max().orElse(0)));
        parts.add("sliced Wasserstein distance, in the units of training: "
                + each(lanes, lane -> Texts.number(lane.history().last(Metric.SLICED_WASSERSTEIN))));
        experiment
                .data()
                .mixture()
                .ifPresent(mixture -> parts.add("balanced modes of " + mixture.modes().length + ": "
                        + each(lanes, lane -> modes(lane.history().last(Metric.BALANCED_MODES)))));
        return String.join(" · ", parts);
    }

    private static String modes(double count) {
        return Double.isFinite(count) ? Texts.count((long) count) : "–";
    }

    private static String each(List<Lane> lanes, Function<Lane, String> value) {
        List<String> titles = LaneTitles.now(lanes);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < Math.min(NAMED, lanes.size()); i++) {
            words.add(titles.get(i) + " " + value.apply(lanes.get(i)));
        }
        return words.stream().collect(Collectors.joining(", "))
                + (lanes.size() > NAMED ? " and " + (lanes.size() - NAMED) + " more" : "");
    }
}
