package lipschitzlab.picture;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the first bytes of an IDX file say: two zeros, the type of its numbers, how many dimensions there are, and their
 * sizes as big-endian 32-bit numbers (the page of the MNIST database, LeCun, Cortes and Burges).
 *
 * @param type the code of the numbers' type
 * @param sizes the size of each dimension, as far as the bytes reach
 * @param swapped whether the file was written with the bytes of each number in reverse order
 */
public record IdxHeader(int type, int dimensions, long[] sizes, boolean swapped) {
    /** The length of the header of pictures: the magic number, count, height and width. */
    static final int OF_PICTURES = 16;

    private static final int UNSIGNED_BYTES = 0x08;
    private static final int WHOLE_NUMBERS = 0x0C;
    private static final Map<Integer, String> TYPES = Map.of(
            UNSIGNED_BYTES,
            "unsigned bytes",
            0x09,
            "signed bytes",
            0x0B,
            "16-bit whole numbers",
            WHOLE_NUMBERS,
            "32-bit whole numbers",
            0x0D,
            "floats",
            0x0E,
            "doubles");
    private static final int MAX_DIMENSIONS = 8;

    /** What the header says, if these bytes begin as IDX files do. */
    public static Optional<IdxHeader> of(byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            return Optional.empty();
        }
        boolean straight = bytes[0] == 0 && bytes[1] == 0 && possible(bytes[2], bytes[3]);
        boolean swapped = bytes[2] == 0 && bytes[3] == 0 && possible(bytes[1], bytes[0]);
        if (!straight && !swapped) {
            return Optional.empty();
        }
        int type = straight ? bytes[2] : bytes[1];
        int dimensions = straight ? bytes[3] : bytes[0];
        long[] sizes = sizes(bytes, dimensions, swapped);
        // Written by hand, the magic number is often right and the sizes are not.
        boolean implausible = straight && dimensions == 3 && sizes.length == 3 && reversed(sizes);
        return Optional.of(new IdxHeader(
                type, dimensions, implausible ? sizes(bytes, dimensions, true) : sizes, swapped || implausible));
    }

    private static boolean possible(byte type, byte dimensions) {
        return TYPES.containsKey((int) type) && dimensions >= 1 && dimensions <= MAX_DIMENSIONS;
    }

    private static long[] sizes(byte[] bytes, int dimensions, boolean swapped) {
        int present = Math.min(dimensions, bytes.length / Integer.BYTES - 1);
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        return IntStream.rangeClosed(1, present)
                .map(i -> numbers.getInt(i * Integer.BYTES))
                .mapToLong(size -> Integer.toUnsignedLong(swapped ? Integer.reverseBytes(size) : size))
                .toArray();
    }

    /** Whether height and width are multiples of 2²⁴: a picture's side in reverse, and no picture's side. */
    private static boolean reversed(long[] sizes) {
        return sizes[1] > 0 && sizes[2] > 0 && sizes[1] % (1 << 24) == 0 && sizes[2] % (1 << 24) == 0;
    }

    /** Whether these are pictures as the lab reads them, of whatever size. */
    public boolean pictures() {
        return !swapped && type == UNSIGNED_BYTES && dimensions == 3;
    }

    /** Whether these are labels: one byte each. */
    public boolean labels() {
        return !swapped && type == UNSIGNED_BYTES && dimensions == 1;
    }

    /** Whether these are rows of 32-bit numbers, as QMNIST has them for labels and what else is known of a digit. */
    boolean rowsOfNumbers() {
        return !swapped && type == WHOLE_NUMBERS && dimensions == 2 && sizes.length == 2 && sizes[1] > 0;
    }

    /** What the file is. */
    public UnreadableFormat format() {
        if (pictures()) {
            return new UnreadableFormat("IDX pictures", "");
        }
        if (swapped) {
            return new UnreadableFormat(
                    "an IDX file whose byte order is swapped (little-endian)" + shape(),
                    "Write the numbers of its header big-endian, the highest byte first.");
        }
        if (labels()) {
            return new UnreadableFormat(
                    "an IDX file of labels, not of pictures",
                    "Choose the file of pictures; it usually has 'images' and 'idx3' in its name.");
        }
        String words = "an IDX file of " + TYPES.get(type) + " in " + dimensions
                + (dimensions == 1 ? " dimension" : " dimensions") + shape();
        return new UnreadableFormat(
                words,
                type == UNSIGNED_BYTES
                        ? "Save grey pictures as bytes in 3 dimensions: count, height, width."
                        : "Scale its numbers to 0 to 255, and save them as unsigned bytes.");
    }

    private String shape() {
        return sizes.length < dimensions
                ? ""
                : Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining("x", " (", ")"));
    }
}
