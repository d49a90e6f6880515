package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.TransferKernels;

/**
 * Numbers into ND4J's arrays and out of them.
 *
 * @param <T> an array as ND4J's operations take it
 */
final class Transfer<T> implements TransferKernels<T> {
    private final Nd4jOperations<T> operations;

    Transfer(Nd4jOperations<T> operations) {
        this.operations = operations;
    }

    @Override
    public void read(PooledArray<T> x, float[] numbers) {
        operations.read(x.data(), numbers);
    }

    @Override
    public void write(float[] numbers, PooledArray<T> z) {
        operations.write(z.data(), numbers);
    }

    @Override
    public void copy(PooledArray<T> x, PooledArray<T> z) {
        operations.copy(x.data(), z.data());
    }

    @Override
    public void set(double value, PooledArray<T> z) {
        operations.scalar(ScalarOperation.SET, z.data(), value, z.data());
    }
}
