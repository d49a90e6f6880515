package lipschitzlab.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lipschitzlab.setting.InputException;

/** What every reader of files checks and says in the same words. */
final class InputFile {
    private InputFile() {}

    /** How a message names a file: in full, since a relative path does not say where it was looked for. */
    static String name(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** Refuses what is not there, and what this user may not read. */
    static void requireReadable(Path path, String expected) {
        if (!Files.exists(path)) {
            throw new InputException(name(path), expected, "nothing there", "Check the path for a slip.");
        }
        if (!Files.isReadable(path)) {
            throw new InputException(
                    name(path), expected, "no permission to read it", "Give yourself the right to read it.");
        }
    }

    /** As {@link #requireReadable}, and refuses folders. */
    static void requireFile(Path path, String expected) {
        requireReadable(path, expected);
        if (Files.isDirectory(path)) {
            throw new InputException(name(path), expected, "a folder", "Choose the file inside it.");
        }
    }

    /** The disk or the system failed while the file was being read. */
    static InputException unreadable(Path file, String expected, IOException cause) {
        return new InputException(
                name(file),
                expected,
                "an error while reading it (" + cause + ")",
                "Check the disk, or try a fresh copy of the file.",
                cause);
    }
}
