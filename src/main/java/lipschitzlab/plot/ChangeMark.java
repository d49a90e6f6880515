package lipschitzlab.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.Curve;
import lipschitzlab.preset.Change;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * Where a person changed a value of a lane while it trained, as charts over time mark it.
 *
 * @param step generator steps that the lane had done
 * @param text what changed, such as "λ 10 → 1"
 */
public record ChangeMark(int step, String text) {
    /** A lane's, in order; several changes of one setting at one step are one. What was changed before the first step is none. */
    public static List<ChangeMark> of(Lane lane) {
        Values values = lane.spec().values().copy();
        Map<Integer, Map<String, String>> before = new LinkedHashMap<>();
        Map<Integer, Map<String, String>> after = new LinkedHashMap<>();
        for (Change change : lane.changes()) {
            if (values.declares(change.key())) {
                before.computeIfAbsent(change.step(), step -> new LinkedHashMap<>())
                        .putIfAbsent(change.key(), values.text(change.key()));
                values.set(change.key(), change.value(), lane.id());
                after.computeIfAbsent(change.step(), step -> new LinkedHashMap<>())
                        .put(change.key(), values.text(change.key()));
            }
        }
        List<ChangeMark> marks = new ArrayList<>();
        after.forEach((step, changed) -> changed.forEach((key, now) -> {
            String old = before.get(step).get(key);
            if (step > 0 && !Objects.equals(old, now)) {
                marks.add(new ChangeMark(step, name(values, key) + " " + old + " → " + now));
            }
        }));
        return List.copyOf(marks);
    }

    private static String name(Values values, String key) {
        Setting setting = values.settings().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return setting instanceof NumberSetting number && !number.symbol().isEmpty()
                ? number.symbol()
                : setting.label().toLowerCase(Locale.ROOT);
    }

    /** Where this lies on an axis along which a lane's curve is drawn; NaN where the curve does not reach it yet. */
    double place(XAxis axis, Curve curve) {
        if (axis == XAxis.STEPS) {
            return step;
        }
        for (int i = 0; i < curve.length(); i++) {
            if (curve.steps()[i] >= step) {
                return curve.seconds()[i];
            }
        }
        return Double.NaN;
    }
}
