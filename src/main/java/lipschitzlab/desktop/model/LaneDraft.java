package lipschitzlab.desktop.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * A lane that a person is about to add. It begins as another lane, with the first method that no lane has alone; whatever the
 * person leaves as it is stays that lane's.
 */
public final class LaneDraft {
    private final List<LaneSpec> lanes;
    private final Values like;
    private final Map<String, String> decided = new LinkedHashMap<>();
    private String title = "";

    /**
     * @param like what the values are taken from
     * @param lanes all lanes there are
     */
    public LaneDraft(Values like, List<LaneSpec> lanes) {
        this.lanes = List.copyOf(lanes);
        this.like = like;
        set(LaneSettings.CONSTRAINT, ConstraintSet.of(unused(lanes)).id());
    }

    private static ConstraintKind unused(List<LaneSpec> lanes) {
        List<ConstraintSet> used = lanes.stream().map(LaneSpec::constraint).toList();
        return Arrays.stream(ConstraintKind.values())
                .filter(kind -> !used.contains(ConstraintSet.of(kind)))
                .findFirst()
                .orElse(ConstraintKind.UNCONSTRAINED);
    }

    /** What constrains its critic. */
    public ConstraintSet constraint() {
        return ConstraintSet.of(text(LaneSettings.CONSTRAINT));
    }

    /**
     * Another value. What another constraint or optimizer declares is as in the lane that this began as, or else at its default.
     *
     * @throws lipschitzlab.setting.InputException if the text states no value of that setting
     */
    public void set(Setting setting, String text) {
        setting.parse(text, setting.label());
        decided.put(setting.key(), text);
    }

    /** A value as text. */
    public String text(Setting setting) {
        return values().text(setting.key());
    }

    private Values values() {
        Values values = like;
        for (Map.Entry<String, String> entry : decided.entrySet()) {
            values = PresetEdit.changed(values, entry.getKey(), entry.getValue());
        }
        return values;
    }

    /** What it is called if nobody gives it a title: its method, and the values in which it differs. */
    public String methodTitle() {
        LaneSpec spec = untitled();
        List<LaneSpec> all = new ArrayList<>(lanes);
        all.add(spec);
        return LaneTitles.of(spec, all);
    }

    /** Gives it a title, which may be any text; with an empty one it is called after its method. */
    public void setTitle(String given) {
        title = given;
    }

    private LaneSpec untitled() {
        List<String> taken = lanes.stream().map(LaneSpec::id).toList();
        return new LaneSpec(LaneRules.freeId(taken, constraint().laneId()), values());
    }

    /**
     * The lane as decided.
     *
     * @throws lipschitzlab.setting.InputException if it cannot have its title
     */
    public LaneSpec spec() {
        return untitled().titled(LaneRules.title(title, "Title"));
    }
}
