package lipschitzlab.compute.spi;

/**
 * Numbers into arrays and out of them, in row-major order.
 *
 * @param <T> the library's own array
 */
public interface TransferKernels<T> {
    /** numbers, as many as x has, ← x, once it is computed. */
    void read(PooledArray<T> x, float[] numbers);

    /** z ← numbers, as many as z has. */
    void write(float[] numbers, PooledArray<T> z);

    /** z ← x, equal shapes. */
    void copy(PooledArray<T> x, PooledArray<T> z);

    /** Every element of z ← value. */
    void set(double value, PooledArray<T> z);
}
