package lipschitzlab.constraint;

/**
 * Singular vectors of a weight's {@linkplain lipschitzlab.network.Parameter#matrixShape matrix} for its largest singular value,
 * as far as a power iteration has come.
 *
 * @param u as long as the matrix has rows
 * @param v as long as the matrix has columns
 */
public record SingularVectors(float[] u, float[] v) {}
