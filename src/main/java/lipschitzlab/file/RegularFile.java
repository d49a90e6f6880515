package lipschitzlab.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import lipschitzlab.setting.InputException;

/**
 * A file that a person named for reading, seen to be a file before it is opened. A folder, a pipe or a device is refused in
 * words: a pipe may never end and a device such as {@code /dev/zero} never does, so that whoever opens one waits for ever
 * or runs out of memory. Even what says that it is a file may grow while it is read, or tell a size of 0 as those of
 * {@code /proc} do; {@link #bytes} therefore counts what it reads.
 *
 * @param path the file
 * @param expected what it should be, in words, for messages: "a preset (a YAML file)"
 */
public record RegularFile(Path path, String expected) {
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /**
     * Looks whether there is a file that this user may read.
     *
     * @throws InputException if there is none, or if it is not a regular file (links to one are followed)
     */
    public RegularFile {
        Objects.requireNonNull(expected);
        requireReadable(path, expected);
        if (Files.isDirectory(path)) {
            throw new InputException(name(path), expected, "a folder", "Choose the file inside it.");
        }
        if (!Files.isRegularFile(path)) {
            throw new InputException(
                    name(path),
                    expected,
                    "a pipe, a device or a socket, which may have no end",
                    "Save what it gives as a file, and choose that.");
        }
    }

    /** How a message names a file: in full, since a relative path does not say where it was looked for. */
    public static String name(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** A number of bytes in the largest unit of which it has one: "3 bytes", "1.5 MiB", "64 KiB". */
    public static String inWords(long bytes) {
        if (bytes < KIB) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        long unit = bytes < MIB ? KIB : bytes < GIB ? MIB : GIB;
        long tenths = Math.round(10.0 * bytes / unit);
        String number = tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
        return number + (unit == KIB ? " KiB" : unit == MIB ? " MiB" : " GiB");
    }

    /**
     * Refuses what is not there, and what this user may not read; folders pass.
     *
     * @param expected what should be there, in words
     * @throws InputException if there is nothing to read
     */
    public static void requireReadable(Path path, String expected) {
        if (!Files.exists(path)) {
            boolean link = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
            throw new InputException(
                    name(path),
                    expected,
                    link ? "a link that leads nowhere" : "nothing there",
                    "Check the path for a slip.");
        }
        if (!Files.isReadable(path)) {
            throw new InputException(
                    name(path), expected, "no permission to read it", "Give yourself the right to read it.");
        }
    }

    /** How a message names this file, in full. */
    public String name() {
        return name(path);
    }

    /**
     * Bytes in the file, as the system tells it. Some files tell 0 and hold more.
     *
     * @throws InputException if the system cannot tell
     */
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** The content, to be closed by the caller, who bounds what is read of it. */
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    /**
     * The whole content.
     *
     * @param most the largest size that is read, in bytes; no more than twice as much memory is taken
     * @throws InputException if the file is larger, with both sizes, or cannot be read
     */
    public byte[] bytes(int most) {
        requireSize(size(), most);
        try (InputStream in = open()) {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length == most && in.read() >= 0) {
                throw tooLarge("more", most);
            }
            return bytes;
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /**
     * Refuses a size beyond a bound.
     *
     * @param size in bytes
     * @param most the largest size that is read, in bytes
     */
    public void requireSize(long size, long most) {
        if (size > most) {
            throw tooLarge(inWords(size), most);
        }
    }

    private InputException tooLarge(String found, long most) {
        return new InputException(name(), expected + " of at most " + inWords(most), found, "Is this another file?");
    }

    /** The disk or the system failed while the file was being read. */
    public InputException unreadable(IOException cause) {
        return new InputException(
                name(),
                expected,
                "an error while reading it (" + cause + ")",
                "Check the disk, or try a fresh copy of the file.",
                cause);
    }
}
