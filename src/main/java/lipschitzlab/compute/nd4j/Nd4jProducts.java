package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.ProductKernels;

/**
 * Products by ND4J's matrix product.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class Nd4jProducts<T> implements ProductKernels<T> {
    private static final Shape NUMBER = Shape.of(1);

    private final Nd4jOperations<T> operations;
    private final Nd4jSums<T> sums;
    private final ArrayPool<T> pool;

    /** @param pool where temporary arrays come from */
    Nd4jProducts(Nd4jOperations<T> operations, Nd4jSums<T> sums, ArrayPool<T> pool) {
        this.operations = operations;
        this.sums = sums;
        this.pool = pool;
    }

    @Override
    public void matmul(PooledArray<T> a, boolean transposeA, PooledArray<T> b, boolean transposeB, PooledArray<T> z) {
        operations.product(a.data(), transposeA, b.data(), transposeB, z.data());
    }

    @Override
    public void dense(PooledArray<T> x, PooledArray<T> weight, PooledArray<T> bias, PooledArray<T> z) {
        T ones = sums.ones(x.shape().size(0));
        operations.dense(x.data(), weight.data(), bias.data(), ones, z.data());
    }

    @Override
    public void dot(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z) {
        int length = a.shape().length();
        T row = a.view(Shape.of(1, length), 0).data();
        T column = b.view(Shape.of(length, 1), 0).data();
        operations.product(row, false, column, false, z.view(Shape.of(1, 1), 0).data());
    }

    @Override
    public void multiplyScalar(PooledArray<T> x, PooledArray<T> s, PooledArray<T> z) {
        T factor = s.view(NUMBER, 0).data();
        operations.pairwise(Pairwise.MULTIPLY, x.data(), factor, z.data());
    }

    @Override
    public void normalize(PooledArray<T> x, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> square = pool.take(NUMBER);
            dot(x, x, square);
            T norm = pool.take(NUMBER).data();
            operations.transform(Transform.SQRT, square.data(), norm);
            operations.scalar(ScalarOperation.MAX, norm, SMALLEST_NORM, norm);
            operations.pairwise(Pairwise.DIVIDE, x.data(), norm, z.data());
        }
    }
}
