package lipschitzlab.compute.nd4j;

import java.util.HashMap;
import java.util.Map;
import lipschitzlab.compute.ArrayPool;
import lipschitzlab.compute.PooledArray;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;

/**
 * Sums and the repetitions that are their adjoints, as products with ones: ND4J's own reductions are slower.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class Sums<T> {
    private final Operations<T> operations;
    private final ArrayPool<T> pool;
    private final Map<Integer, PooledArray<T>> ones = new HashMap<>();

    Sums(Operations<T> operations, ArrayPool<T> pool) {
        this.operations = operations;
        this.pool = pool;
    }

    /** A matrix {@code [length, 1]} of ones. */
    T ones(int length) {
        return ones.computeIfAbsent(length, n -> {
                    PooledArray<T> column = pool.takeForever(Shape.of(n, 1));
                    operations.withNumber(WithNumber.SET, column.data(), 1, column.data());
                    return column;
                })
                .data();
    }

    /** z {@code [1]} ← the sum of all elements. */
    void sum(PooledArray<T> x, PooledArray<T> z) {
        int length = x.shape().length();
        operations.product(flat(x, 1, length), false, ones(length), false, flat(z, 1, 1));
    }

    /** Every element of z ← the one of s. */
    void fill(PooledArray<T> s, PooledArray<T> z) {
        int length = z.shape().length();
        operations.product(ones(length), false, flat(s, 1, 1), false, flat(z, length, 1));
    }

    /** z {@code [n]} ← the sum of each of the n rows. */
    void rowSum(PooledArray<T> x, PooledArray<T> z) {
        int rows = x.shape().size(0);
        int length = x.shape().rowLength();
        operations.product(flat(x, rows, length), false, ones(length), false, flat(z, rows, 1));
    }

    /** Every element of each row of z ← that row's element of v. */
    void rowFill(PooledArray<T> v, PooledArray<T> z) {
        int rows = z.shape().size(0);
        int length = z.shape().rowLength();
        operations.product(flat(v, rows, 1), false, ones(length), true, flat(z, rows, length));
    }

    /** z {@code [c]} ← the sum over all axes but the second. */
    void channelSum(PooledArray<T> x, PooledArray<T> z) {
        int rows = x.shape().size(0);
        int channels = x.shape().size(1);
        int pixels = x.shape().rowLength() / channels;
        if (pixels == 1) {
            operations.product(ones(rows), true, flat(x, rows, channels), false, flat(z, 1, channels));
            return;
        }
        int rowLength = channels * pixels;
        try (Scope temporaries = pool.open()) {
            PooledArray<T> overRows = pool.take(Shape.of(channels, pixels));
            operations.product(ones(rows), true, flat(x, rows, rowLength), false, flat(overRows, 1, rowLength));
            operations.product(overRows.data(), false, ones(pixels), false, flat(z, channels, 1));
        }
    }

    /** Every element of z ← that of v for its place on the second axis. */
    void channelFill(PooledArray<T> v, PooledArray<T> z) {
        int rows = z.shape().size(0);
        int channels = z.shape().size(1);
        int pixels = z.shape().rowLength() / channels;
        try (Scope temporaries = pool.open()) {
            T row = flat(v, 1, channels);
            if (pixels > 1) {
                PooledArray<T> spread = pool.take(Shape.of(channels, pixels));
                operations.product(flat(v, channels, 1), false, ones(pixels), true, spread.data());
                row = flat(spread, 1, channels * pixels);
            }
            operations.product(ones(rows), false, row, false, flat(z, rows, channels * pixels));
        }
    }

    private static <T> T flat(PooledArray<T> array, int... sizes) {
        return array.view(Shape.of(sizes), 0).data();
    }
}
