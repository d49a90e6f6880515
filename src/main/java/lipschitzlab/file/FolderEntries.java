package lipschitzlab.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.setting.InputException;

/** What lies in a folder. */
public final class FolderEntries {
    private FolderEntries() {}

    /**
     * Files and folders in a folder, in the order of their names.
     *
     * @param most how many are looked at, so that a folder of a million files is answered at once
     * @param expected what the folder should be, in words
     * @throws InputException if the folder cannot be read
     */
    public static List<Path> of(Path folder, int most, String expected) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(most).sorted().toList();
        } catch (IOException | UncheckedIOException failure) {
            throw new InputException(
                    RegularFile.name(folder),
                    expected,
                    "an error while looking into it (" + failure + ")",
                    "Check the disk.",
                    failure);
        }
    }
}
