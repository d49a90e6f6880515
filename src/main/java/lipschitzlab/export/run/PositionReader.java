package lipschitzlab.export.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.experiment.LanePosition;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LearningRateSchedule;

/** Where a lane stood when its tables were written: its step and time from these, its values from the preset's changes. */
final class PositionReader {
    private PositionReader() {}

    static LanePosition of(Preset preset, LaneSpec spec, Map<Metric, Curve> curves, List<Snapshot> frames) {
        int step = Math.max(
                curves.values().stream()
                        .filter(curve -> curve.length() > 0)
                        .mapToInt(curve -> curve.steps()[curve.length() - 1])
                        .max()
                        .orElse(0),
                frames.stream().mapToInt(Snapshot::step).max().orElse(0));
        List<Change> made = made(preset, spec, step);
        Values values = spec.values();
        LearningRateSchedule rates = new LearningRateSchedule(
                0, preset.shared().get(SharedSettings.STEPS), values.get(LaneSettings.RATE_SCHEDULE));
        for (Change change : made) {
            if (change instanceof Change.Value changed) {
                values = values.with(changed.assignment());
            } else if (change instanceof Change.Extension moved) {
                rates = new LearningRateSchedule(moved.step(), moved.steps(), rates.schedule());
            }
        }
        Curve gap = curves.getOrDefault(Metric.GAP, new Curve(new int[0], new double[0], new double[0]));
        return new LanePosition(
                step,
                rates.horizon(),
                Optional.empty(),
                rates,
                seconds(curves),
                0,
                0,
                values,
                made,
                0,
                gap.last(),
                Map.of());
    }

    private static List<Change> made(Preset preset, LaneSpec spec, int step) {
        List<Change> made = new ArrayList<>(preset.changes());
        made.removeIf(change -> !change.lane().equals(spec.id()) || change.step() > step);
        made.sort(Comparator.comparingInt(Change::step));
        return made;
    }

    private static double seconds(Map<Metric, Curve> curves) {
        return curves.values().stream()
                .filter(curve -> curve.length() > 0)
                .mapToDouble(curve -> curve.seconds()[curve.length() - 1])
                .max()
                .orElse(0);
    }
}
