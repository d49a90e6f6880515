package lipschitzlab.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;

/**
 * Named arrays of one file as {@code numpy.savez} and {@link NpzWriter} write them: a zip archive of {@code .npy} members,
 * little-endian and row-major. A file is not trusted: what an array's shape asks for must be what its member has, below a
 * bound, before memory is taken for it, and its checksum must fit its bytes.
 *
 * <p>Every method throws an {@link InputException} where the file does not hold what is asked for.
 */
public final class NpzReader implements AutoCloseable {
    private static final String EXPECTED = "arrays as NumPy saves them (a whole .npz file)";
    private static final String ENDING = ".npy";
    private static final String DAMAGED = "The file is damaged: try another copy of it.";
    private static final int MAX_MEMBERS = 100_000;
    private static final long MAX_BYTES = 1L << 30;
    /** Deflate makes nothing smaller than by this (zlib's technical details). */
    private static final long MAX_DEFLATION = 1032;

    private static final int CHUNK = 1 << 16;

    private final RegularFile file;
    private final ZipFile zip;
    private final Map<String, ZipEntry> members = new LinkedHashMap<>();

    private NpzReader(RegularFile file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Opens a file and reads the names of its arrays. */
    public static NpzReader open(Path path) {
        RegularFile file = new RegularFile(path, EXPECTED);
        try {
            NpzReader reader = new NpzReader(file, new ZipFile(path.toFile()));
            try {
                reader.list();
            } catch (InputException refused) {
                reader.zip.close();
                throw refused;
            }
            return reader;
        } catch (IOException failure) {
            throw new InputException(
                    file.name(), EXPECTED, "no whole zip archive (" + failure.getMessage() + ")", DAMAGED, failure);
        }
    }

    private void list() {
        if (zip.size() > MAX_MEMBERS) {
            throw new InputException(
                    file.name(), "at most " + MAX_MEMBERS + " arrays", zip.size() + "", "Is this another file?");
        }
        zip.stream().filter(entry -> entry.getName().endsWith(ENDING)).forEach(entry -> {
            String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
            if (members.put(name, entry) != null) {
                throw new InputException(file.name(), "one array of each name", "two of " + Quoted.of(name), DAMAGED);
            }
        });
    }

    /** The file. */
    public Path path() {
        return file.path();
    }

    /** The arrays' names, in the file's order. */
    public List<String> names() {
        return new ArrayList<>(members.keySet());
    }

    /** Whether there is an array of this name. */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** An array's sizes; empty for a single number. */
    public int[] shape(String name) {
        return read(name, in -> NpyHeader.read(in).shape());
    }

    /** An array of 4-byte floating-point numbers, row-major. */
    public float[] floats(String name) {
        return readWhole(name, in -> {
            NpyHeader header = header(name, in, NpyHeader.Type.FLOAT);
            float[] numbers = new float[count(header)];
            fill(in, header, (bytes, from, length) -> bytes.asFloatBuffer().get(numbers, from, length));
            return numbers;
        });
    }

    /** An array of 8-byte floating-point numbers, or of 4-byte ones, row-major. */
    public double[] doubles(String name) {
        return readWhole(name, in -> {
            NpyHeader header = header(name, in, NpyHeader.Type.DOUBLE, NpyHeader.Type.FLOAT);
            double[] numbers = new double[count(header)];
            boolean whole = header.type() == NpyHeader.Type.DOUBLE;
            fill(in, header, (bytes, from, length) -> {
                for (int i = from; i < from + length; i++) {
                    numbers[i] = whole ? bytes.getDouble() : bytes.getFloat();
                }
            });
            return numbers;
        });
    }

    /** An array of 4-byte whole numbers, row-major; of 8-byte ones too if all of them fit. */
    public int[] ints(String name) {
        long[] wide = longs(name);
        int[] numbers = new int[wide.length];
        for (int i = 0; i < wide.length; i++) {
            numbers[i] = (int) wide[i];
            if (numbers[i] != wide[i]) {
                throw refused(name, "whole numbers of 4 bytes", Long.toString(wide[i]), "Is this another file?");
            }
        }
        return numbers;
    }

    /** An array of 8-byte whole numbers, or of 4-byte ones, row-major. */
    public long[] longs(String name) {
        return readWhole(name, in -> {
            NpyHeader header = header(name, in, NpyHeader.Type.LONG, NpyHeader.Type.INT);
            long[] numbers = new long[count(header)];
            boolean whole = header.type() == NpyHeader.Type.LONG;
            fill(in, header, (bytes, from, length) -> {
                for (int i = from; i < from + length; i++) {
                    numbers[i] = whole ? bytes.getLong() : bytes.getInt();
                }
            });
            return numbers;
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(InputStream in) throws IOException, NpyHeader.Unreadable;
    }

    @FunctionalInterface
    private interface Numbers {
        void take(ByteBuffer bytes, int from, int length);
    }

    private <T> T read(String name, Reading<T> reading) {
        try (InputStream in = zip.getInputStream(member(name))) {
            return reading.from(in);
        } catch (NpyHeader.Unreadable unreadable) {
            throw refused(name, unreadable.expected(), unreadable.found(), "Save the array anew with numpy.savez.");
        } catch (EOFException cut) {
            throw refused(name, "all of its bytes", "fewer", DAMAGED);
        } catch (IOException failure) {
            throw refused(name, "a whole array", "bytes that cannot be read (" + failure.getMessage() + ")", DAMAGED);
        }
    }

    private <T> T readWhole(String name, Reading<T> reading) {
        return read(name, member -> {
            CheckedInputStream in = new CheckedInputStream(member, new CRC32());
            T numbers = reading.from(in);
            if (in.read() >= 0) {
                throw refused(name, "the bytes that its shape has", "more", DAMAGED);
            }
            if (in.getChecksum().getValue() != members.get(name).getCrc()) {
                throw refused(name, "the bytes that were written (by their checksum)", "others", DAMAGED);
            }
            return numbers;
        });
    }

    private ZipEntry member(String name) {
        ZipEntry entry = members.get(name);
        if (entry == null) {
            throw new InputException(
                    file.name(),
                    "an array " + Quoted.of(name),
                    "only " + Quoted.of(String.join(", ", members.keySet())),
                    "Is this another file?");
        }
        return entry;
    }

    /** Reads the header and compares what it says with what the archive says of the member. */
    private NpyHeader header(String name, InputStream in, NpyHeader.Type... types)
            throws IOException, NpyHeader.Unreadable {
        NpyHeader header = NpyHeader.read(in);
        if (!List.of(types).contains(header.type())) {
            throw refused(
                    name,
                    "numbers of type " + types[0].id(),
                    "type " + header.type().id(),
                    "Is this another file?");
        }
        ZipEntry entry = members.get(name);
        long asked = asked(header);
        long there = entry.getSize() - header.length();
        if (asked != there) {
            throw refused(
                    name,
                    "the bytes that its shape " + header.shapeInWords() + " has",
                    RegularFile.inWords(Math.max(0, there)),
                    DAMAGED);
        }
        if (asked > Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 2)) {
            throw refused(
                    name,
                    "at most " + RegularFile.inWords(MAX_BYTES) + ", and half of the memory that Java may take",
                    RegularFile.inWords(asked),
                    "Is this another file? If not, give Java more memory (-Xmx).");
        }
        if (entry.getSize() > MAX_DEFLATION * (entry.getCompressedSize() + 1)) {
            throw refused(name, "bytes that can be packed so small", RegularFile.inWords(asked), DAMAGED);
        }
        return header;
    }

    private static long asked(NpyHeader header) throws NpyHeader.Unreadable {
        try {
            return header.dataBytes();
        } catch (ArithmeticException tooLarge) {
            throw new NpyHeader.Unreadable("a shape that an array can have", "the shape " + header.shapeInWords());
        }
    }

    private static int count(NpyHeader header) {
        int count = 1;
        for (int size : header.shape()) {
            count *= size;
        }
        return count;
    }

    /** Hands on the numbers in pieces, so that no memory is taken twice. */
    private static void fill(InputStream in, NpyHeader header, Numbers numbers) throws IOException {
        int width = header.type().bytes();
        int count = count(header);
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < count; ) {
            int length = Math.min(CHUNK / width, count - from);
            if (in.readNBytes(chunk, 0, length * width) < length * width) {
                throw new EOFException();
            }
            numbers.take(ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN), from, length);
            from += length;
        }
    }

    private InputException refused(String name, String expected, String found, String remedy) {
        return new InputException(file.name() + ", array " + Quoted.of(name), expected, found, remedy);
    }

    /** Closes the file. */
    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }
}
