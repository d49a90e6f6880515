package lipschitzlab.compute.libtorch;

import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Batch normalization with the statistics of the batch at hand. */
final class LibTorchBatchNormalization {
    private static final double NO_MOMENTUM = 0;

    private final TensorOptional none = new TensorOptional();
    private final BoolPointer all = new BoolPointer(3);

    LibTorchBatchNormalization() {
        all.put(0, true).put(1, true).put(2, true);
    }

    /** Writes the result, and each channel's mean and inverse standard deviation. */
    void forward(Tensor x, Tensor gain, Tensor shift, double epsilon, Tensor z, Tensor mean, Tensor inverseDeviation) {
        try (TensorOptional factors = new TensorOptional(gain);
                TensorOptional terms = new TensorOptional(shift)) {
            torch.native_batch_norm_out(
                            z, mean, inverseDeviation, x, factors, terms, none, none, true, NO_MOMENTUM, epsilon)
                    .close();
        }
    }

    /** Writes what the gradient g of the result gives for x, gain and shift. */
    void adjoints(
            Tensor g,
            Tensor x,
            Tensor gain,
            Tensor mean,
            Tensor inverseDeviation,
            double epsilon,
            Tensor toX,
            Tensor toGain,
            Tensor toShift) {
        try (TensorOptional factors = new TensorOptional(gain);
                TensorOptional means = new TensorOptional(mean);
                TensorOptional deviations = new TensorOptional(inverseDeviation)) {
            DeviceMemory.in(() -> torch.native_batch_norm_backward_out(
                            toX, toGain, toShift, g, x, factors, none, none, means, deviations, true, epsilon, all))
                    .close();
        }
    }

    void close() {
        none.close();
        all.close();
    }
}
