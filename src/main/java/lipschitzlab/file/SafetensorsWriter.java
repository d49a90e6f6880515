package lipschitzlab.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named arrays in the safetensors format: the header's length in 8 bytes, little-endian; the header, JSON that gives for each
 * array its type, its shape and where its bytes lie; then the numbers, little-endian and row-major, without a gap. Arrays come in
 * the order in which they were given, those of 8-byte numbers first, so that every number lies at a multiple of its size. The same
 * arrays give the same bytes. Arrays are not copied, and must not change until they are written.
 */
public final class SafetensorsWriter {
    /** Where the header keeps texts that are no array's. */
    static final String METADATA = "__metadata__";

    private static final int ALIGNMENT = 8;
    private static final int BUFFER = 1 << 16;

    private final Map<String, String> metadata = new TreeMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private interface Numbers {
        /** Puts so many numbers at the buffer's start. */
        void put(ByteBuffer to, int from, int count);
    }

    private record Entry(String name, SafetensorsType type, int[] shape, int count, Numbers numbers) {
        long bytes() {
            return (long) count * type.bytes();
        }
    }

    /** Adds texts that belong to all arrays; they are written in the order of their keys. */
    public SafetensorsWriter metadata(Map<String, String> texts) {
        metadata.putAll(texts);
        return this;
    }

    /** An array of F32; the shape of a single number is {@code []}. */
    public SafetensorsWriter floats(String name, int[] shape, float[] numbers) {
        return add(name, SafetensorsType.F32, shape, numbers.length, (to, from, count) -> to.asFloatBuffer()
                .put(numbers, from, count));
    }

    /** An array of F64. */
    public SafetensorsWriter doubles(String name, int[] shape, double[] numbers) {
        return add(name, SafetensorsType.F64, shape, numbers.length, (to, from, count) -> to.asDoubleBuffer()
                .put(numbers, from, count));
    }

    /** An array of I32. */
    public SafetensorsWriter ints(String name, int[] shape, int[] numbers) {
        return add(name, SafetensorsType.I32, shape, numbers.length, (to, from, count) -> to.asIntBuffer()
                .put(numbers, from, count));
    }

    /** An array of I64. */
    public SafetensorsWriter longs(String name, int[] shape, long[] numbers) {
        return add(name, SafetensorsType.I64, shape, numbers.length, (to, from, count) -> to.asLongBuffer()
                .put(numbers, from, count));
    }

    private SafetensorsWriter add(String name, SafetensorsType type, int[] shape, int count, Numbers numbers) {
        long expected = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (expected != count) {
            throw new IllegalArgumentException("expected " + expected + " numbers for " + name + " of shape "
                    + Arrays.toString(shape) + ", found " + count);
        }
        if (name.equals(METADATA)) {
            throw new IllegalArgumentException("expected the name of an array, found " + name);
        }
        if (entries.putIfAbsent(name, new Entry(name, type, shape.clone(), count, numbers)) != null) {
            throw new IllegalArgumentException("expected a name that no array has yet, found " + name);
        }
        return this;
    }

    /** How many bytes {@link #writeTo} writes. */
    public long length() {
        return Long.BYTES
                + header().length
                + entries.values().stream().mapToLong(Entry::bytes).sum();
    }

    /** Writes the file; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        byte[] header = header();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        out.write(buffer.putLong(header.length).array(), 0, Long.BYTES);
        buffer.clear();
        out.write(header);
        for (Entry entry : ordered()) {
            int most = BUFFER / entry.type().bytes();
            for (int from = 0; from < entry.count(); from += most) {
                int count = Math.min(most, entry.count() - from);
                entry.numbers().put(buffer.clear(), from, count);
                out.write(buffer.array(), 0, count * entry.type().bytes());
            }
        }
    }

    private List<Entry> ordered() {
        List<Entry> ordered = new ArrayList<>(entries.values());
        ordered.sort(
                Comparator.comparingInt((Entry entry) -> entry.type().bytes()).reversed());
        return ordered;
    }

    private byte[] header() {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put(METADATA, metadata);
        }
        long begin = 0;
        for (Entry entry : ordered()) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("dtype", entry.type().name());
            described.put("shape", entry.shape());
            described.put("data_offsets", new long[] {begin, begin + entry.bytes()});
            header.put(entry.name(), described);
            begin += entry.bytes();
        }
        byte[] json = JsonText.dense(header).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, json.length + Math.floorMod(-json.length, ALIGNMENT));
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }
}
