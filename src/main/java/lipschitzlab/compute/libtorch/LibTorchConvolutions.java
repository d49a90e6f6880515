package lipschitzlab.compute.libtorch;

import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The convolution and its two adjoints; LibTorch allocates their results. */
final class LibTorchConvolutions {
    private static final long[] ONE = {1, 1};
    private static final long[] ZERO = {0, 0};

    private final TensorOptional noBias = new TensorOptional();
    private final LongArrayRefOptional noBiasSizes = new LongArrayRefOptional();
    private final BoolPointer weightOnly = new BoolPointer(3);
    private final BoolPointer inputAndWeight = new BoolPointer(3);

    LibTorchConvolutions() {
        weightOnly.put(0, false).put(1, true).put(2, false);
        inputAndWeight.put(0, true).put(1, true).put(2, false);
    }

    Tensor forward(Tensor x, Tensor weight, ConvolutionGeometry g) {
        return DeviceMemory.in(() -> contiguous(
                torch.convolution(x, weight, noBias, both(g.stride()), both(g.padding()), ONE, false, ZERO, 1)));
    }

    Tensor forward(Tensor x, Tensor weight, Tensor bias, ConvolutionGeometry g) {
        return DeviceMemory.in(() -> {
            try (TensorOptional added = new TensorOptional(bias)) {
                return contiguous(
                        torch.convolution(x, weight, added, both(g.stride()), both(g.padding()), ONE, false, ZERO, 1));
            }
        });
    }

    /** A transposed convolution, with the rows and columns added that the convolution did not reach. */
    Tensor input(Tensor y, Tensor weight, ConvolutionGeometry g) {
        long[] missing = {g.inputHeight() - reached(g.outputHeight(), g), g.inputWidth() - reached(g.outputWidth(), g)};
        return DeviceMemory.in(() -> contiguous(
                torch.convolution(y, weight, noBias, both(g.stride()), both(g.padding()), ONE, true, missing, 1)));
    }

    /** @param weightLike a tensor of the weight's shape; its numbers do not count */
    Tensor weight(Tensor x, Tensor y, Tensor weightLike, ConvolutionGeometry g) {
        return DeviceMemory.in(() -> {
            try (T_TensorTensorTensor_T gradients = backward(x, weightLike, y, g, weightOnly)) {
                return contiguous(new Tensor(gradients.get1()));
            }
        });
    }

    /** The adjoints with respect to input and weight, in one call: what both need is laid out once. */
    List<Tensor> adjoints(Tensor x, Tensor weight, Tensor y, ConvolutionGeometry g) {
        return DeviceMemory.in(() -> {
            try (T_TensorTensorTensor_T gradients = backward(x, weight, y, g, inputAndWeight)) {
                return List.of(contiguous(new Tensor(gradients.get0())), contiguous(new Tensor(gradients.get1())));
            }
        });
    }

    private T_TensorTensorTensor_T backward(
            Tensor x, Tensor weight, Tensor y, ConvolutionGeometry g, BoolPointer wanted) {
        return torch.convolution_backward(
                y, x, weight, noBiasSizes, both(g.stride()), both(g.padding()), ONE, false, ZERO, 1, wanted);
    }

    void close() {
        noBias.close();
        noBiasSizes.close();
        weightOnly.close();
        inputAndWeight.close();
    }

    private static int reached(int outputs, ConvolutionGeometry g) {
        return (outputs - 1) * g.stride() + g.kernel() - 2 * g.padding();
    }

    private static long[] both(int size) {
        return new long[] {size, size};
    }

    /** Takes over the tensor, and returns it or a row-major copy. */
    private static Tensor contiguous(Tensor tensor) {
        if (tensor.is_contiguous()) {
            return tensor;
        }
        try (tensor) {
            return tensor.contiguous();
        }
    }
}
