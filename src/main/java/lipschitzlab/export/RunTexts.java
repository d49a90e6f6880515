package lipschitzlab.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;

/**
 * What a checkpoint says of its run: the preset as it is now with the run's record, the seed, and what computed it. The preset is written
 * anew only when it has changed. Used by one thread at a time.
 */
public final class RunTexts implements Supplier<Map<String, String>> {
    private final Experiment experiment;
    private Optional<Preset> written = Optional.empty();
    private Map<String, String> texts = Map.of();

    public RunTexts(Experiment experiment) {
        this.experiment = experiment;
    }

    @Override
    public Map<String, String> get() {
        Preset now = experiment.resolved();
        if (written.filter(now::equals).isEmpty()) {
            texts = of(now);
            written = Optional.of(now);
        }
        return texts;
    }

    private Map<String, String> of(Preset preset) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(StoredRun.PRESET, RunRecord.yaml(experiment));
        all.put(StoredRun.NAME, preset.name());
        all.put("seed", preset.shared().text(SharedSettings.SEED));
        RunRecord.computedBy(experiment.backend(), preset).forEach((key, value) -> all.put(key, String.valueOf(value)));
        return all;
    }
}
