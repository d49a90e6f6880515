package lipschitzlab.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;

/**
 * A file of named arrays in the safetensors format. Opening it reads and checks its header; each array is read when it is asked for.
 * Nothing that the header says is believed before it was held against the file's length.
 */
public final class SafetensorsFile implements AutoCloseable {
    /** The longest header that the published library takes. */
    private static final long MAX_HEADER = 100_000_000;

    private static final String EXPECTED = "arrays in the safetensors format";
    private static final String REMEDY =
            "It is another kind of file, or it was cut off: choose one that was saved as .safetensors.";
    private static final int BUFFER = 1 << 16;

    private final String where;
    private final ChannelRegion data;
    private final SafetensorsHeader header;
    private final boolean owned;

    private SafetensorsFile(ChannelRegion region, String where, String expected, boolean owned) throws IOException {
        this.where = where;
        this.owned = owned;
        long headerLength = headerLength(region, expected);
        long begin = Long.BYTES + headerLength;
        this.data = region.part(begin, region.length() - begin);
        this.header = SafetensorsHeader.read(region.part(Long.BYTES, headerLength).stream(), data.length(), where);
    }

    /**
     * Opens a file.
     *
     * @param expected what it should be, in words, for messages
     * @throws InputException if there is none that can be read, or if it is not in the format
     */
    public static SafetensorsFile open(Path path, String expected) {
        RegularFile file = new RegularFile(path, expected);
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new SafetensorsFile(new ChannelRegion(channel, 0, channel.size()), file.name(), expected, true);
            } catch (IOException | RuntimeException refused) {
                channel.close();
                throw refused;
            }
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    /**
     * Opens a part of a file that is open; closing this leaves that open.
     *
     * @param start where the part begins, in bytes
     * @param length how long it is
     * @param where how messages name it
     * @throws InputException if it is not in the format
     */
    public static SafetensorsFile of(FileChannel channel, long start, long length, String where) {
        try {
            return new SafetensorsFile(new ChannelRegion(channel, start, length), where, EXPECTED, false);
        } catch (IOException failure) {
            throw unreadable(where, failure);
        }
    }

    private long headerLength(ChannelRegion region, String expected) throws IOException {
        if (region.length() < Long.BYTES) {
            throw wrong(expected, RegularFile.inWords(region.length()) + " in all", REMEDY);
        }
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        region.read(0, bytes);
        long length = bytes.flip().getLong();
        long most = Math.min(MAX_HEADER, region.length() - Long.BYTES);
        if (length < 0 || length > most) {
            throw wrong(
                    expected + ", whose first 8 bytes give the length of a header of at most " + most + " bytes",
                    "the length " + Long.toUnsignedString(length),
                    REMEDY);
        }
        return length;
    }

    /** Texts that belong to all arrays. */
    public Map<String, String> metadata() {
        return Collections.unmodifiableMap(header.metadata());
    }

    /** The arrays' names, in the order of the header. */
    public List<String> names() {
        return List.copyOf(header.entries().keySet());
    }

    /** Whether there is an array of this name. */
    public boolean has(String name) {
        return header.entries().containsKey(name);
    }

    /** The sizes of an array; {@code []} of a single number. */
    public int[] shape(String name) {
        return entry(name).shape().clone();
    }

    /** What an array's numbers are. */
    public SafetensorsType type(String name) {
        return entry(name).type();
    }

    /**
     * The numbers of an array of F32, F16, BF16 or F64, row-major; those of F64 are rounded to the nearest {@code float}.
     *
     * @throws InputException if there is no such array, or no memory for it, or if it cannot be read
     */
    public float[] floats(String name) {
        SafetensorsEntry entry = real(name);
        float[] numbers = new float[length(entry, Float.BYTES)];
        int[] next = {0};
        read(entry, bytes -> {
            while (bytes.hasRemaining()) {
                numbers[next[0]++] = (float) entry.type().next(bytes);
            }
        });
        return numbers;
    }

    /** As {@link #floats}, exact for every type. */
    public double[] doubles(String name) {
        SafetensorsEntry entry = real(name);
        double[] numbers = new double[length(entry, Double.BYTES)];
        int[] next = {0};
        read(entry, bytes -> {
            while (bytes.hasRemaining()) {
                numbers[next[0]++] = entry.type().next(bytes);
            }
        });
        return numbers;
    }

    /** The numbers of an array of I32. */
    public int[] ints(String name) {
        SafetensorsEntry entry = ofType(name, SafetensorsType.I32);
        int[] numbers = new int[length(entry, Integer.BYTES)];
        int[] next = {0};
        read(entry, bytes -> {
            while (bytes.hasRemaining()) {
                numbers[next[0]++] = bytes.getInt();
            }
        });
        return numbers;
    }

    /** The numbers of an array of I64. */
    public long[] longs(String name) {
        SafetensorsEntry entry = ofType(name, SafetensorsType.I64);
        long[] numbers = new long[length(entry, Long.BYTES)];
        int[] next = {0};
        read(entry, bytes -> {
            while (bytes.hasRemaining()) {
                numbers[next[0]++] = bytes.getLong();
            }
        });
        return numbers;
    }

    private SafetensorsEntry entry(String name) {
        SafetensorsEntry entry = header.entries().get(name);
        if (entry == null) {
            throw wrong(
                    "an array " + Quoted.of(name),
                    header.entries().size() + " arrays of other names",
                    "Choose a file that has it.");
        }
        return entry;
    }

    private SafetensorsEntry real(String name) {
        SafetensorsEntry entry = entry(name);
        if (!entry.type().isReal()) {
            throw wrong("an array of F64, F32, F16 or BF16", entry.words(), "Convert it to F32.");
        }
        return entry;
    }

    private SafetensorsEntry ofType(String name, SafetensorsType type) {
        SafetensorsEntry entry = entry(name);
        if (entry.type() != type) {
            throw wrong("an array of " + type, entry.words(), "Choose a file that has it so.");
        }
        return entry;
    }

    /** How many numbers there are, where Java can have so many and there is memory for them. */
    private int length(SafetensorsEntry entry, int bytesOfOne) {
        long bytes = Math.multiplyExact(entry.count(), (long) bytesOfOne);
        if (entry.count() > Integer.MAX_VALUE - Long.BYTES) {
            throw wrong(
                    "arrays of fewer than 2³¹ numbers",
                    entry.words() + ", " + RegularFile.inWords(entry.bytes()),
                    "Save it in parts.");
        }
        HeapSpace.require(bytes, bytes, where, entry.words());
        return (int) entry.count();
    }

    /** Hands the array's bytes on in pieces of whole numbers, in the file's order of bytes. */
    private void read(SafetensorsEntry entry, Consumer<ByteBuffer> taker) {
        ByteBuffer buffer =
                ByteBuffer.allocate((int) Math.min(BUFFER, entry.bytes())).order(ByteOrder.LITTLE_ENDIAN);
        try {
            for (long read = 0; read < entry.bytes(); read += buffer.limit()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), entry.bytes() - read));
                data.read(entry.begin() + read, buffer);
                taker.accept(buffer.flip());
            }
        } catch (IOException failure) {
            throw unreadable(where, failure);
        }
    }

    private InputException wrong(String expected, String found, String remedy) {
        return new InputException(where, expected, found, remedy);
    }

    private static InputException unreadable(String where, IOException cause) {
        return new InputException(
                where,
                "a file that can be read",
                "an error while reading it (" + cause + ")",
                "Check the disk, or try a fresh copy of the file.",
                cause);
    }

    /** Closes the file if this opened it. */
    @Override
    public void close() {
        if (owned) {
            try {
                data.channel().close();
            } catch (IOException failure) {
                throw unreadable(where, failure);
            }
        }
    }
}
