package lipschitzlab.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Versions;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.preset.SharedSettings;

/** What repeats a run: its preset with everything that was changed, and what computed it. */
public final class RunRecord {
    /** How the part begins that a record has and a preset has not. */
    static final String SIGN = "\nrecord:";

    private RunRecord() {}

    /** The record as a preset that {@link PresetReader} reads. */
    public static String yaml(Experiment experiment) {
        return yaml(experiment, Map.of());
    }

    /** As {@link #yaml(Experiment)}, with more that is worth knowing, such as the time at which the run started. */
    public static String yaml(Experiment experiment, Map<String, Object> more) {
        Backend backend = experiment.backend();
        Map<String, Object> record = new LinkedHashMap<>(more);
        record.put("program", Versions.program());
        record.put("engine", backend.device().engine());
        record.put("device", backend.device().name());
        record.put("threadsPerLane", experiment.preset().shared().get(SharedSettings.THREADS_PER_LANE));
        record.put("java", Runtime.version().toString());
        record.put("libraries", new TreeMap<>(backend.device().versions()));
        return PresetWriter.toYaml(experiment.resolved(), record);
    }
}
