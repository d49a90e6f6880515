package lipschitzlab.export.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.experiment.LaneRecord;
import lipschitzlab.export.RunRecord;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.file.RegularFile;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import lipschitzlab.setting.InputException;

/** Opens the folder of a run, whichever version wrote it. */
public final class RunReader {
    /** The file that a run begins with. */
    public static final String RECORD = "run.yaml";

    private static final String EXPECTED = "the folder of a run (with " + RECORD + " in it)";
    private static final int MAX_RECORD_BYTES = 1 << 20;

    private RunReader() {}

    /**
     * Whether a path is the folder of a run. Looks at its record only, and for what a run always writes beside it.
     *
     * @throws InputException if there is a record that cannot be read
     */
    public static boolean isRun(Path folder) {
        Path path = folder.resolve(RECORD);
        if (!Files.isRegularFile(path)) {
            return StoredRun.isIn(folder);
        }
        RegularFile record = new RegularFile(path, "the record of a run");
        try (InputStream in = record.open()) {
            String text = new String(in.readNBytes(MAX_RECORD_BYTES), StandardCharsets.ISO_8859_1);
            return text.contains(RunRecord.MARKER) || Files.isRegularFile(folder.resolve(TableReader.CURVES));
        } catch (IOException failure) {
            throw record.unreadable(failure);
        }
    }

    /**
     * Reads what a run left: each lane from its newest whole checkpoint, or else from the run's tables and histories, which it can
     * be looked at by. A part that is damaged or of another kind is left out, and told of.
     *
     * @throws InputException if there is no run, if its record is unfit, or if nothing beside it can be read
     */
    public static OpenedRun open(Path folder) {
        RegularFile.requireReadable(folder, EXPECTED);
        if (StoredRun.isIn(folder)) {
            return withCheckpoints(folder, StoredRun.open(folder));
        }
        if (!Files.isRegularFile(folder.resolve(RECORD))) {
            throw new InputException(
                    RegularFile.name(folder),
                    EXPECTED,
                    Files.isDirectory(folder) ? "a folder without it" : "a file",
                    "Choose the folder that 'run' or 'Save, The whole run' wrote.");
        }
        Preset preset = PresetReader.read(folder.resolve(RECORD), Map.of());
        List<String> notes = new ArrayList<>();
        Map<String, LaneRecord> records = new TableReader(folder, preset, notes::add).records();
        return opened(folder, named(preset, folder), records, notes);
    }

    private static OpenedRun withCheckpoints(Path folder, StoredRun stored) {
        Preset preset = stored.preset();
        List<String> notes = new ArrayList<>(stored.notes());
        Map<String, LaneRecord> records = new HashMap<>(stored.lanes());
        if (records.size() < preset.lanes().size()) {
            new TableReader(folder, preset, notes::add).records().forEach((lane, record) -> {
                if (records.putIfAbsent(lane, record) == null) {
                    notes.add("Lane " + lane
                            + " is shown as the run's tables have it: it can be looked at, not trained on.");
                }
            });
        }
        return opened(folder, preset, records, notes);
    }

    private static OpenedRun opened(Path folder, Preset preset, Map<String, LaneRecord> records, List<String> notes) {
        if (records.isEmpty()) {
            throw new InputException(
                    RegularFile.name(folder),
                    "curves or histories of the lanes that " + RECORD + " names",
                    notes.isEmpty() ? "none" : "none that can be read. " + String.join(" ", notes),
                    "To train the run again, open its " + RECORD + " instead.");
        }
        return new OpenedRun(folder, preset, records, notes);
    }

    /** A run whose files do not say what its preset was called is named by its folder, unless a bundled preset has that name. */
    private static Preset named(Preset preset, Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null || Presets.names().contains(name.toString()) ? preset : preset.named(name.toString());
    }
}
