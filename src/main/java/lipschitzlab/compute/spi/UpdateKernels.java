package lipschitzlab.compute.spi;

/**
 * Updates of parameters in place. A scratch array has the parameter's shape; its numbers are whatever was there, and are lost.
 *
 * @param <T> the library's own array
 */
public interface UpdateKernels<T> {
    /** One step of gradient descent, in place: parameter ← parameter − rate·gradient. */
    void sgd(PooledArray<T> parameter, PooledArray<T> gradient, double rate);

    /** One step of Adam, in place on parameter and both moments. */
    void adam(
            AdamStep step,
            PooledArray<T> parameter,
            PooledArray<T> gradient,
            PooledArray<T> firstMoment,
            PooledArray<T> secondMoment,
            PooledArray<T> scratch);

    /** meanSquare ← decay·meanSquare + (1−decay)·g², parameter ← parameter − rate·g/(√meanSquare + ε), in place. */
    void rmsProp(
            PooledArray<T> parameter,
            PooledArray<T> gradient,
            PooledArray<T> meanSquare,
            double rate,
            double decay,
            double epsilon,
            PooledArray<T> scratch);

    /** Every element into [low, high], in place. */
    void clamp(PooledArray<T> array, double low, double high);
}
