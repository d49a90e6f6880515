package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Scope;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.ElementwiseKernels;
import lipschitzlab.compute.spi.PooledArray;

/**
 * ND4J's operations element by element.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class Nd4jElementwise<T> implements ElementwiseKernels<T> {
    private final Nd4jOperations<T> operations;
    private final Activations<T> activations;
    private final ArrayPool<T> pool;

    /** @param pool where temporary arrays come from */
    Nd4jElementwise(Nd4jOperations<T> operations, Activations<T> activations, ArrayPool<T> pool) {
        this.operations = operations;
        this.activations = activations;
        this.pool = pool;
    }

    @Override
    public void add(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z) {
        operations.pairwise(Pairwise.ADD, a.data(), b.data(), z.data());
    }

    @Override
    public void subtract(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z) {
        operations.pairwise(Pairwise.SUBTRACT, a.data(), b.data(), z.data());
    }

    @Override
    public void multiply(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z) {
        operations.pairwise(Pairwise.MULTIPLY, a.data(), b.data(), z.data());
    }

    @Override
    public void divide(PooledArray<T> a, PooledArray<T> b, PooledArray<T> z) {
        operations.pairwise(Pairwise.DIVIDE, a.data(), b.data(), z.data());
    }

    @Override
    public void scale(PooledArray<T> x, double factor, PooledArray<T> z) {
        operations.scalar(ScalarOperation.MULTIPLY, x.data(), factor, z.data());
    }

    @Override
    public void addScalar(PooledArray<T> x, double term, PooledArray<T> z) {
        operations.scalar(ScalarOperation.ADD, x.data(), term, z.data());
    }

    @Override
    public void square(PooledArray<T> x, PooledArray<T> z) {
        operations.transform(Transform.SQUARE, x.data(), z.data());
    }

    @Override
    public void sqrt(PooledArray<T> x, PooledArray<T> z) {
        operations.transform(Transform.SQRT, x.data(), z.data());
    }

    @Override
    public void exp(PooledArray<T> x, PooledArray<T> z) {
        operations.transform(Transform.EXP, x.data(), z.data());
    }

    @Override
    public void log(PooledArray<T> x, PooledArray<T> z) {
        operations.transform(Transform.LOG, x.data(), z.data());
    }

    @Override
    public void reciprocal(PooledArray<T> x, PooledArray<T> z) {
        operations.transform(Transform.RECIPROCAL, x.data(), z.data());
    }

    @Override
    public void tanh(PooledArray<T> x, PooledArray<T> z) {
        operations.transform(Transform.TANH, x.data(), z.data());
    }

    @Override
    public void sigmoid(PooledArray<T> x, PooledArray<T> z) {
        operations.transform(Transform.SIGMOID, x.data(), z.data());
    }

    /** max(x, 0) + ln(1 + e^−|x|): ND4J's own softplus overflows for x above 88. */
    @Override
    public void softplus(PooledArray<T> x, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            PooledArray<T> positive = pool.take(x.shape());
            PooledArray<T> rest = pool.take(x.shape());
            leakyRelu(x, 0, positive);
            scale(positive, 2, rest);
            subtract(rest, x, rest);
            scale(rest, -1, rest);
            exp(rest, rest);
            addScalar(rest, 1, rest);
            log(rest, rest);
            add(positive, rest, z);
        }
    }

    @Override
    public void leakyRelu(PooledArray<T> x, double slope, PooledArray<T> z) {
        activations.leakyRelu(x.data(), slope, z.data());
    }

    @Override
    public void leakyReluAdjoint(PooledArray<T> g, PooledArray<T> x, double slope, PooledArray<T> z) {
        activations.leakyReluAdjoint(g.data(), x.data(), slope, z.data());
    }
}
