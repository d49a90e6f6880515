package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;

/** The line that says in what lanes differ. */
public final class Differences {
    private Differences() {}

    /** Such as "These lanes differ in: constraint, objective." */
    public static String inWords(Preset preset) {
        return inWords(preset, Integer.MAX_VALUE);
    }

    /** As the other, with at most so many settings named and the others counted. */
    public static String inWords(Preset preset, int most) {
        List<String> words = words(preset);
        if (words.isEmpty()) {
            return preset.lanes().size() == 1 ? "There is one lane." : "These lanes do not differ.";
        }
        if (words.size() == 1) {
            return "Only the " + words.get(0) + " differs between these lanes.";
        }
        int named = Math.min(most, words.size());
        String more = named < words.size() ? " and " + (words.size() - named) + " more." : ".";
        return "These lanes differ in: " + String.join(", ", words.subList(0, named)) + more;
    }

    private static List<String> words(Preset preset) {
        List<String> labels = new ArrayList<>();
        if (preset.lanes().stream().map(LaneSpec::constraint).distinct().count() > 1) {
            labels.add(LaneSettings.CONSTRAINT.label());
        }
        labels.addAll(preset.differences());
        return labels.stream().map(Texts::startingSmall).toList();
    }

    /** How many settings {@link #inWords(Preset, int)} can name. */
    public static int count(Preset preset) {
        return words(preset).size();
    }
}
