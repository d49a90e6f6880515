package lipschitzlab.picture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lipschitzlab.file.FileHead;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.TextEncoding;
import lipschitzlab.setting.InputException;

/**
 * Reads an IDX file of pictures, gzipped or not: the header that {@link IdxHeader} reads, then one byte a pixel. Whether the
 * file is gzipped is seen from its first bytes, since downloads are often unpacked without losing the {@code .gz}. No more
 * memory is taken than the file really holds pixels, whatever its header announces.
 */
final class IdxReader {
    private static final String FRESH_COPY = "Get a fresh copy of the file; the download or the copying was cut off.";
    private static final String MAGIC =
            "an IDX file of pictures, which has bytes in 3 dimensions and begins with 0x00000803";

    /** What one byte of gzip data becomes at most (the Deflate format, RFC 1951: 258 bytes from two bits). */
    private static final long DENSEST = 1032;

    /** The gzip data of nothing are no longer than that, but for a name. */
    private static final int EMPTY_GZIP = 64;

    private static final int MAX_PICTURES = 1_000_000;

    /** No side of a picture is longer. */
    private static final int MAX_SIDE = 4096;

    private final RegularFile file;
    private final FileHead head;
    private final int count;
    private final int height;
    private final int width;

    /** Reads the header, and refuses a file that is something else or shorter than its header announces. */
    IdxReader(RegularFile file) {
        this.file = file;
        this.head = FileHead.of(file);
        long[] sizes = header().sizes();
        requireSize(sizes[1], sizes[2]);
        requireCount(sizes[0]);
        this.count = (int) sizes[0];
        this.height = (int) sizes[1];
        this.width = (int) sizes[2];
        if (!head.gzipped() && most() < pixels()) {
            throw cutShort(most());
        }
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    private long pixels() {
        return (long) count * height * width;
    }

    /** How many bytes of pixels the file holds at most. */
    private long most() {
        return head.gzipped() ? DENSEST * file.size() : file.size() - IdxHeader.OF_PICTURES;
    }

    /** Refuses a file for whose pictures there is no room, at so many bytes each. */
    void requireRoom(int bytesEach) {
        long held = Math.min(count, most() / ((long) height * width) + 1);
        HeapSpace.require(
                held * bytesEach,
                (long) count * bytesEach,
                file.name(),
                String.format(Locale.ROOT, "%,d pictures of %dx%d pixels", count, height, width));
    }

    /**
     * Reads the pictures.
     *
     * @param taker gets one after the other, {@code [height, width]}, unsigned, always in the same array
     */
    void forEach(Consumer<byte[]> taker) {
        try (InputStream raw = new BufferedInputStream(file.open(), 1 << 16);
                InputStream bytes =
                        head.gzipped() ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw) {
            bytes.skipNBytes(IdxHeader.OF_PICTURES);
            byte[] picture = new byte[height * width];
            for (long i = 0; i < count; i++) {
                int read = bytes.readNBytes(picture, 0, picture.length);
                if (read < picture.length) {
                    throw cutShort(i * picture.length + read);
                }
                taker.accept(picture);
            }
            if (bytes.read() >= 0) {
                throw refused(
                        announced(), "more than that", "Get a fresh copy of the file; its header is wrong.", null);
            }
        } catch (EOFException cutOff) {
            throw refused("gzip data to the end", "a gzip file that breaks off", FRESH_COPY, cutOff);
        } catch (ZipException broken) {
            throw refused("sound gzip data", "broken gzip data (" + broken.getMessage() + ")", FRESH_COPY, broken);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    private IdxHeader header() {
        int length = head.bytes().length;
        Optional<IdxHeader> idx = IdxHeader.of(head.bytes());
        if (idx.isPresent() && idx.get().pictures()) {
            if (length < IdxHeader.OF_PICTURES) {
                throw refused("a header of 16 bytes", length + " bytes in all", FRESH_COPY, null);
            }
            return idx.get();
        }
        if (length == 0) {
            throw refused(
                    file.expected(),
                    head.gzipped() && file.size() > EMPTY_GZIP ? "broken gzip data" : "an empty file",
                    FRESH_COPY,
                    null);
        }
        UnreadableFormat other =
                idx.map(IdxHeader::format).or(() -> UnreadableFormat.of(head)).orElseGet(() -> unknown(head));
        throw refused(MAGIC, other.words(), other.remedy(), null);
    }

    /** What is neither IDX nor any other file that is known: text, or shown by its first bytes. */
    private static UnreadableFormat unknown(FileHead head) {
        int length = head.bytes().length;
        if (length < Integer.BYTES) {
            return new UnreadableFormat(length + (length == 1 ? " byte" : " bytes"), FRESH_COPY);
        }
        boolean text = TextEncoding.of(head.bytes()).isPresent();
        StringBuilder first = new StringBuilder("a file that begins with the bytes 0x");
        for (int i = 0; i < Integer.BYTES; i++) {
            first.append(String.format("%02X", head.at(i)));
        }
        return text
                ? new UnreadableFormat("text", "If it is a table of points, choose the data kind csv for it.")
                : new UnreadableFormat(
                        first.toString(), "Choose a file in the format of MNIST's pictures, gzipped or not.");
    }

    private String announced() {
        return IdxHeader.OF_PICTURES + pixels() + " bytes, which the header announces";
    }

    private InputException cutShort(long found) {
        return refused(announced(), IdxHeader.OF_PICTURES + found + " bytes: the file is cut short", FRESH_COPY, null);
    }

    private void requireSize(long tall, long wide) {
        if (Math.min(tall, wide) < 1 || Math.max(tall, wide) > MAX_SIDE) {
            throw refused(
                    "pictures whose sides have from 1 to " + MAX_SIDE + " pixels",
                    tall + "x" + wide,
                    "Get a fresh copy of the file, or scale the pictures.",
                    null);
        }
    }

    private void requireCount(long pictures) {
        if (pictures < LabelledPictures.FEWEST || pictures > MAX_PICTURES) {
            throw refused(
                    "from " + LabelledPictures.FEWEST + " to " + MAX_PICTURES + " pictures",
                    "a header that announces " + pictures,
                    "Choose a file within these bounds; one picture in ten is held out for measuring.",
                    null);
        }
    }

    private InputException refused(String expected, String found, String remedy, Exception cause) {
        return new InputException(file.name(), expected, found, remedy, cause);
    }
}
