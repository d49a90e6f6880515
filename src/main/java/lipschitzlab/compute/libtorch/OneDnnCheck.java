package lipschitzlab.compute.libtorch;

import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the oneDNN inside LibTorch gets a convolution's adjoints right on this processor. LibTorch 2.10's does not on some: on an
 * AMD EPYC with AVX-512 the adjoint with respect to the input came out wrong, or as no number, for few channels. There LibTorch's
 * own convolutions are used, which are slower and right.
 */
final class OneDnnCheck {
    private static final Logger LOG = LoggerFactory.getLogger(OneDnnCheck.class);

    /** Of the largest element; float32 sums of at most 144 products differ by less. */
    private static final double TOLERANCE = 1e-5;

    /** Batch, channels of the input, its side, channels of the output, kernel, stride; all padded by 1. */
    private static final long[][] SIZES = {
        {3, 1, 5, 1, 3, 1}, {3, 3, 8, 4, 3, 1}, {1, 1, 8, 3, 4, 2}, {3, 3, 8, 5, 4, 2}, {2, 8, 8, 16, 3, 1}
    };

    /** Adjoints may come out right once and wrong the next time: what they write into matters. */
    private static final int ROUNDS = 3;

    private OneDnnCheck() {}

    /** Compares oneDNN's convolutions with LibTorch's own, and turns oneDNN off for the whole program if they differ. */
    static void turnOffWhereWrong() {
        Context context = torch.globalContext();
        if (!context.userEnabledMkldnn()) {
            return;
        }
        // NNPACK is next in line after oneDNN, and says at each convolution that it cannot run on such a processor.
        boolean next = context.userEnabledNNPACK();
        context.setUserEnabledNNPACK(false);
        if (isRight(context)) {
            context.setUserEnabledNNPACK(next);
        } else {
            context.setUserEnabledMkldnn(false);
            LOG.info("LibTorch's oneDNN computes wrong convolutions on this processor and is turned off");
        }
    }

    /** What a run's record says of it. */
    static String inWords() {
        return torch.globalContext().userEnabledMkldnn()
                ? "on"
                : "off: its convolutions come out wrong on this processor";
    }

    private static boolean isRight(Context context) {
        for (int round = 0; round < ROUNDS; round++) {
            for (long[] size : SIZES) {
                if (!isRight(context, size)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isRight(Context context, long[] size) {
        long side = (size[2] + 2 - size[4]) / size[5] + 1;
        try (Tensor x = wave(size[0], size[1], size[2], size[2]);
                Tensor weight = wave(size[3], size[1], size[4], size[4]);
                Tensor y = wave(size[0], size[3], side, side);
                T_TensorTensorTensor_T found = adjoints(x, weight, y, size[5])) {
            context.setUserEnabledMkldnn(false);
            try (T_TensorTensorTensor_T expected = adjoints(x, weight, y, size[5])) {
                return agree(found.get0(), expected.get0()) && agree(found.get1(), expected.get1());
            } finally {
                context.setUserEnabledMkldnn(true);
            }
        }
    }

    private static T_TensorTensorTensor_T adjoints(Tensor x, Tensor weight, Tensor y, long stride) {
        try (LongArrayRefOptional noBiasSizes = new LongArrayRefOptional();
                BoolPointer both = new BoolPointer(3).put(0, true).put(1, true).put(2, false)) {
            long[] strides = {stride, stride};
            long[] ones = {1, 1};
            return torch.convolution_backward(
                    y, x, weight, noBiasSizes, strides, ones, ones, false, new long[] {0, 0}, 1, both);
        }
    }

    /** Numbers without a pattern that a wrong order of elements would keep: sin(1), sin(2), … */
    private static Tensor wave(long... shape) {
        long length = 1;
        for (long axis : shape) {
            length *= axis;
        }
        float[] numbers = new float[(int) length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) Math.sin(i + 1);
        }
        try (Tensor flat = Tensor.create(numbers)) {
            return flat.reshape(shape);
        }
    }

    private static boolean agree(Tensor found, Tensor expected) {
        try (Tensor difference = found.sub(expected).abs().max();
                Tensor largest = expected.abs().max()) {
            return difference.item_double() <= TOLERANCE * largest.item_double();
        }
    }
}
