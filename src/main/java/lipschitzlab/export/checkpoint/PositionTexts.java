package lipschitzlab.export.checkpoint;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.experiment.LaneFailure;
import lipschitzlab.experiment.LanePosition;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LearningRateSchedule;

/** Where a lane stands, as the texts of its checkpoint. The values of its settings are those of its spec, with what was changed. */
final class PositionTexts {
    private static final String OPERATOR_NORM = "operator_norm.";

    private PositionTexts() {}

    static Map<String, String> of(LanePosition position) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("step", String.valueOf(position.step()));
        texts.put("horizon", String.valueOf(position.horizon()));
        texts.put("rates.start", String.valueOf(position.rates().start()));
        texts.put("rates.length", String.valueOf(position.rates().length()));
        texts.put("seconds", String.valueOf(position.seconds()));
        texts.put("diagnosis_seconds", String.valueOf(position.diagnosisSeconds()));
        texts.put("critic_steps_per_second", String.valueOf(position.criticStepsPerSecond()));
        texts.put("diverged_steps", String.valueOf(position.divergedSteps()));
        texts.put("last_gap", String.valueOf(position.lastGap()));
        position.operatorNorms().forEach((layer, norm) -> texts.put(OPERATOR_NORM + layer, String.valueOf(norm)));
        if (!position.made().isEmpty()) {
            texts.put("changes", PresetWriter.changes(position.made()));
        }
        position.failure().ifPresent(failure -> {
            texts.put("failure.step", String.valueOf(failure.step()));
            texts.put("failure.cause", failure.cause());
            texts.put("failure.remedy", failure.remedy());
            texts.put("failure.out_of_memory", String.valueOf(failure.outOfMemory()));
        });
        return texts;
    }

    /** @throws InputException if a text is missing or unfit */
    static LanePosition read(Texts texts, LaneSpec spec) {
        List<Change> made = texts.find("changes")
                .map(text -> PresetReader.changes(text, List.of(spec), texts.where()))
                .orElse(List.of());
        Values values = spec.values();
        for (Change change : made) {
            if (change instanceof Change.Value changed) {
                values = values.with(changed.assignment());
            }
        }
        Map<String, Double> norms = new HashMap<>();
        texts.under(OPERATOR_NORM).keySet().forEach(layer -> norms.put(layer, texts.number(OPERATOR_NORM + layer)));
        return new LanePosition(
                texts.count("step"),
                texts.count("horizon"),
                failure(texts),
                new LearningRateSchedule(
                        texts.count("rates.start"),
                        texts.count("rates.length"),
                        values.get(LaneSettings.RATE_SCHEDULE)),
                texts.number("seconds"),
                texts.number("diagnosis_seconds"),
                texts.number("critic_steps_per_second"),
                values,
                made,
                texts.count("diverged_steps"),
                texts.number("last_gap"),
                norms);
    }

    private static Optional<LaneFailure> failure(Texts texts) {
        return texts.find("failure.cause")
                .map(cause -> new LaneFailure(
                        texts.count("failure.step"),
                        cause,
                        texts.text("failure.remedy"),
                        Boolean.parseBoolean(texts.text("failure.out_of_memory"))));
    }
}
