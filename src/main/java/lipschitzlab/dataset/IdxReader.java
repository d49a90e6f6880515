package lipschitzlab.dataset;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.RegularFile;

/**
 * Reads an IDX file of pictures: four big-endian 32-bit numbers (the magic number 0x00000803, count, height, width), then
 * one byte a pixel (the format is described on the page of the MNIST database, LeCun, Cortes and Burges). Whether the
 * file is gzipped is seen from its first bytes, since downloads are often unpacked without losing the {@code .gz}.
 */
final class IdxReader {
    private static final String EXPECTED = "an IDX file of pictures";
    private static final String FRESH_COPY = "Get a fresh copy of the file; the download or the copying was cut off.";
    private static final int HEADER = 16;
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;
    private static final int MOST = 1_000_000;

    private final RegularFile file;

    private IdxReader(RegularFile file) {
        this.file = file;
    }

    static IdxImages read(Path file) {
        return new IdxReader(new RegularFile(file, EXPECTED)).images();
    }

    private IdxImages images() {
        try (InputStream raw = new BufferedInputStream(file.open());
                InputStream bytes = unpacked(raw)) {
            return images(bytes);
        } catch (EOFException cutOff) {
            throw refused("gzip data to the end", "a gzip file that breaks off", FRESH_COPY, cutOff);
        } catch (ZipException broken) {
            throw refused("sound gzip data", "broken gzip data (" + broken.getMessage() + ")", FRESH_COPY, broken);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean gzipped = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return gzipped ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private IdxImages images(InputStream bytes) throws IOException {
        byte[] header = bytes.readNBytes(HEADER);
        requireMagic(header);
        if (header.length < HEADER) {
            throw refused("a header of " + HEADER + " bytes", header.length + " bytes in all", FRESH_COPY, null);
        }
        ByteBuffer numbers = ByteBuffer.wrap(header, 4, HEADER - 4);
        long count = Integer.toUnsignedLong(numbers.getInt());
        long height = Integer.toUnsignedLong(numbers.getInt());
        long width = Integer.toUnsignedLong(numbers.getInt());
        requireSize(height, width);
        requireCount(count);
        return new IdxImages((int) count, (int) height, (int) width, pixels(bytes, (int) (count * height * width)));
    }

    private void requireMagic(byte[] header) {
        if (header.length == 0) {
            throw refused(EXPECTED, "an empty file", FRESH_COPY, null);
        }
        if (header.length < 4) {
            throw refused(EXPECTED, header.length + (header.length == 1 ? " byte" : " bytes"), FRESH_COPY, null);
        }
        int magic = ByteBuffer.wrap(header).getInt();
        if (magic == LABELS) {
            throw refused(
                    "the magic number 0x00000803 of IDX pictures",
                    "0x00000801, which is the mark of labels",
                    "Choose the file of pictures; it usually has 'images' and 'idx3' in its name.",
                    null);
        }
        if (magic != IMAGES) {
            throw refused(
                    "the magic number 0x00000803, the mark of an IDX file with bytes in 3 dimensions (pictures)",
                    String.format("0x%08X", magic),
                    "Choose a file in the format of MNIST's pictures, gzipped or not.",
                    null);
        }
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
        if (count < HoldOut.FEWEST || count > MOST) {
            throw refused(
                    "from " + HoldOut.FEWEST + " to " + MOST + " pictures",
                    "a header that announces " + count,
                    "Choose a file within these bounds; one picture in ten is held out for measuring.",
                    null);
        }
    }

    private byte[] pixels(InputStream bytes, int expected) throws IOException {
        byte[] pixels = bytes.readNBytes(expected);
        String announced = (long) HEADER + expected + " bytes, which the header announces";
        if (pixels.length < expected) {
            String found = (long) HEADER + pixels.length + " bytes: the file is cut short";
            throw refused(announced, found, FRESH_COPY, null);
        }
        if (bytes.read() >= 0) {
            throw refused(announced, "more than that", "Get a fresh copy of the file; its header is wrong.", null);
        }
        return pixels;
    }

    private InputException refused(String expected, String found, String remedy, Exception cause) {
        return new InputException(file.name(), expected, found, remedy, cause);
    }
}
