package lipschitzlab.compute.spi;

import java.util.List;

/**
 * Products and the norm.
 *
 * @param <T> the library's own array
 */
public interface ProductKernels<T> {
    /** The norm by which {@link #normalize} divides is no smaller than this. */
    double SMALLEST_NORM = 1e-12;

    /** z ← the product of two matrices, each transposed first if so asked. */
    void matmul(PooledArray<T> a, boolean transposeA, PooledArray<T> b, boolean transposeB, PooledArray<T> z);

    /** z {@code [n, out]} ← x {@code [n, in]} · weight {@code [in, out]} + bias {@code [out]}. */
    void dense(PooledArray<T> x, PooledArray<T> weight, PooledArray<T> bias, PooledArray<T> z);

    /** z {@code [1]} ← the sum of the products of a and b, of one shape. */
    void dot(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z);

    /** z ← s·x; s has one element and whatever rank. */
    void multiplyScalar(PooledArray<T> x, PooledArray<T> s, PooledArray<T> z);

    /** z ← x/max(‖x‖₂, {@link #SMALLEST_NORM}). */
    void normalize(PooledArray<T> x, PooledArray<T> z);

    /** {@link #normalize} for each of some arrays. */
    default void normalize(List<PooledArray<T>> xs, List<PooledArray<T>> zs) {
        for (int i = 0; i < xs.size(); i++) {
            normalize(xs.get(i), zs.get(i));
        }
    }
}
