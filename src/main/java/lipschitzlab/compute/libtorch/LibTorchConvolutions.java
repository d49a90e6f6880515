package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import java.util.function.Supplier;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.ConvolutionKernels;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.Result;
import org.bytedeco.javacpp.BoolPointer;
import org.bytedeco.pytorch.LongArrayRefOptional;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The convolution and its two adjoints; LibTorch allocates their results. */
final class LibTorchConvolutions implements ConvolutionKernels<TensorViews> {
    private static final long[] ONE = {1, 1};
    private static final long[] ZERO = {0, 0};

    private final ArrayPool<TensorViews> pool;
    private final LaunchCounter count;
    private final TensorOptional noBias = new TensorOptional();
    private final LongArrayRefOptional noBiasSizes = new LongArrayRefOptional();
    private final BoolPointer weightOnly = new BoolPointer(3);
    private final BoolPointer inputAndWeight = new BoolPointer(3);

    /** @param pool where temporary arrays come from */
    LibTorchConvolutions(ArrayPool<TensorViews> pool, LaunchCounter count) {
        this.pool = pool;
        this.count = count;
        weightOnly.put(0, false).put(1, true).put(2, false);
        inputAndWeight.put(0, true).put(1, true).put(2, false);
    }

    @Override
    public void forward(
            PooledArray<TensorViews> x, PooledArray<TensorViews> weight, ConvolutionGeometry g, Result<TensorViews> z) {
        z.adopt(made(() -> torch.convolution(
                tensor(x), tensor(weight), noBias, both(g.stride()), both(g.padding()), ONE, false, ZERO, 1)));
    }

    @Override
    public void forward(
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> weight,
            PooledArray<TensorViews> bias,
            ConvolutionGeometry g,
            Result<TensorViews> z) {
        try (TensorOptional added = new TensorOptional(tensor(bias))) {
            z.adopt(made(() -> torch.convolution(
                    tensor(x), tensor(weight), added, both(g.stride()), both(g.padding()), ONE, false, ZERO, 1)));
        }
    }

    /** A transposed convolution, with the rows and columns added that the convolution did not reach. */
    @Override
    public void input(
            PooledArray<TensorViews> y, PooledArray<TensorViews> weight, ConvolutionGeometry g, Result<TensorViews> z) {
        long[] missing = {g.unreachedRows(), g.unreachedColumns()};
        z.adopt(made(() -> torch.convolution(
                tensor(y), tensor(weight), noBias, both(g.stride()), both(g.padding()), ONE, true, missing, 1)));
    }

    /** LibTorch asks for a weight here as well, of which it needs only the shape. */
    @Override
    public void weight(
            PooledArray<TensorViews> x, PooledArray<TensorViews> y, ConvolutionGeometry g, Result<TensorViews> z) {
        z.adopt(made(() -> {
            try (Scope temporaries = pool.open();
                    T_TensorTensorTensor_T gradients = backward(x, pool.take(g.weightShape()), y, g, weightOnly)) {
                return new Tensor(gradients.get1());
            }
        }));
    }

    /** In one call: what both need is laid out once. */
    @Override
    public void adjoints(
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> weight,
            PooledArray<TensorViews> y,
            ConvolutionGeometry g,
            Result<TensorViews> toInput,
            Result<TensorViews> toWeight) {
        try (T_TensorTensorTensor_T gradients = DeviceMemory.in(() -> backward(x, weight, y, g, inputAndWeight))) {
            // One call, but what made() counts are both of its adjoints: two kernels at least.
            toInput.adopt(made(() -> new Tensor(gradients.get0())));
            toWeight.adopt(made(() -> new Tensor(gradients.get1())));
        }
    }

    private T_TensorTensorTensor_T backward(
            PooledArray<TensorViews> x,
            PooledArray<TensorViews> weight,
            PooledArray<TensorViews> y,
            ConvolutionGeometry g,
            BoolPointer wanted) {
        return torch.convolution_backward(
                tensor(y),
                tensor(x),
                tensor(weight),
                noBiasSizes,
                both(g.stride()),
                both(g.padding()),
                ONE,
                false,
                ZERO,
                1,
                wanted);
    }

    void close() {
        noBias.close();
        noBiasSizes.close();
        weightOnly.close();
        inputAndWeight.close();
    }

    private static long[] both(int size) {
        return new long[] {size, size};
    }

    /** What LibTorch makes, or a row-major copy. */
    private TensorViews made(Supplier<Tensor> operation) {
        return DeviceMemory.in(() -> {
            count.one();
            Tensor tensor = operation.get();
            if (tensor.is_contiguous()) {
                return new TensorViews(tensor);
            }
            try (tensor) {
                count.one();
                return new TensorViews(tensor.contiguous());
            }
        });
    }
}
