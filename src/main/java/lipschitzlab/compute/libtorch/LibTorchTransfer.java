package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.TransferKernels;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Numbers into tensors and out of them: at once where the processor reaches them, by a copy on its side where not. */
final class LibTorchTransfer implements TransferKernels<TensorViews> {
    private final TorchDevice device;

    LibTorchTransfer(TorchDevice device) {
        this.device = device;
    }

    @Override
    public void read(PooledArray<TensorViews> x, float[] numbers) {
        if (device.isHost()) {
            tensor(x).data_ptr_float().get(numbers);
        } else {
            try (Tensor onHost = tensor(x).cpu()) {
                onHost.data_ptr_float().get(numbers);
            }
        }
    }

    @Override
    public void write(float[] numbers, PooledArray<TensorViews> z) {
        if (device.isHost()) {
            tensor(z).data_ptr_float().put(numbers);
        } else {
            try (FloatPointer onHost = new FloatPointer(numbers);
                    Tensor source = torch.from_blob(onHost, z.shape().longSizes())) {
                tensor(z).copy_(source);
            }
        }
    }

    @Override
    public void copy(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        tensor(z).copy_(tensor(x));
    }

    @Override
    public void set(double value, PooledArray<TensorViews> z) {
        try (Scalar number = new Scalar(value)) {
            tensor(z).fill_(number);
        }
    }
}
