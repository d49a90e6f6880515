package lipschitzlab.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Versions;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.training.PictureMeasures;

/** The record from which a run can be repeated: its preset with everything that was changed, and what computed it. */
public final class RunRecord {
    /** The start of the part that a record has and a preset has not. */
    public static final String MARKER = "\nrecord:";

    private RunRecord() {}

    /** The record as a preset that {@link PresetReader} reads. */
    public static String yaml(Experiment experiment) {
        return yaml(experiment, Map.of());
    }

    /** As {@link #yaml(Experiment)}, with more that is worth knowing, such as the time at which the run started. */
    public static String yaml(Experiment experiment, Map<String, Object> more) {
        Map<String, Object> record = new LinkedHashMap<>(more);
        record.putAll(computedBy(experiment.backend(), experiment.preset()));
        // Not in the record of a run that compares no pictures, nor before it is known what compares them.
        experiment.pictureMeasures().ifPresent(measures -> record.put("pictureMeasures", comparedBy(measures)));
        return PresetWriter.toYaml(experiment.resolved(), record);
    }

    private static Map<String, Object> comparedBy(PictureMeasures measures) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("features", measures.features().words());
        record.put("generated", measures.samples());
        record.put("heldOut", measures.samples());
        return record;
    }

    /** What computes a preset, in the record's keys. */
    public static Map<String, Object> computedBy(Backend backend, Preset preset) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("program", Versions.program());
        record.put("engine", backend.device().engine());
        record.put("device", backend.device().name());
        record.put("threadsPerLane", preset.shared().get(SharedSettings.THREADS_PER_LANE));
        record.put("java", Runtime.version().toString());
        record.put("libraries", new TreeMap<>(backend.device().versions()));
        return record;
    }
}
