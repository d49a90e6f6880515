package lipschitzlab.constraint;

/**
 * The largest singular value of a weight's {@linkplain lipschitzlab.network.Parameter#matrixShape matrix} and its vectors, as
 * far as a power iteration has come.
 *
 * @param sigma uᵀWv, an estimate of the largest singular value from below
 * @param u the left singular vector, as long as the matrix has rows
 * @param v the right singular vector, as long as the matrix has columns
 */
public record SingularTriplet(double sigma, float[] u, float[] v) {}
