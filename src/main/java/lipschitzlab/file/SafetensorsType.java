package lipschitzlab.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What the numbers of an array in a safetensors file are, by the names of the published format. */
public enum SafetensorsType {
    BOOL(1),
    U8(1),
    I8(1),
    F8_E5M2(1),
    F8_E4M3(1),
    F8_E8M0(1),
    I16(2),
    U16(2),
    F16(2, bytes -> ofHalf(bytes.getShort())),
    BF16(2, bytes -> Float.intBitsToFloat(bytes.getShort() << Short.SIZE)),
    I32(Integer.BYTES),
    U32(Integer.BYTES),
    F32(Float.BYTES, ByteBuffer::getFloat),
    F64(Double.BYTES, ByteBuffer::getDouble),
    I64(Long.BYTES),
    U64(Long.BYTES);

    private static final int HALF_EXPONENT_BITS = 5;
    private static final int HALF_FRACTION_BITS = 10;
    private static final int HALF_BIAS = 15;

    private final int bytes;
    private final Optional<ToDoubleFunction<ByteBuffer>> real;

    SafetensorsType(int bytes) {
        this.bytes = bytes;
        this.real = Optional.empty();
    }

    SafetensorsType(int bytes, ToDoubleFunction<ByteBuffer> real) {
        this.bytes = bytes;
        this.real = Optional.of(real);
    }

    /** The type of that name, if it is one whose numbers are whole bytes. */
    static Optional<SafetensorsType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** All names, for messages. */
    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Whether these are floating-point numbers of 16, 32 or 64 bits, each of which a {@code double} holds exactly. */
    public boolean isReal() {
        return real.isPresent();
    }

    /** Takes the next number from bytes in the file's order; for real types. */
    double next(ByteBuffer from) {
        return real.orElseThrow().applyAsDouble(from);
    }

    /** IEEE 754's binary16: 1 bit of sign, 5 of exponent, 10 of fraction. */
    private static double ofHalf(short bits) {
        int exponent = bits >> HALF_FRACTION_BITS & (1 << HALF_EXPONENT_BITS) - 1;
        int fraction = bits & (1 << HALF_FRACTION_BITS) - 1;
        double size;
        if (exponent == (1 << HALF_EXPONENT_BITS) - 1) {
            size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((double) fraction, 1 - HALF_BIAS - HALF_FRACTION_BITS);
        } else {
            size = Math.scalb(
                    (double) (fraction + (1 << HALF_FRACTION_BITS)), exponent - HALF_BIAS - HALF_FRACTION_BITS);
        }
        return bits < 0 ? -size : size;
    }
}
