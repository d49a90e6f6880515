package lipschitzlab.file;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files all at once: beside the file first, then moved into its place. Whoever reads the file sees the old version or the
 * new one, and a full disk leaves the old one.
 */
public final class WholeFile {
    /** What stands behind the name of a file whose writing was cut off, or nothing: for patterns of names. */
    public static final String UNFINISHED = "(\\.part\\d*)?";

    private static final String ENDING = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private static final String REMEDY =
            "Free some disk space, check the folder's permissions, or choose another folder (on the command line with --out or --trace).";

    /** Writes bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes characters. */
    @FunctionalInterface
    public interface Text {
        void writeTo(Writer writer) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a text in UTF-8, its folder made if it does not exist.
     *
     * @throws InputException if it cannot be written
     */
    public static void writeText(Path file, String text) {
        writeText(file, writer -> writer.write(text));
    }

    /**
     * Writes a file in UTF-8, its folder made if it does not exist.
     *
     * @throws InputException if it cannot be written
     */
    public static void writeText(Path file, Text text) {
        write(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            text.writeTo(writer);
            writer.flush();
        });
    }

    /**
     * Writes a file, its folder made if it does not exist.
     *
     * @throws InputException if it cannot be written
     */
    public static void write(Path file, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = createBeside(file);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    content.writeTo(out);
                }
                move(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    /** A new file beside another, whose name no file had: what is there may be a person's own, or another program's. */
    static Path createBeside(Path file) throws IOException {
        for (int number = 1; ; number++) {
            Path free = file.resolveSibling(file.getFileName() + ENDING + (number == 1 ? "" : number));
            if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    return Files.createFile(free);
                } catch (FileAlreadyExistsException madeMeanwhile) {
                    LOG.debug("{} was made by another at the same time", free, madeMeanwhile);
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What to tell a person of a file that could not be written. */
    public static InputException unwritable(Path file, IOException failure) {
        return unwritable(file, "a file that can be written", failure);
    }

    /** What to tell a person of a failure to write. */
    static InputException unwritable(Path where, String expected, IOException failure) {
        return new InputException(where.toString(), expected, reason(failure), REMEDY, failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "that permission is denied";
        }
        if (failure instanceof FileAlreadyExistsException existing) {
            return "a file where a folder should be (" + existing.getFile() + ")";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        // What writes a picture says only that it failed, and has the disk's own words behind that.
        if (failure.getCause() instanceof IOException disk) {
            return reason(disk);
        }
        return failure.getClass() == IOException.class
                ? "that the disk refuses (" + failure.getMessage() + ")"
                : failure.getClass().getSimpleName() + " (" + failure.getMessage() + ")";
    }
}
