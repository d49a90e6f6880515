package lipschitzlab.plot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lipschitzlab.experiment.Lane;
import lipschitzlab.measurement.Curve;
import lipschitzlab.preset.Change;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Values;

/**
 * Where a person changed a value of a lane while it trained, as charts over time mark it.
 *
 * @param step generator steps that the lane had done
 * @param text what changed, such as "λ 10 → 1"
 */
public record ChangeMark(int step, String text) {
    /**
     * The marks of a lane, in order. Several changes of one setting at one step give one mark, and changes before the first
     * step give none.
     */
    public static List<ChangeMark> of(Lane lane) {
        Values values = lane.spec().values();
        Map<At, Assignment<?>> before = new LinkedHashMap<>();
        Map<At, Assignment<?>> after = new LinkedHashMap<>();
        for (Change change : lane.changes()) {
            if (change instanceof Change.Value changed) {
                Assignment<?> assignment = changed.assignment();
                At at = new At(change.step(), assignment.key());
                before.putIfAbsent(at, values.find(at.key()).orElseThrow());
                after.put(at, assignment);
                values = values.with(assignment);
            }
        }
        return after.keySet().stream()
                .filter(at -> at.step() > 0
                        && !before.get(at).value().equals(after.get(at).value()))
                .map(at -> new ChangeMark(at.step(), inWords(before.get(at), after.get(at))))
                .toList();
    }

    private record At(int step, String key) {}

    private static String inWords(Assignment<?> before, Assignment<?> after) {
        String symbol = before.setting().symbol();
        String name = symbol.isEmpty() ? before.setting().label().toLowerCase(Locale.ROOT) : symbol;
        return name + " " + before.text() + " → " + after.text();
    }

    /** Where this lies on an axis along which a lane's curve is drawn; NaN where the curve does not reach it yet. */
    public double place(XAxis axis, Curve curve) {
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
