package lipschitzlab.compute.spi;

import lipschitzlab.compute.ConvolutionGeometry;

/**
 * The convolution and its two adjoints. Some libraries write into an array that is there, others make one; a {@link Result} takes
 * either without a copy.
 *
 * @param <T> the library's own array
 */
public interface ConvolutionKernels<T> {
    /** z ← x convolved with weight. */
    void forward(PooledArray<T> x, PooledArray<T> weight, ConvolutionGeometry geometry, Result<T> z);

    /** z ← x convolved with weight, and bias {@code [out]} added to the channels. */
    void forward(
            PooledArray<T> x, PooledArray<T> weight, PooledArray<T> bias, ConvolutionGeometry geometry, Result<T> z);

    /** z ← the adjoint with respect to the input, of the output y. */
    void input(PooledArray<T> y, PooledArray<T> weight, ConvolutionGeometry geometry, Result<T> z);

    /** z ← the adjoint with respect to the weight. */
    void weight(PooledArray<T> x, PooledArray<T> y, ConvolutionGeometry geometry, Result<T> z);

    /** Both adjoints. */
    void adjoints(
            PooledArray<T> x,
            PooledArray<T> weight,
            PooledArray<T> y,
            ConvolutionGeometry geometry,
            Result<T> toInput,
            Result<T> toWeight);
}
