package lipschitzlab.compute.nd4j;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.ComposedKernels;
import lipschitzlab.compute.spi.ConvolutionKernels;
import lipschitzlab.compute.spi.ElementwiseKernels;
import lipschitzlab.compute.spi.FusedKernels;
import lipschitzlab.compute.spi.Kernels;
import lipschitzlab.compute.spi.NormalizationKernels;
import lipschitzlab.compute.spi.PooledEngine;
import lipschitzlab.compute.spi.ProductKernels;
import lipschitzlab.compute.spi.SumKernels;
import lipschitzlab.compute.spi.TransferKernels;
import lipschitzlab.compute.spi.UpdateKernels;

/**
 * The kernels by ND4J's operations.
 *
 * @param <T> an array as ND4J's operations take it
 */
public final class Nd4jKernels<T> implements Kernels<T> {
    private final Nd4jOperations<T> operations;
    private final int threads;
    private final Nd4jSums<T> sums;
    private final Activations<T> activations;
    private final Nd4jConvolutions<T> convolutions;
    private final BatchNormalization<T> normalization;
    private final UpdateKernels<T> updates;
    private final TransferKernels<T> transfer;
    private final ElementwiseKernels<T> elementwise;
    private final ProductKernels<T> products;
    private final FusedKernels<T> fused;

    private Nd4jKernels(Nd4jOperations<T> operations, ArrayPool<T> pool, int threads) {
        this.operations = operations;
        this.threads = threads;
        this.sums = new Nd4jSums<>(operations, pool);
        this.activations = operations.activations(pool);
        this.convolutions = operations.convolutions(pool);
        this.normalization = operations
                .batchNormalization(pool)
                .orElseGet(() -> new ComposedNormalization<>(operations, sums, pool));
        this.updates = operations.updates(pool);
        this.transfer = new Transfer<>(operations);
        this.elementwise = new Nd4jElementwise<>(operations, activations, pool);
        this.products = new Nd4jProducts<>(operations, sums, pool);
        this.fused = new ComposedKernels<>(elementwise, products, sums, pool);
    }

    /** An engine that computes by these operations with that many native threads. */
    public static <T> Engine engine(Nd4jOperations<T> operations, int threads) {
        Nd4jRuntime.limitOpenBlas(threads);
        ArrayPool<T> pool = new ArrayPool<>(operations.storage());
        return new PooledEngine<>(pool, new Nd4jKernels<>(operations, pool, threads));
    }

    @Override
    public String description() {
        return Nd4jRuntime.onCard()
                ? "ND4J on an NVIDIA card"
                : "ND4J on the CPU, " + threads + (threads == 1 ? " thread" : " threads") + " per lane";
    }

    @Override
    public void prepareThread() {
        Nd4jRuntime.limitThreads(threads);
    }

    @Override
    public TransferKernels<T> transfer() {
        return transfer;
    }

    @Override
    public ElementwiseKernels<T> elementwise() {
        return elementwise;
    }

    @Override
    public ProductKernels<T> products() {
        return products;
    }

    @Override
    public SumKernels<T> sums() {
        return sums;
    }

    @Override
    public ConvolutionKernels<T> convolutions() {
        return convolutions;
    }

    @Override
    public NormalizationKernels<T> normalization() {
        return normalization;
    }

    @Override
    public FusedKernels<T> fused() {
        return fused;
    }

    @Override
    public UpdateKernels<T> updates() {
        return updates;
    }

    @Override
    public void close() {
        convolutions.close();
        activations.close();
        normalization.close();
        operations.close();
    }
}
