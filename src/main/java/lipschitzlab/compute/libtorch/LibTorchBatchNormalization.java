package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import lipschitzlab.compute.Scope;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.NormalizationKernels;
import lipschitzlab.compute.spi.PooledArray;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Batch normalization with the statistics of the batch at hand. */
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
        try (Scope temporaries = pool.open()) {
            forward(x, gain, shift, epsilon, z, likeChannels(gain), likeChannels(gain));
        }
    }

    /** Writes the result, and each channel's mean and inverse standard deviation. */
    private void forward(
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> gain,
            PooledArray<TensorViews> shift,
            double epsilon,
            PooledArray<TensorViews> z,
            Tensor mean,
            Tensor inverseDeviation) {
        try (TensorOptional factors = new TensorOptional(tensor(gain));
                TensorOptional terms = new TensorOptional(tensor(shift))) {
            count.one();
            torch.native_batch_norm_out(
                            tensor(z),
                            mean,
                            inverseDeviation,
                            tensor(x),
                            factors,
                            terms,
                            none,
                            none,
                            true,
                            NO_MOMENTUM,
                            epsilon)
                    .close();
        }
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
        try (Scope temporaries = pool.open()) {
            Tensor mean = likeChannels(gain);
            Tensor inverseDeviation = likeChannels(gain);
            forward(x, gain, gain, epsilon, toX, mean, inverseDeviation);
            try (TensorOptional factors = new TensorOptional(tensor(gain));
                    TensorOptional means = new TensorOptional(mean);
                    TensorOptional deviations = new TensorOptional(inverseDeviation)) {
                count.one();
                DeviceMemory.in(() -> torch.native_batch_norm_backward_out(
                                tensor(toX),
                                tensor(toGain),
                                tensor(toShift),
                                tensor(g),
                                tensor(x),
                                factors,
                                none,
                                none,
                                means,
                                deviations,
                                true,
                                epsilon,
                                all))
                        .close();
            }
        }
    }

    private Tensor likeChannels(PooledArray<TensorViews> gain) {
        return tensor(pool.take(gain.shape()));
    }

    void close() {
        none.close();
        all.close();
    }
}
