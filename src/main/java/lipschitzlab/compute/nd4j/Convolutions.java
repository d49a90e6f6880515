package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.PooledArray;

/**
 * The convolution and its two adjoints.
 *
 * @param <T> an array as ND4J's operations take it
 */
interface Convolutions<T> extends AutoCloseable {
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

    /** Gives back what these convolutions themselves hold; nothing by default. */
    @Override
    default void close() {}
}
