package lipschitzlab.compute.spi;

import java.util.List;

/**
 * Operations that are made of others, in one pass where a library has them: on a card, where starting a kernel takes longer than
 * its work on a small array, fewer are faster. {@link ComposedKernels} makes them of the others, step by step.
 *
 * @param <T> the library's own array
 */
public interface FusedKernels<T> {
    /** z {@code [1]} ← weight · the mean of all elements. */
    void mean(PooledArray<T> x, double weight, PooledArray<T> z);

    /** Every element of z ← weight · s / the number of z's elements; s has one element. */
    void spread(PooledArray<T> s, double weight, PooledArray<T> z);

    /** Each row of z ← share · the row of a + (1 − share) · that of b, with its own share of shares {@code [n]}. */
    void interpolate(PooledArray<T> a, PooledArray<T> b, PooledArray<T> shares, PooledArray<T> z);

    /** Each of zs ← the sum of those of as and bs at its place. */
    void addEach(List<PooledArray<T>> as, List<PooledArray<T>> bs, List<Result<T>> zs);

    /** z {@code [1]} ← the sum of the squares of all elements. */
    void squaredNorm(PooledArray<T> x, PooledArray<T> z);

    /** z ← factor · x · s; s has one element. */
    void multiplyScalarScaled(PooledArray<T> x, PooledArray<T> s, double factor, PooledArray<T> z);

    /** z ← x/s; s has one element. */
    void divideScalar(PooledArray<T> x, PooledArray<T> s, PooledArray<T> z);

    /** toX ← g/s, toS {@code [1]} ← −⟨g, x⟩/s². */
    void divideScalarAdjoints(
            PooledArray<T> g, PooledArray<T> x, PooledArray<T> s, PooledArray<T> toX, PooledArray<T> toS);

    /** z ← each row of x to mean 0 and variance 1. */
    void normalizeRows(PooledArray<T> x, double epsilon, PooledArray<T> z);

    /** z ← the product of g with the derivative of the above at x. */
    void normalizeRowsAdjoint(PooledArray<T> x, double epsilon, PooledArray<T> g, PooledArray<T> z);

    /** z ← factor · a · b. */
    void multiplyScaled(PooledArray<T> a, PooledArray<T> b, double factor, PooledArray<T> z);

    /** z ← factor · a / b. */
    void divideScaled(PooledArray<T> a, PooledArray<T> b, double factor, PooledArray<T> z);
}
