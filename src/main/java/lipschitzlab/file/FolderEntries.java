package lipschitzlab.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lipschitzlab.setting.InputException;

/** What lies in a folder. */
public final class FolderEntries {
    /** What systems leave in folders, beside what begins with a dot. */
    private static final Set<String> LEFT = Set.of("thumbs.db", "desktop.ini", "__macosx", "@eadir");

    private FolderEntries() {}

    /**
     * Whether a person would see what lies at a path.
     *
     * @param path inside a folder; it is hidden as soon as one of its parts is
     */
    public static boolean visible(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(part -> part.toString().toLowerCase(Locale.ROOT))
                .noneMatch(part -> part.startsWith(".") || LEFT.contains(part));
    }

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
