package lipschitzlab.compute.spi;

/**
 * Batch normalization with the statistics of the batch at hand.
 *
 * @param <T> the library's own array
 */
public interface NormalizationKernels<T> {
    /** z ← each channel of x to mean 0 and variance 1, times its gain, plus its shift. */
    void forward(PooledArray<T> x, PooledArray<T> gain, PooledArray<T> shift, double epsilon, PooledArray<T> z);

    /** What the gradient g of the forward pass's result gives for x, gain and shift. */
    void adjoints(
            PooledArray<T> x,
            PooledArray<T> gain,
            double epsilon,
            PooledArray<T> g,
            PooledArray<T> toX,
            PooledArray<T> toGain,
            PooledArray<T> toShift);
}
