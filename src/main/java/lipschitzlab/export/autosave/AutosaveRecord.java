package lipschitzlab.export.autosave;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.export.RunRecord;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.InputException;
import lipschitzlab.yaml.PresetSource;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;

/**
 * What the record of a kept run says of its last save.
 *
 * @param title the preset's
 * @param step generator steps of the lane that was furthest
 * @param saved when it was saved
 */
record AutosaveRecord(String title, int step, Instant saved) {
    static final String FILE = "run.yaml";

    private static final String SAVED = "saved";
    private static final String STEP = "step";

    /** The record of an experiment as it stands, with these facts among it. */
    static String yaml(Experiment experiment, int step, Instant now) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                SAVED,
                OffsetDateTime.ofInstant(now.truncatedTo(ChronoUnit.SECONDS), ZoneId.systemDefault())
                        .toString());
        facts.put(STEP, step);
        return RunRecord.yaml(experiment, facts);
    }

    /** Generator steps of the lane that is furthest. */
    static int step(Experiment experiment) {
        return experiment.lanes().stream().mapToInt(Lane::step).max().orElse(0);
    }

    /**
     * Reads the record of a kept run.
     *
     * @throws InputException if there is none, or it is not whole
     */
    static AutosaveRecord read(Path folder) {
        Path file = folder.resolve(FILE);
        String title = PresetReader.read(file, Map.of()).title();
        PresetSource source = PresetSource.ofFile(file, Presets.FILES);
        try {
            int step = Integer.parseInt(fact(source, STEP));
            Instant saved = OffsetDateTime.parse(fact(source, SAVED)).toInstant();
            return new AutosaveRecord(title, step, saved);
        } catch (DateTimeException | NumberFormatException unreadable) {
            throw new InputException(
                    file.toString(),
                    "the step and the time of the last save under record",
                    "none that can be read",
                    "Open it as the record of a run, or discard it.",
                    unreadable);
        }
    }

    private static String fact(PresetSource source, String key) {
        return Optional.of(TreeParser.parse(source.text(), source.locations()))
                .flatMap(top -> below(top, "record"))
                .flatMap(record -> below(record, key))
                .map(value -> value instanceof YamlTree.Text text ? text.value() : "")
                .orElse("");
    }

    private static Optional<YamlTree> below(YamlTree tree, String key) {
        return tree instanceof Entries entries ? entries.find(key).map(YamlTree.Entry::value) : Optional.empty();
    }
}
