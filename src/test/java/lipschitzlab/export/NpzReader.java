package lipschitzlab.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Reads what {@code numpy.savez} would write, by NumPy's format specification, version 1.0; numbers as doubles. */
public final class NpzReader {
    private static final Pattern DESCRIPTION =
            Pattern.compile("\\{'descr': '(<[if][48])', 'fortran_order': False, 'shape': \\(([\\d, ]*)\\), } *\\n");
    private static final int HEAD = 10;

    /** One array, row-major. */
    public record Array(String type, int[] shape, double[] numbers) {}

    private NpzReader() {}

    public static Map<String, Array> read(Path file) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                arrays.put(entry.getName().replaceAll("\\.npy$", ""), array(bytes));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return arrays;
    }

    private static Array array(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = Arrays.copyOf(bytes, 8);
        int length = Short.toUnsignedInt(buffer.getShort(8));
        Matcher description = DESCRIPTION.matcher(new String(bytes, HEAD, length, StandardCharsets.US_ASCII));
        if (!Arrays.equals(magic, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                || (HEAD + length) % 64 != 0
                || !description.matches()) {
            throw new IllegalArgumentException("no .npy of version 1.0");
        }
        int[] shape = Arrays.stream(description.group(2).split("[, ]+"))
                .filter(size -> !size.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] numbers = new double[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        buffer.position(HEAD + length);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (description.group(1)) {
                case "<i4" -> buffer.getInt();
                case "<f4" -> buffer.getFloat();
                default -> buffer.getDouble();
            };
        }
        if (buffer.hasRemaining()) {
            throw new IllegalArgumentException("more bytes than the shape " + Arrays.toString(shape) + " has");
        }
        return new Array(description.group(1), shape, numbers);
    }
}
