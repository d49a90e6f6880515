package lipschitzlab.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The first bytes of a file, by which its format is recognised.
 *
 * @param bytes the first of its content, at most {@value #MAX_BYTES}, unpacked once if it is gzipped; not to be changed
 * @param size of the content in bytes; of a gzipped file, which does not tell, −1
 * @param gzipped whether the file is gzipped
 */
public record FileHead(byte[] bytes, long size, boolean gzipped) {
    private static final int MAX_BYTES = 1 << 13;
    private static final int PACKED = 1 << 12;

    /** Reads the beginning of a file; of gzip data that break off or are broken, what can be unpacked. */
    public static FileHead of(RegularFile file) {
        byte[] raw = new byte[0];
        try (InputStream in = file.open()) {
            raw = in.readNBytes(MAX_BYTES);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
        return isGzip(raw) ? new FileHead(unpacked(raw), -1, true) : new FileHead(raw, file.size(), false);
    }

    /** Whether these are the first bytes of gzip data (RFC 1952). */
    public static boolean isGzip(byte[] bytes) {
        return bytes.length >= 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    }

    private static byte[] unpacked(byte[] raw) {
        byte[] content = new byte[MAX_BYTES];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw), PACKED)) {
            for (int more = in.read(content); more > 0; more = in.read(content, length, MAX_BYTES - length)) {
                length += more;
            }
        } catch (IOException end) {
            // The beginning ends within the packed data, or they are broken: what came before is what there is to see.
            return Arrays.copyOf(content, length);
        }
        return Arrays.copyOf(content, length);
    }

    /** Whether the content begins with these bytes, given as characters from 0 to 255. */
    public boolean startsWith(String magic) {
        return holdsAt(0, magic);
    }

    /** Whether these bytes, given as characters from 0 to 255, stand at an offset. */
    public boolean holdsAt(int offset, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + wanted.length;
        return end <= bytes.length && Arrays.equals(bytes, offset, end, wanted, 0, wanted.length);
    }

    /** The first bytes as characters from 0 to 255, in which ASCII words can be found whatever stands around them. */
    public String characters() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The byte at an offset, unsigned, or −1 behind the end. */
    public int at(int offset) {
        return offset < bytes.length ? bytes[offset] & 0xFF : -1;
    }
}
