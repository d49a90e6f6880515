package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.spi.ConvolutionKernels;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.Result;

/**
 * The convolution and its two adjoints, written into arrays that are there.
 *
 * @param <T> an array as ND4J's operations take it
 */
public interface Nd4jConvolutions<T> extends ConvolutionKernels<T>, AutoCloseable {
    /** z ← x convolved with weight. */
    void forward(PooledArray<T> x, PooledArray<T> weight, PooledArray<T> z, ConvolutionGeometry geometry);

    /** z ← x convolved with weight, and bias {@code [out]} added to the channels. */
    void forward(
            PooledArray<T> x,
            PooledArray<T> weight,
            PooledArray<T> bias,
            PooledArray<T> z,
            ConvolutionGeometry geometry);

    /** z ← the adjoint with respect to the input. */
    void input(PooledArray<T> y, PooledArray<T> weight, PooledArray<T> z, ConvolutionGeometry geometry);

    /** z ← the adjoint with respect to the weight. */
    void weight(PooledArray<T> x, PooledArray<T> y, PooledArray<T> z, ConvolutionGeometry geometry);

    /** Both adjoints. */
    default void adjoints(
            PooledArray<T> x,
            PooledArray<T> weight,
            PooledArray<T> y,
            PooledArray<T> toInput,
            PooledArray<T> toWeight,
            ConvolutionGeometry geometry) {
        input(y, weight, toInput, geometry);
        weight(x, y, toWeight, geometry);
    }

    @Override
    default void forward(PooledArray<T> x, PooledArray<T> weight, ConvolutionGeometry geometry, Result<T> z) {
        forward(x, weight, z.taken(), geometry);
    }

    @Override
    default void forward(
            PooledArray<T> x, PooledArray<T> weight, PooledArray<T> bias, ConvolutionGeometry geometry, Result<T> z) {
        forward(x, weight, bias, z.taken(), geometry);
    }

    @Override
    default void input(PooledArray<T> y, PooledArray<T> weight, ConvolutionGeometry geometry, Result<T> z) {
        input(y, weight, z.taken(), geometry);
    }

    @Override
    default void weight(PooledArray<T> x, PooledArray<T> y, ConvolutionGeometry geometry, Result<T> z) {
        weight(x, y, z.taken(), geometry);
    }

    @Override
    default void adjoints(
            PooledArray<T> x,
            PooledArray<T> weight,
            PooledArray<T> y,
            ConvolutionGeometry geometry,
            Result<T> toInput,
            Result<T> toWeight) {
        adjoints(x, weight, y, toInput.taken(), toWeight.taken(), geometry);
    }

    /** Gives back what these convolutions themselves hold; nothing by default. */
    @Override
    default void close() {}
}
