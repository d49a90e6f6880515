package lipschitzlab.file;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lipschitzlab.setting.Quoted;

/**
 * What stands before an array's numbers in a {@code .npy} member (NumPy's format specification, versions 1.0 and 2.0): how
 * each number is written, and the array's shape.
 *
 * @param length bytes before the first number
 */
record NpyHeader(Type type, int[] shape, int length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MAX_DESCRIPTION = 1 << 16;
    private static final int MAX_AXES = 32;
    private static final Pattern KEYS = Pattern.compile(
            "\\{(?=.*'descr': *'([^']*)')(?=.*'fortran_order': *(True|False))(?=.*'shape': *\\(([0-9, ]*)\\)).*\\}\\s*",
            Pattern.DOTALL);

    /** How a number is written; all of them little-endian. */
    enum Type {
        FLOAT("<f4", Float.BYTES),
        DOUBLE("<f8", Double.BYTES),
        INT("<i4", Integer.BYTES),
        LONG("<i8", Long.BYTES);

        private final String id;
        private final int bytes;

        Type(String id, int bytes) {
            this.id = id;
            this.bytes = bytes;
        }

        /** NumPy's name for it. */
        String id() {
            return id;
        }

        /** Bytes of one number. */
        int bytes() {
            return bytes;
        }

        static String ids() {
            return Arrays.stream(values()).map(Type::id).collect(Collectors.joining(", "));
        }

        private static Optional<Type> find(String id) {
            return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
        }
    }

    /** A member that is none of those which are read, in words for a message. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String expected;

        Unreadable(String expected, String found) {
            super(found);
            this.expected = expected;
        }

        /** What would have been right. */
        String expected() {
            return expected;
        }

        /** What was there. */
        String found() {
            return getMessage();
        }
    }

    /** Reads a header, and nothing behind it. */
    static NpyHeader read(InputStream in) throws IOException, Unreadable {
        DataInputStream data = new DataInputStream(in);
        byte[] magic = data.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new Unreadable("an array as NumPy saves it", "other bytes at its beginning");
        }
        int version = data.readUnsignedByte();
        int minor = data.readUnsignedByte();
        if (version != 1 && version != 2 || minor != 0) {
            throw new Unreadable("version 1.0 or 2.0 of NumPy's format", "version " + version + "." + minor);
        }
        int sizeBytes = version == 1 ? Short.BYTES : Integer.BYTES;
        long size = version == 1
                ? Short.toUnsignedInt(Short.reverseBytes(data.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(data.readInt()));
        if (size > MAX_DESCRIPTION) {
            throw new Unreadable("a description of at most " + MAX_DESCRIPTION + " bytes", size + " bytes");
        }
        byte[] description = new byte[(int) size];
        data.readFully(description);
        String text = new String(description, StandardCharsets.ISO_8859_1);
        return described(text, MAGIC.length + 2 + sizeBytes + (int) size);
    }

    private static NpyHeader described(String text, int length) throws Unreadable {
        Matcher keys = KEYS.matcher(text);
        if (!keys.matches()) {
            throw new Unreadable("a description with descr, fortran_order and shape", Quoted.of(text.strip()));
        }
        Optional<Type> type = Type.find(keys.group(1));
        if (type.isEmpty()) {
            throw new Unreadable("numbers of the types " + Type.ids(), "the type " + Quoted.of(keys.group(1)));
        }
        if (keys.group(2).equals("True")) {
            throw new Unreadable("rows one after another (C order)", "columns one after another (Fortran order)");
        }
        return new NpyHeader(type.get(), shape(keys.group(3)), length);
    }

    private static int[] shape(String sizes) throws Unreadable {
        try {
            int[] shape = Arrays.stream(sizes.split(","))
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (shape.length <= MAX_AXES) {
                return shape;
            }
        } catch (NumberFormatException tooLarge) {
            throw unusable(sizes);
        }
        throw unusable(sizes);
    }

    private static Unreadable unusable(String sizes) {
        return new Unreadable(
                "a shape of at most " + MAX_AXES + " sizes, each below 2³¹",
                "the shape " + Quoted.of("(" + sizes + ")"));
    }

    /**
     * The bytes of all numbers together.
     *
     * @throws ArithmeticException if the shape has more than there can be
     */
    long dataBytes() {
        long bytes = type.bytes();
        for (int size : shape) {
            bytes = Math.multiplyExact(bytes, size);
        }
        return bytes;
    }

    /** The shape as NumPy writes it. */
    String shapeInWords() {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.length == 1 ? ",)" : ")");
    }
}
