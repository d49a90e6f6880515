package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.NormalizationKernels;
import lipschitzlab.compute.spi.PooledArray;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Batch normalization with the statistics of the batch at hand; rows are normalized as the channels of one sample. */
final class LibTorchBatchNormalization implements NormalizationKernels<TensorViews> {
    private static final double NO_MOMENTUM = 0;

    private final ArrayPool<TensorViews> pool;
    private final LaunchCounter count;
    private final TensorOptional none = new TensorOptional();
    private final BoolPointer all = new BoolPointer(3);

    /** @param pool where temporary arrays come from */
    LibTorchBatchNormalization(ArrayPool<TensorViews> pool, LaunchCounter count) {
        this.pool = pool;
        this.count = count;
        all.put(0, true).put(1, true).put(2, true);
    }

    @Override
    public void forward(
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> gain,
            PooledArray<TensorViews> shift,
            double epsilon,
            PooledArray<TensorViews> z) {
        try (Scope temporaries = pool.open();
                TensorOptional factors = new TensorOptional(tensor(gain));
                TensorOptional terms = new TensorOptional(tensor(shift))) {
            forward(tensor(x), factors, terms, epsilon, tensor(z), each(gain.shape()), each(gain.shape()));
        }
    }

    /** z ← each row of x to mean 0 and variance 1. */
    void rows(PooledArray<TensorViews> x, double epsilon, PooledArray<TensorViews> z) {
        Shape rows = Shape.of(x.shape().size(0));
        try (Scope temporaries = pool.open()) {
            forward(asChannels(x), none, none, epsilon, asChannels(z), each(rows), each(rows));
        }
    }

    /** Writes the result, and each channel's mean and inverse standard deviation. */
    private void forward(
            Tensor x,
            TensorOptional factors,
            TensorOptional terms,
            double epsilon,
            Tensor z,
            Tensor mean,
            Tensor inverseDeviation) {
        count.one();
        torch.native_batch_norm_out(
                        z, mean, inverseDeviation, x, factors, terms, none, none, true, NO_MOMENTUM, epsilon)
                .close();
    }

    /** The forward pass comes first, since what it finds of each channel is needed; nobody reads its result. */
    @Override
    public void adjoints(
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> gain,
            double epsilon,
            PooledArray<TensorViews> g,
            PooledArray<TensorViews> toX,
            PooledArray<TensorViews> toGain,
            PooledArray<TensorViews> toShift) {
        try (TensorOptional factors = new TensorOptional(tensor(gain))) {
            adjoints(tensor(x), factors, epsilon, tensor(g), tensor(toX), tensor(toGain), tensor(toShift));
        }
    }

    /** z ← the product of g with the derivative of {@link #rows} at x. */
    void rowsAdjoint(
            PooledArray<TensorViews> x, double epsilon, PooledArray<TensorViews> g, PooledArray<TensorViews> z) {
        Shape rows = Shape.of(x.shape().size(0));
        try (Scope temporaries = pool.open()) {
            adjoints(asChannels(x), none, epsilon, asChannels(g), asChannels(z), each(rows), each(rows));
        }
    }

    private void adjoints(
            Tensor x, TensorOptional factors, double epsilon, Tensor g, Tensor toX, Tensor toGain, Tensor toShift) {
        Shape channels = Shape.of((int) toGain.numel());
        try (Scope temporaries = pool.open()) {
            Tensor mean = each(channels);
            Tensor inverseDeviation = each(channels);
            forward(x, factors, none, epsilon, toX, mean, inverseDeviation);
            try (TensorOptional means = new TensorOptional(mean);
                    TensorOptional deviations = new TensorOptional(inverseDeviation)) {
                count.one();
                DeviceMemory.in(() -> torch.native_batch_norm_backward_out(
                                toX, toGain, toShift, g, x, factors, none, none, means, deviations, true, epsilon, all))
                        .close();
            }
        }
    }

    private Tensor each(Shape channels) {
        return tensor(pool.take(channels));
    }

    private static Tensor asChannels(PooledArray<TensorViews> x) {
        return tensor(x.view(Shape.of(1, x.shape().size(0), 1, x.shape().rowLength()), 0));
    }

    void close() {
        none.close();
        all.close();
    }
}
