package lipschitzlab.file;

import java.util.Arrays;

/**
 * One array of a safetensors file, as its header describes it.
 *
 * @param begin where its bytes begin, from the end of the header
 * @param end where they end
 */
record SafetensorsEntry(String name, SafetensorsType type, int[] shape, long begin, long end) {
    /** Bytes of all its numbers. */
    long bytes() {
        return end - begin;
    }

    /** How many numbers it has. */
    long count() {
        return bytes() / type.bytes();
    }

    /** For messages. */
    String words() {
        return "'" + name + "' of shape " + Arrays.toString(shape) + " and type " + type;
    }
}
