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
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * A lane that a person is about to add. It begins as another lane, with the first method that no lane has alone; whatever the
 * person leaves as it is stays that lane's.
 */
public final class LaneDraft {
    private final List<LaneSpec> lanes;
    private final Values like;

    /** By key, in the order in which they were first decided. */
    private final Map<String, Assignment<?>> decided = new LinkedHashMap<>();

    private String title = "";

    /**
     * @param like what the values are taken from
     * @param lanes all lanes there are
     */
    public LaneDraft(Values like, List<LaneSpec> lanes) {
        this.lanes = List.copyOf(lanes);
        this.like = like;
        set(LaneSettings.CONSTRAINT, ConstraintSet.of(unused(lanes)));
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
        return get(LaneSettings.CONSTRAINT);
    }

    /**
     * Another value. What another constraint or optimizer declares is as in the lane that this began as, or else at its default.
     *
     * @throws lipschitzlab.setting.InputException if it is not in the setting's range
     */
    public <T> void set(Setting<T> setting, T value) {
        decided.put(setting.key(), new Assignment<>(setting, value));
    }

    /** A value as it is by now. */
    public <T> T get(Setting<T> setting) {
        return values().get(setting);
    }

    private Values values() {
        Values values = like;
        for (Assignment<?> assignment : decided.values()) {
            values = PresetEdit.changed(values, assignment);
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
