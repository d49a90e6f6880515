package lipschitzlab.desktop;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.experiment.LanePlan;
import lipschitzlab.experiment.LaneSettings;
import lipschitzlab.experiment.Preset;

/** The line that says in what lanes differ. */
final class Differences {
    private Differences() {}

    /** Such as "These lanes differ in: constraint, objective." */
    static String inWords(Preset preset) {
        List<String> labels = new ArrayList<>();
        if (preset.lanes().stream().map(LanePlan::constraint).distinct().count() > 1) {
            labels.add(LaneSettings.CONSTRAINT.label());
        }
        labels.addAll(preset.differences());
        List<String> words = labels.stream().map(Texts::startingSmall).toList();
        if (words.isEmpty()) {
            return preset.lanes().size() == 1 ? "There is one lane." : "These lanes do not differ.";
        }
        return words.size() == 1
                ? "Only the " + words.get(0) + " differs between these lanes."
                : "These lanes differ in: " + String.join(", ", words) + ".";
    }
}
