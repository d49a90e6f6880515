package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/** New presets out of old ones: what the panel's settings that need a new start make. */
public final class PresetEdit {
    private PresetEdit() {}

    /** The preset with its lanes at the same step, or each as fast as it goes. */
    public static Preset inMode(Preset preset, boolean lockstep) {
        return withShared(preset, SharedSettings.MODE.key(), lockstep ? "lockstep" : "free");
    }

    /**
     * The preset with another shared value.
     *
     * @throws lipschitzlab.setting.InputException if the text states no value of that setting
     */
    public static Preset withShared(Preset preset, String key, String text) {
        return preset.withShared(with(preset.shared(), key, text));
    }

    /**
     * The preset with another value for its data.
     *
     * @throws lipschitzlab.setting.InputException if the text states no value of that setting
     */
    public static Preset withData(Preset preset, String key, String text) {
        DataSpec data = preset.data();
        return withData(preset, new DataSpec(data.kind(), with(data.values(), key, text), data.file()));
    }

    private static Preset withData(Preset preset, DataSpec data) {
        return new Preset(
                preset.name(),
                preset.title(),
                preset.lookFor(),
                preset.shared(),
                data,
                preset.generator(),
                preset.critic(),
                preset.lanes(),
                preset.tuning(),
                preset.changes());
    }

    /**
     * The preset with another value for one lane. A lane that gets another constraint takes that constraint's name, and
     * settings that the new constraint or optimizer does not share with the old start at their defaults.
     *
     * @throws lipschitzlab.setting.InputException if the text states no value of that setting
     */
    public static Preset withLane(Preset preset, String laneId, String key, String text) {
        List<LaneSpec> specs = new ArrayList<>(preset.lanes());
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).id().equals(laneId)) {
                specs.set(i, edited(specs, specs.get(i), key, text));
            }
        }
        return preset.withLanes(specs);
    }

    private static LaneSpec edited(List<LaneSpec> all, LaneSpec spec, String key, String text) {
        Values values = changed(spec.values(), key, text);
        if (!key.equals(LaneSettings.CONSTRAINT.key())) {
            return spec.with(values);
        }
        String wanted = ConstraintSet.of(text).laneId();
        List<String> taken = all.stream()
                .map(LaneSpec::id)
                .filter(id -> !id.equals(spec.id()))
                .toList();
        return new LaneSpec(LaneRules.freeId(taken, wanted), values);
    }

    /**
     * A lane's values with another one among them. Settings that another constraint or optimizer does not share with the old start
     * at their defaults.
     *
     * @throws lipschitzlab.setting.InputException if the text states no value of that setting
     */
    public static Values changed(Values values, String key, String text) {
        boolean otherSettings = List.of(LaneSettings.CONSTRAINT.key(), LaneSettings.OPTIMIZER.key())
                .contains(key);
        Values given = with(values, key, text);
        return otherSettings ? redeclared(given) : given;
    }

    private static Values redeclared(Values given) {
        Values values = new Values(LaneSettings.of(
                ConstraintSet.of(given.text(LaneSettings.CONSTRAINT.key())),
                OptimizerKind.of(given.choice(LaneSettings.OPTIMIZER))));
        for (Setting setting : given.settings()) {
            if (values.declares(setting.key())) {
                values.set(setting.key(), given.text(setting.key()), setting.label());
            }
        }
        return values;
    }

    private static Values with(Values values, String key, String text) {
        Values copy = values.copy();
        String label = find(values, key).map(Setting::label).orElse(key);
        copy.set(key, text, label);
        return copy;
    }

    private static Optional<Setting> find(Values values, String key) {
        return values.settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst();
    }
}
