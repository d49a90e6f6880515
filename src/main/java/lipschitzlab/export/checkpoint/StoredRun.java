package lipschitzlab.export.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lipschitzlab.experiment.LaneRecord;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.TrainingState;

/**
 * A run's folder with checkpoints, read: each lane as it stood at its newest whole one.
 *
 * @param preset with everything that was changed in the run
 * @param lanes what was kept, by id; a lane whose checkpoints are all damaged, or that had none yet, is not among them
 * @param run what the newest checkpoint says of the run, such as the engine and the versions
 * @param notes for a person, one line each: what could not be read, and what is done in its place
 */
public record StoredRun(
        Preset preset,
        Map<String, LaneRecord> lanes,
        Map<String, String> run,
        List<String> notes,
        Map<String, HistoryJournal> journals) {
    private static final String RECORD = "run.yaml";

    /** Networks of more bytes are not kept in memory until they are needed. */
    private static final long LARGE = 8L << 20;

    /** What a checkpoint calls the preset's text. */
    public static final String PRESET = "preset";

    /** What a checkpoint calls the preset's name. */
    public static final String NAME = "name";

    /** Whether a folder has checkpoints. */
    public static boolean isIn(Path run) {
        return Files.isDirectory(CheckpointFolder.of(run).path());
    }

    /** Reads lanes one by one. */
    private static final class Reading {
        private final CheckpointFolder folder;
        private final Map<String, LaneRecord> lanes = new HashMap<>();
        private final Map<String, HistoryJournal> journals = new HashMap<>();
        private final List<String> notes = new ArrayList<>();
        private Map<String, String> run = Map.of();

        Reading(Path path) {
            folder = CheckpointFolder.of(path);
        }

        /** The checkpoint of one step and no other, of a lane that has it. */
        void read(LaneSpec spec, int step) {
            Optional.ofNullable(folder.of(spec.id()).get(step))
                    .ifPresent(file -> read(spec, CheckpointFile.open(file)));
        }

        /** The steps at which some lane has a checkpoint. */
        List<Integer> steps(Preset preset) {
            return preset.lanes().stream()
                    .flatMap(lane -> folder.of(lane.id()).keySet().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }

        void read(LaneSpec spec) {
            for (Path file : folder.of(spec.id()).descendingMap().values()) {
                try {
                    read(spec, CheckpointFile.open(file));
                    return;
                } catch (InputException damaged) {
                    notes.add(damaged.getMessage());
                }
            }
            notes.add("Lane " + spec.id() + " has no whole checkpoint: it starts at step 0.");
        }

        private void read(LaneSpec spec, CheckpointFile file) {
            Optional<TrainingState> state = file.networks();
            JournalReader journal = JournalReader.read(folder.journal(spec.id()), file.texts());
            LaneRecord record = new LaneRecord(
                    PositionTexts.read(file.texts(), spec),
                    journal.history(),
                    journal.milestones(),
                    journal.newest(),
                    state.map(whole -> read(file, whole)));
            lanes.put(spec.id(), record);
            journals.put(spec.id(), new HistoryJournal(folder.journal(spec.id()), journal, record.history()));
            run = file.texts().texts();
        }

        /** Large ones are read again when they are needed, so that all lanes' numbers are not in memory at once. */
        private static Supplier<TrainingState> read(CheckpointFile file, TrainingState whole) {
            return whole.bytes() > LARGE ? () -> file.networks().orElseThrow() : () -> whole;
        }
    }

    /**
     * Reads a run.
     *
     * @throws InputException if there is neither a record nor a checkpoint that can be read
     */
    public static StoredRun open(Path path) {
        Reading reading = new Reading(path);
        Preset preset = preset(path, reading);
        preset.lanes().forEach(reading::read);
        return of(preset, reading);
    }

    /**
     * Reads a run as it was at a step; lanes without a checkpoint of that step are not among its lanes.
     *
     * @throws InputException if no lane has one, or if one that there is cannot be read
     */
    public static StoredRun at(Path path, int step) {
        Reading reading = new Reading(path);
        Preset preset = preset(path, reading);
        preset.lanes().forEach(lane -> reading.read(lane, step));
        if (reading.lanes.isEmpty()) {
            throw new InputException(
                    path.toString(),
                    "a run with a checkpoint of step " + step,
                    "checkpoints of the steps " + reading.steps(preset),
                    "Choose one of these.");
        }
        return of(preset, reading);
    }

    private static Preset preset(Path path, Reading reading) {
        return Files.exists(path.resolve(RECORD))
                ? PresetReader.read(path.resolve(RECORD), Map.of())
                : presetOf(reading.folder);
    }

    private static StoredRun of(Preset preset, Reading reading) {
        String name = reading.run.getOrDefault(NAME, preset.name());
        return new StoredRun(preset.named(name), reading.lanes, reading.run, reading.notes, reading.journals);
    }

    /** Each checkpoint has the run's preset as it was then. */
    private static Preset presetOf(CheckpointFolder folder) {
        InputException unfit = new InputException(
                folder.path().toString(),
                "a run with " + RECORD + " or checkpoints",
                "neither",
                "Choose the folder that a run was written to.");
        for (Path file : folder.all()) {
            try {
                return PresetReader.ofText(
                        RECORD, CheckpointFile.open(file).texts().text(PRESET), file.toString());
            } catch (InputException damaged) {
                unfit = damaged;
            }
        }
        throw unfit;
    }
}
