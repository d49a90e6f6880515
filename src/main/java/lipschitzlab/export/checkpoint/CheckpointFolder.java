package lipschitzlab.export.checkpoint;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import lipschitzlab.file.WholeFile;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code checkpoints/} of a run: which lanes have one at which step. */
record CheckpointFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
    private static final String NAME = "checkpoints";
    private static final String ENDING = ".safetensors";
    private static final String JOURNAL = ".journal";
    private static final String STEP = "\\d{1,9}";

    /** Of a run's folder. */
    static CheckpointFolder of(Path run) {
        return new CheckpointFolder(run.resolve(NAME));
    }

    Path file(int step, String lane) {
        return path.resolve(String.valueOf(step)).resolve(lane + ENDING);
    }

    /** How a lane's checkpoint is named where its step does not matter: one that fails is made good by a later one. */
    Path anyOf(String lane) {
        return path.resolve(lane + ENDING);
    }

    Path journal(String lane) {
        return path.resolve(lane + JOURNAL);
    }

    /** A lane's checkpoints by their steps. */
    NavigableMap<Integer, Path> of(String lane) {
        NavigableMap<Integer, Path> found = new TreeMap<>();
        for (Path step : entries(path)) {
            Path file = step.resolve(lane + ENDING);
            if (step.getFileName().toString().matches(STEP) && Files.isRegularFile(file)) {
                found.put(Integer.valueOf(step.getFileName().toString()), file);
            }
        }
        return found;
    }

    /** All checkpoints of all lanes, the newest first. */
    List<Path> all() {
        return entries(path).stream()
                .filter(step -> step.getFileName().toString().matches(STEP))
                .sorted(Comparator.comparingInt((Path step) ->
                                Integer.parseInt(step.getFileName().toString()))
                        .reversed())
                .flatMap(step -> entries(step).stream())
                .filter(file -> file.toString().endsWith(ENDING))
                .toList();
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException failure) {
            throw new InputException(
                    folder.toString(),
                    "a folder that can be read",
                    failure.toString(),
                    "Check the folder's permissions.",
                    failure);
        }
    }

    /** Removes one checkpoint. */
    void remove(int step, String lane) {
        delete(file(step, lane));
    }

    /** Removes everything of a lane: it was reset, renamed or removed. */
    void forget(String lane) {
        of(lane).values().forEach(CheckpointFolder::delete);
        delete(journal(lane));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Path step = file.getParent();
            if (entries(step).isEmpty()) {
                Files.deleteIfExists(step);
            }
        } catch (DirectoryNotEmptyException usedAgain) {
            LOG.debug("{} is in use again", file.getParent(), usedAgain);
        } catch (IOException failure) {
            throw WholeFile.unwritable(file, failure);
        }
    }
}
