package lipschitzlab.compute.nd4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.SumKernels;

/**
 * Sums and the broadcasts that are their adjoints, as products with ones: ND4J's own reductions are slower. What goes along the
 * channels is ND4J's.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class Nd4jSums<T> implements SumKernels<T> {
    private static final CustomOperation ADD_CHANNELS = new CustomOperation("biasadd", List.of(), List.of(true));

    private final Nd4jOperations<T> operations;
    private final ArrayPool<T> pool;
    private final Map<Integer, PooledArray<T>> ones = new HashMap<>();

    Nd4jSums(Nd4jOperations<T> operations, ArrayPool<T> pool) {
        this.operations = operations;
        this.pool = pool;
    }

    /** A matrix {@code [length, 1]} of ones. */
    T ones(int length) {
        return ones.computeIfAbsent(length, n -> {
                    PooledArray<T> column = pool.takeForever(Shape.of(n, 1));
                    operations.scalar(ScalarOperation.SET, column.data(), 1, column.data());
                    return column;
                })
                .data();
    }

    @Override
    public void sum(PooledArray<T> x, PooledArray<T> z) {
        int length = x.shape().length();
        operations.product(flat(x, 1, length), false, ones(length), false, flat(z, 1, 1));
    }

    @Override
    public void broadcast(PooledArray<T> s, PooledArray<T> z) {
        int length = z.shape().length();
        operations.product(ones(length), false, flat(s, 1, 1), false, flat(z, length, 1));
    }

    @Override
    public void rowSum(PooledArray<T> x, PooledArray<T> z) {
        int rows = x.shape().size(0);
        int length = x.shape().rowLength();
        operations.product(flat(x, rows, length), false, ones(length), false, flat(z, rows, 1));
    }

    @Override
    public void broadcastRows(PooledArray<T> v, PooledArray<T> z) {
        int rows = z.shape().size(0);
        int length = z.shape().rowLength();
        operations.product(flat(v, rows, 1), false, ones(length), true, flat(z, rows, length));
    }

    @Override
    public void channelSum(PooledArray<T> x, PooledArray<T> z) {
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

    @Override
    public void broadcastChannels(PooledArray<T> v, PooledArray<T> z) {
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

    @Override
    public void addChannels(PooledArray<T> x, PooledArray<T> v, PooledArray<T> z) {
        operations.custom(ADD_CHANNELS, List.of(x.data(), v.data()), List.of(z.data()));
    }

    @Override
    public void multiplyChannels(PooledArray<T> x, PooledArray<T> v, PooledArray<T> z) {
        int channels = x.shape().size(1);
        T factors = x.shape().rank() == 2 ? flat(v, 1, channels) : flat(v, 1, channels, 1, 1);
        operations.pairwise(Pairwise.MULTIPLY, x.data(), factors, z.data());
    }

    private static <T> T flat(PooledArray<T> array, int... sizes) {
        return array.view(Shape.of(sizes), 0).data();
    }
}
