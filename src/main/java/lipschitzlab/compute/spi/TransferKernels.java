package lipschitzlab.compute.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers into arrays and out of them, in row-major order.
 *
 * @param <T> the library's own array
 */
public interface TransferKernels<T> {
    /** numbers, as many as x has, ← x, once it is computed. */
    void read(PooledArray<T> x, float[] numbers);

    /** The numbers of each array, once all are computed: one by one, where the processor reaches them anyhow. */
    default List<float[]> read(List<PooledArray<T>> arrays) {
        List<float[]> all = new ArrayList<>(arrays.size());
        for (PooledArray<T> array : arrays) {
            float[] numbers = new float[array.shape().length()];
            read(array, numbers);
            all.add(numbers);
        }
        return all;
    }

    /** z ← numbers, as many as z has. */
    void write(float[] numbers, PooledArray<T> z);

    /** z ← x, equal shapes. */
    void copy(PooledArray<T> x, PooledArray<T> z);

    /** z ← the arrays below each other along the first axis. */
    default void concatenate(List<PooledArray<T>> arrays, PooledArray<T> z) {
        long offset = 0;
        for (PooledArray<T> array : arrays) {
            copy(array, z.view(array.shape(), offset));
            offset += array.shape().length();
        }
    }

    /** z ← x below {@code before} rows of zeros and above as many more as z has. */
    default void pad(PooledArray<T> x, int before, PooledArray<T> z) {
        set(0, z);
        copy(x, z.view(x.shape(), (long) before * x.shape().rowLength()));
    }

    /** Every element of z ← value. */
    void set(double value, PooledArray<T> z);
}
