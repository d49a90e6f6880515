package lipschitzlab.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Named arrays in one file as {@code numpy.load} reads them: a zip archive of {@code .npy} members (NumPy's format
 * specification, version 1.0), little-endian and row-major. The same arrays give the same bytes.
 */
public final class NpzWriter {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** Writes to a stream that stays open. */
    public NpzWriter(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Whole numbers, {@code [n]}. */
    public void ints(String name, int[] numbers) throws IOException {
        ByteBuffer bytes = buffer(Integer.BYTES * numbers.length);
        bytes.asIntBuffer().put(numbers);
        write(name, "<i4", new int[] {numbers.length}, Stream.of(bytes.array()));
    }

    /** Parts of one length one after another; of the given shape all together. */
    public void floats(String name, int[] shape, Stream<float[]> parts) throws IOException {
        write(name, "<f4", shape, parts.map(part -> {
            ByteBuffer bytes = buffer(Float.BYTES * part.length);
            bytes.asFloatBuffer().put(part);
            return bytes.array();
        }));
    }

    /** Parts of one length one after another; of the given shape all together. */
    public void doubles(String name, int[] shape, Stream<double[]> parts) throws IOException {
        write(name, "<f8", shape, parts.map(part -> {
            ByteBuffer bytes = buffer(Double.BYTES * part.length);
            bytes.asDoubleBuffer().put(part);
            return bytes.array();
        }));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(String name, String type, int[] shape, Stream<byte[]> parts) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(head(type, shape));
        for (byte[] part : (Iterable<byte[]>) parts::iterator) {
            zip.write(part);
        }
        zip.closeEntry();
    }

    /** Magic bytes, version, the description's length and the description, padded with spaces to a multiple of 64 bytes. */
    private static byte[] head(String type, int[] shape) {
        String sizes = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" ", "(", ")"));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + sizes + ", }";
        int bare = MAGIC.length + Short.BYTES + text.length() + 1;
        int padding = Math.floorMod(-bare, ALIGNMENT);
        byte[] description = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        return buffer(bare + padding)
                .put(MAGIC)
                .putShort((short) description.length)
                .put(description)
                .array();
    }

    /** Ends the archive; nothing can be written afterwards. */
    public void finish() throws IOException {
        zip.finish();
    }
}
