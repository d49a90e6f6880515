package lipschitzlab.inspection;

import java.util.Arrays;
import java.util.Optional;
import lipschitzlab.setting.InputException;

/**
 * As which matrix an array is measured.
 *
 * @param kernel whether it is a convolution's kernel
 */
public record MatrixView(int rows, int columns, boolean kernel) {
    private static final int MATRIX_RANK = 2;
    private static final int KERNEL_RANK = 4;

    /** Whose largest singular value takes about a minute. */
    private static final int MOST_NUMBERS = 1 << 28;

    /** No kernel is larger, and few layers of critics have fewer channels. */
    private static final int LARGEST_KERNEL = 16;

    /**
     * A matrix is taken as it is, and an array of more sides as PyTorch has kernels, {@code [out, in, …]}, reshaped to
     * {@code [out, in·…]} (Miyato et al. 2018, section 2.1). A kernel that can only be TensorFlow's, {@code [k, k, in, out]}, is
     * reshaped to {@code [k·k·in, out]}, which is the transpose of the same matrix with its rows in another order.
     *
     * @return nothing for a single number, a vector, or an array without numbers
     * @throws InputException if it is too large to be measured
     */
    static Optional<MatrixView> of(int[] shape) {
        long length = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (shape.length < MATRIX_RANK || length == 0) {
            return Optional.empty();
        }
        if (length > MOST_NUMBERS) {
            throw new InputException(
                    "shape " + Arrays.toString(shape),
                    "a matrix of at most " + MOST_NUMBERS + " numbers",
                    length + " numbers",
                    "Save a part of it.");
        }
        boolean kernel = shape.length > MATRIX_RANK;
        int first = shape[0];
        int last = shape[shape.length - 1];
        return Optional.of(
                kernel && hasChannelsLast(shape)
                        ? new MatrixView((int) (length / last), last, true)
                        : new MatrixView(first, (int) (length / first), kernel));
    }

    private static boolean hasChannelsLast(int[] shape) {
        return shape.length == KERNEL_RANK
                && shape[0] == shape[1]
                && shape[0] <= LARGEST_KERNEL
                && (shape[2] != shape[3] || shape[2] > LARGEST_KERNEL);
    }

    /** How many singular values it has. */
    public int count() {
        return Math.min(rows, columns);
    }

    @Override
    public String toString() {
        return rows + " × " + columns;
    }
}
