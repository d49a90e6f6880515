package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.PooledArray;

/**
 * Batch normalization made of other operations, where no library has it in one.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class ComposedNormalization<T> implements BatchNormalization<T> {
    private final Nd4jOperations<T> operations;
    private final Nd4jSums<T> sums;
    private final ArrayPool<T> pool;

    /** @param pool where temporary arrays come from */
    ComposedNormalization(Nd4jOperations<T> operations, Nd4jSums<T> sums, ArrayPool<T> pool) {
        this.operations = operations;
        this.sums = sums;
        this.pool = pool;
    }

    /** What is known of a batch; its arrays live in the scope that is open. */
    private final class Batch {
        private final double share;
        private final PooledArray<T> centred;
        private final PooledArray<T> inverseDeviation;

        private Batch(PooledArray<T> x, double epsilon) {
            share = (double) x.shape().size(1) / x.shape().length();
            centred = withoutMean(x, channelSum(x));
            PooledArray<T> square = pool.take(x.shape());
            operations.transform(Transform.SQUARE, centred.data(), square.data());
            inverseDeviation = channelSum(square);
            T deviation = inverseDeviation.data();
            operations.scalar(ScalarOperation.MULTIPLY, deviation, share, deviation);
            operations.scalar(ScalarOperation.ADD, deviation, epsilon, deviation);
            operations.transform(Transform.SQRT, deviation, deviation);
            operations.transform(Transform.RECIPROCAL, deviation, deviation);
        }

        /** x less its channels' means, whose sums are known. */
        private PooledArray<T> withoutMean(PooledArray<T> x, PooledArray<T> sum) {
            PooledArray<T> mean = pool.take(sum.shape());
            operations.scalar(ScalarOperation.MULTIPLY, sum.data(), -share, mean.data());
            PooledArray<T> z = pool.take(x.shape());
            sums.addChannels(x, mean, z);
            return z;
        }

        /** gain · 1/√(variance + ε). */
        private PooledArray<T> factors(PooledArray<T> gain) {
            PooledArray<T> factors = pool.take(gain.shape());
            operations.pairwise(Pairwise.MULTIPLY, gain.data(), inverseDeviation.data(), factors.data());
            return factors;
        }
    }

    private PooledArray<T> channelSum(PooledArray<T> x) {
        PooledArray<T> sum = pool.take(Shape.of(x.shape().size(1)));
        sums.channelSum(x, sum);
        return sum;
    }

    @Override
    public void forward(PooledArray<T> x, PooledArray<T> gain, PooledArray<T> shift, double epsilon, PooledArray<T> z) {
        try (Scope temporaries = pool.open()) {
            Batch batch = new Batch(x, epsilon);
            PooledArray<T> scaled = pool.take(x.shape());
            sums.multiplyChannels(batch.centred, batch.factors(gain), scaled);
            sums.addChannels(scaled, shift, z);
        }
    }

    @Override
    public void adjoints(
            PooledArray<T> x,
            PooledArray<T> gain,
            double epsilon,
            PooledArray<T> g,
            PooledArray<T> toX,
            PooledArray<T> toGain,
            PooledArray<T> toShift) {
        try (Scope temporaries = pool.open()) {
            Batch batch = new Batch(x, epsilon);
            PooledArray<T> normal = pool.take(x.shape());
            sums.multiplyChannels(batch.centred, batch.inverseDeviation, normal);
            PooledArray<T> product = pool.take(x.shape());
            operations.pairwise(Pairwise.MULTIPLY, g.data(), normal.data(), product.data());
            sums.channelSum(product, toGain);
            sums.channelSum(g, toShift);
            PooledArray<T> rest = batch.withoutMean(g, toShift);
            PooledArray<T> slope = pool.take(gain.shape());
            operations.scalar(ScalarOperation.MULTIPLY, toGain.data(), batch.share, slope.data());
            PooledArray<T> along = pool.take(x.shape());
            sums.multiplyChannels(normal, slope, along);
            operations.pairwise(Pairwise.SUBTRACT, rest.data(), along.data(), rest.data());
            sums.multiplyChannels(rest, batch.factors(gain), toX);
        }
    }
}
