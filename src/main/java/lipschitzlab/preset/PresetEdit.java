package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Values;

/** New presets out of old ones: what the panel's settings that need a new start make. */
public final class PresetEdit {
    private PresetEdit() {}

    /** The preset with its lanes at the same step, or each as fast as it goes. */
    public static Preset at(Preset preset, Pace pace) {
        return preset.withShared(preset.shared().with(SharedSettings.MODE, pace));
    }

    /** The preset with another shared value. */
    public static Preset withShared(Preset preset, Assignment<?> assignment) {
        return preset.withShared(preset.shared().with(assignment));
    }

    /** The preset with another value for its data. */
    public static Preset withData(Preset preset, Assignment<?> assignment) {
        return preset.withData(preset.data().with(List.of(assignment)));
    }

    /**
     * The preset with another value for one lane. A lane that gets another constraint takes that constraint's name, and
     * settings that the new constraint or optimizer does not share with the old start at their defaults.
     */
    public static Preset withLane(Preset preset, String laneId, Assignment<?> assignment) {
        List<LaneSpec> specs = new ArrayList<>(preset.lanes());
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).id().equals(laneId)) {
                specs.set(i, edited(specs, specs.get(i), assignment));
            }
        }
        return preset.withLanes(specs);
    }

    private static LaneSpec edited(List<LaneSpec> all, LaneSpec spec, Assignment<?> assignment) {
        LaneSpec edited = spec.with(changed(spec.values(), assignment));
        if (!assignment.setting().equals(LaneSettings.CONSTRAINT)) {
            return edited;
        }
        List<String> taken = all.stream()
                .map(LaneSpec::id)
                .filter(id -> !id.equals(spec.id()))
                .toList();
        return new LaneSpec(LaneRules.freeId(taken, edited.constraint().laneId()), edited.values());
    }

    /**
     * A lane's values with another one among them. Settings that another constraint or optimizer does not share with the old start
     * at their defaults.
     */
    public static Values changed(Values values, Assignment<?> assignment) {
        Values changed = values.with(assignment);
        boolean otherSettings =
                List.of(LaneSettings.CONSTRAINT, LaneSettings.OPTIMIZER).contains(assignment.setting());
        return otherSettings
                ? changed.redeclared(
                        LaneSettings.of(changed.get(LaneSettings.CONSTRAINT), changed.get(LaneSettings.OPTIMIZER)))
                : changed;
    }
}
