package lipschitzlab.picture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lipschitzlab.compute.Shape;
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
public final class IdxReader {
    private static final String EXPECTED = "an IDX file of pictures";
    private static final String FRESH_COPY = "Get a fresh copy of the file; the download or the copying was cut off.";
    private static final String MAGIC =
            "an IDX file of pictures, which has bytes in 3 dimensions and begins with 0x00000803";

    /** What one byte of gzip data becomes at most (the Deflate format, RFC 1951: 258 bytes from two bits). */
    private static final long DENSEST = 1032;

    /** The gzip data of nothing are no longer than that, but for a name. */
    private static final int EMPTY_GZIP = 64;

    private static final int MAX_PICTURES = 1_000_000;

    private final RegularFile file;

    private IdxReader(RegularFile file) {
        this.file = file;
    }

    /** The pictures in a file, with the labels that lie beside it. */
    public static LabelledPictures read(Path file) {
        PictureBytes pictures = new IdxReader(new RegularFile(file, EXPECTED)).images();
        IdxLabels.Found labels = new IdxLabels(file, pictures.count()).beside();
        return LabelledPictures.of(
                String.valueOf(file.getFileName()),
                pictures,
                labels.classes(),
                pictures.shape().size(1) + "×" + pictures.shape().size(2) + " pixels in grey",
                labels.notes());
    }

    private PictureBytes images() {
        FileHead head = FileHead.of(file);
        IdxHeader header = header(head);
        long count = header.sizes()[0];
        requireSize(header.sizes()[1], header.sizes()[2]);
        requireCount(count);
        int height = (int) header.sizes()[1];
        int width = (int) header.sizes()[2];
        long pixels = count * height * width;
        requireRoom(head, pixels, String.format(Locale.ROOT, "%,d pictures of %dx%d pixels", count, height, width));
        try (InputStream raw = new BufferedInputStream(file.open());
                InputStream bytes = head.gzipped() ? new GZIPInputStream(raw, 1 << 16) : raw) {
            bytes.skipNBytes(IdxHeader.OF_PICTURES);
            int eachPiece = PictureBytes.PIECE / (height * width);
            List<byte[]> pieces = pieces(bytes, pixels, eachPiece * height * width);
            return new PictureBytes((int) count, Shape.of(1, height, width), eachPiece, pieces);
        } catch (EOFException cutOff) {
            throw refused("gzip data to the end", "a gzip file that breaks off", FRESH_COPY, cutOff);
        } catch (ZipException broken) {
            throw refused("sound gzip data", "broken gzip data (" + broken.getMessage() + ")", FRESH_COPY, broken);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    private IdxHeader header(FileHead head) {
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
                    EXPECTED,
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

    /** Refuses a file that is shorter than its header announces before memory is asked for, and one for which there is none. */
    private void requireRoom(FileHead head, long pixels, String what) {
        long most = head.gzipped() ? DENSEST * file.size() : file.size() - IdxHeader.OF_PICTURES;
        if (!head.gzipped() && most < pixels) {
            throw cutShort(pixels, most);
        }
        HeapSpace.require(Math.min(pixels, most), pixels, file.name(), what);
    }

    private List<byte[]> pieces(InputStream bytes, long pixels, int piece) throws IOException {
        List<byte[]> pieces = new ArrayList<>();
        for (long read = 0; read < pixels; ) {
            byte[] next = bytes.readNBytes((int) Math.min(piece, pixels - read));
            read += next.length;
            pieces.add(next);
            if (next.length < Math.min(piece, pixels - read + next.length)) {
                throw cutShort(pixels, read);
            }
        }
        if (bytes.read() >= 0) {
            throw refused(
                    announced(pixels), "more than that", "Get a fresh copy of the file; its header is wrong.", null);
        }
        return pieces;
    }

    private static String announced(long pixels) {
        return IdxHeader.OF_PICTURES + pixels + " bytes, which the header announces";
    }

    private InputException cutShort(long pixels, long found) {
        return refused(
                announced(pixels), IdxHeader.OF_PICTURES + found + " bytes: the file is cut short", FRESH_COPY, null);
    }

    private void requireSize(long height, long width) {
        if (height != width || (height != 28 && height != 32)) {
            throw refused(
                    "pictures of 28x28 or 32x32 pixels",
                    height + "x" + width,
                    "Scale the pictures to one of these sizes.",
                    null);
        }
    }

    private void requireCount(long count) {
        if (count < LabelledPictures.FEWEST || count > MAX_PICTURES) {
            throw refused(
                    "from " + LabelledPictures.FEWEST + " to " + MAX_PICTURES + " pictures",
                    "a header that announces " + count,
                    "Choose a file within these bounds; one picture in ten is held out for measuring.",
                    null);
        }
    }

    private InputException refused(String expected, String found, String remedy, Exception cause) {
        return new InputException(file.name(), expected, found, remedy, cause);
    }
}
