package lipschitzlab.preset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;
import lipschitzlab.yaml.YamlText;

/** Writes presets with nothing left to defaults, so that a later version with other defaults repeats the same run. */
public final class PresetWriter {
    private PresetWriter() {}

    /**
     * The whole preset as YAML that {@link PresetReader} reads to an equal one.
     *
     * @param record what is worth knowing of a run (engine, versions, threads, …): texts, numbers, booleans, lists and maps
     *     of these, in their order; not written if empty, and ignored by the reader
     */
    public static String toYaml(Preset preset, Map<String, Object> record) {
        Map<String, Object> top = keys(preset);
        if (!record.isEmpty()) {
            top.put("record", record);
        }
        return YamlText.of(top);
    }

    /** The whole preset, in which a lane's rate is written once if it is one for both networks, as a person writes it. */
    static String withOneRate(Preset preset) {
        Map<String, Object> top = keys(preset);
        for (Object lane : ((Map<?, ?>) top.get("lanes")).values()) {
            Map<?, ?> settings = (Map<?, ?>) lane;
            Object shared = settings.get(LaneSettings.LEARNING_RATE.key());
            settings.entrySet()
                    .removeIf(entry -> entry.getKey().equals(LaneSettings.GENERATOR_LEARNING_RATE.key())
                            && entry.getValue().equals(shared));
        }
        return YamlText.of(top);
    }

    /** All keys of a preset with their values, for {@link YamlText}. */
    public static Map<String, Object> keys(Preset preset) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("title", preset.title());
        putText(top, "lookFor", preset.lookFor());
        putShared(top, preset.shared(), SharedSettings.top());
        top.put("data", data(preset.data()));
        top.put("generator", generator(preset.generator()));
        top.put("critic", network(preset.critic()));
        top.put("schedule", schedule(preset.shared()));
        top.put("lanes", lanes(preset.lanes()));
        putText(top, "tuning", preset.tuning());
        putUnlessEmpty(top, PresetReader.CHANGES, changes(preset));
        return top;
    }

    private static void putText(Map<String, Object> map, String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> map, String key, List<?> list) {
        if (!list.isEmpty()) {
            map.put(key, list);
        }
    }

    private static void put(Map<String, Object> map, Values values, Iterable<? extends Setting<?>> settings) {
        settings.forEach(setting ->
                values.find(setting.key()).ifPresent(assignment -> map.put(setting.key(), assignment.written())));
    }

    private static Map<String, Object> schedule(Values shared) {
        Map<String, Object> map = new LinkedHashMap<>();
        putShared(map, shared, SharedSettings.schedule());
        return map;
    }

    /** Without what is off, so that the record of a run that does not use it is what it was before there was such a setting. */
    private static void putShared(Map<String, Object> map, Values shared, List<Setting<?>> settings) {
        put(
                map,
                shared,
                settings.stream()
                        .filter(setting -> !SharedSettings.optional().contains(setting)
                                || !shared.get(setting).equals(setting.defaultValue()))
                        .toList());
    }

    private static Map<String, Object> data(DataSpec data) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", data.kind().id());
        data.file()
                .filter(file -> data.kind().needsFile())
                .ifPresent(file ->
                        map.put("file", file.toAbsolutePath().normalize().toString()));
        put(map, data.values(), data.kind().settings());
        return map;
    }

    private static Map<String, Object> generator(GeneratorSpec generator) {
        if (generator instanceof GeneratorSpec.Trained trained) {
            Map<String, Object> map = network(trained.architecture());
            if (trained.outputScale() != GeneratorReader.OUTPUT_SCALE.defaultValue()) {
                map.put(GeneratorReader.OUTPUT_SCALE.key(), trained.outputScale());
            }
            return map;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", GeneratorReader.FROZEN);
        map.put(GeneratorReader.NOISE.key(), ((GeneratorSpec.Frozen) generator).noise());
        return map;
    }

    private static Map<String, Object> network(Architecture architecture) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (architecture instanceof Mlp mlp) {
            map.put("kind", ArchitectureReader.MLP);
            map.put("hidden", mlp.hidden());
            map.put("slope", mlp.slope());
        } else if (architecture instanceof StandardCnn cnn) {
            map.put("kind", ArchitectureReader.STANDARD_CNN);
            map.put("width", cnn.width());
        } else if (architecture instanceof ResNet resNet) {
            map.put("kind", ArchitectureReader.RESNET);
            map.put("width", resNet.width());
        }
        return map;
    }

    private static Map<String, Object> lanes(List<LaneSpec> lanes) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (LaneSpec lane : lanes) {
            Map<String, Object> keys = new LinkedHashMap<>();
            lane.ownTitle().ifPresent(title -> keys.put(LanesReader.TITLE, title));
            put(keys, lane.values(), lane.values().settings());
            map.put(lane.id(), keys);
        }
        return map;
    }

    /** Changes alone, as they stand in a preset, for {@link PresetReader#changes}. */
    public static String changes(List<Change> changes) {
        return YamlText.of(Map.of(
                PresetReader.CHANGES, changes.stream().map(PresetWriter::change).toList()));
    }

    private static List<Map<String, Object>> changes(Preset preset) {
        return preset.changes().stream().map(PresetWriter::change).toList();
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("step", change.step());
        map.put("lane", change.lane());
        if (change instanceof Change.Value changed) {
            map.put("key", changed.assignment().key());
            map.put("value", changed.assignment().written());
        } else if (change instanceof Change.Extension extension) {
            map.put("key", ChangesReader.EXTEND);
            map.put("value", extension.steps());
        }
        return map;
    }
}
