package lipschitzlab.export.autosave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.file.FolderLock;
import lipschitzlab.setting.InputException;

/** Removes the folder of a kept run. */
final class KeptFiles {
    private KeptFiles() {}

    /**
     * Removes a folder with all that is in it; of a link only the link. What shows that it is one of the lab's own goes last.
     *
     * @throws InputException if something stays
     */
    static void delete(Path folder) {
        try {
            for (Path path : inside(folder)) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(folder.resolve(FolderLock.FILE));
            Files.deleteIfExists(folder);
        } catch (IOException failure) {
            throw new InputException(
                    folder.toString(),
                    "a kept run that can be removed",
                    failure.getClass().getSimpleName() + " (" + failure.getMessage() + ")",
                    "Remove the folder by hand, or check its permissions.",
                    failure);
        }
    }

    /** The deepest first. */
    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder) && !path.equals(folder.resolve(FolderLock.FILE)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
