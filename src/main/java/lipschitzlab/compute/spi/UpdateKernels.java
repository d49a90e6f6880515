package lipschitzlab.compute.spi;

import java.util.List;

/**
 * Updates of parameters in place. All lists of one call are of one length, and what stands at one place has one shape.
 *
 * @param <T> the library's own array
 */
public interface UpdateKernels<T> {
    /** One step of gradient descent, in place: parameter ← parameter − rate·gradient. */
    void sgd(List<PooledArray<T>> parameters, List<PooledArray<T>> gradients, double rate);

    /** One step of Adam, in place on parameters and both moments. */
    void adam(
            AdamStep step,
            List<PooledArray<T>> parameters,
            List<PooledArray<T>> gradients,
            List<PooledArray<T>> firstMoments,
            List<PooledArray<T>> secondMoments);

    /** meanSquare ← decay·meanSquare + (1−decay)·g², parameter ← parameter − rate·g/(√meanSquare + ε), in place. */
    void rmsProp(
            List<PooledArray<T>> parameters,
            List<PooledArray<T>> gradients,
            List<PooledArray<T>> meanSquares,
            double rate,
            double decay,
            double epsilon);

    /** Every element into [low, high], in place. */
    void clamp(List<PooledArray<T>> arrays, double low, double high);
}
