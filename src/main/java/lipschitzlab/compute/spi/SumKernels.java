package lipschitzlab.compute.spi;

/**
 * Sums, the broadcasts that are their adjoints, and sums and products with a vector that is broadcast along the channels. A
 * channel is the second axis of {@code [n, c]} or {@code [n, c, h, w]}.
 *
 * @param <T> the library's own array
 */
public interface SumKernels<T> {
    /** z {@code [1]} ← the sum of all elements. */
    void sum(PooledArray<T> x, PooledArray<T> z);

    /** Every element of z ← the one of s, which has whatever rank. */
    void broadcast(PooledArray<T> s, PooledArray<T> z);

    /** z {@code [n]} ← the sum of each of the n rows. */
    void rowSum(PooledArray<T> x, PooledArray<T> z);

    /** Every element of each row of z ← that row's element of v {@code [n]}. */
    void broadcastRows(PooledArray<T> v, PooledArray<T> z);

    /** z {@code [c]} ← the sum over all axes but the channel. */
    void channelSum(PooledArray<T> x, PooledArray<T> z);

    /** Every element of z ← that of v {@code [c]} for its channel. */
    void broadcastChannels(PooledArray<T> v, PooledArray<T> z);

    /** z ← x + v {@code [c]} along the channels. */
    void addChannels(PooledArray<T> x, PooledArray<T> v, PooledArray<T> z);

    /** z ← x · v {@code [c]} along the channels. */
    void multiplyChannels(PooledArray<T> x, PooledArray<T> v, PooledArray<T> z);
}
