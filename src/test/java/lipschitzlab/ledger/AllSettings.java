package lipschitzlab.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Setting;

/** The settings of the registries. */
final class AllSettings {
    /** By key, with the method or the data before it where these declare it, such as {@code r1.gamma}; each once. */
    static final Map<String, Setting<?>> BY_NAME = all();

    private AllSettings() {}

    private static Map<String, Setting<?>> all() {
        Map<String, Setting<?>> all = new LinkedHashMap<>();
        SharedSettings.all().forEach(setting -> all.put(setting.key(), setting));
        ConstraintSet none = ConstraintSet.of(ConstraintKind.UNCONSTRAINED);
        for (OptimizerKind kind : OptimizerKind.values()) {
            LaneSettings.of(none, kind).forEach(setting -> all.put(setting.key(), setting));
        }
        for (ConstraintKind kind : ConstraintKind.values()) {
            add(kind.id(), kind.settings(), all);
        }
        for (DatasetKind kind : DatasetKind.values()) {
            add(kind.id(), kind.settings(), all);
        }
        return all;
    }

    private static void add(String owner, List<Setting<?>> settings, Map<String, Setting<?>> all) {
        settings.stream()
                .filter(setting -> !all.containsValue(setting))
                .forEach(setting -> all.put(owner + "." + setting.key(), setting));
    }
}
