package lipschitzlab.compute.libtorch;

import static lipschitzlab.compute.libtorch.LibTorchKernels.tensor;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.TransferKernels;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Numbers into tensors and out of them: at once where the processor reaches them; where not, out by a copy that is waited for, and
 * in from pinned memory without waiting, so that the next batch is made while the card still computes.
 */
final class LibTorchTransfer implements TransferKernels<TensorViews> {
    private final TorchDevice device;
    private final LaunchCounter count;
    private Tensor zeros;

    LibTorchTransfer(TorchDevice device, LaunchCounter count) {
        this.device = device;
        this.count = count;
        this.zeros = torch.zeros(new long[] {0}, device.options());
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

    /** From a card all in one array, which it takes one kernel to make and one transfer to fetch. */
    @Override
    public List<float[]> read(List<PooledArray<TensorViews>> arrays) {
        if (device.isHost()) {
            return TransferKernels.super.read(arrays);
        }
        count.one();
        try (TensorVector rows = flat(arrays);
                Tensor all = DeviceMemory.in(() -> torch.cat(rows));
                Tensor onHost = all.cpu()) {
            FloatPointer numbers = onHost.data_ptr_float();
            List<float[]> parts = new ArrayList<>(arrays.size());
            long offset = 0;
            for (PooledArray<TensorViews> array : arrays) {
                float[] part = new float[array.shape().length()];
                numbers.position(offset).get(part);
                parts.add(part);
                offset += part.length;
            }
            return parts;
        }
    }

    private static TensorVector flat(List<PooledArray<TensorViews>> arrays) {
        return new TensorVector(
                arrays.stream().map(array -> array.data().flat()).toArray(Tensor[]::new));
    }

    @Override
    public void concatenate(List<PooledArray<TensorViews>> arrays, PooledArray<TensorViews> z) {
        count.one();
        try (TensorVector rows = flat(arrays)) {
            torch.cat_out(z.data().flat(), rows);
        }
    }

    @Override
    public void write(float[] numbers, PooledArray<TensorViews> z) {
        if (device.isHost()) {
            tensor(z).data_ptr_float().put(numbers);
        } else {
            try (FloatPointer onHost = new FloatPointer(numbers);
                    Tensor source = torch.from_blob(onHost, z.shape().longSizes());
                    Tensor pinned = DeviceMemory.in(source::pin_memory)) {
                // Returns at once; LibTorch keeps the pinned copy until the card has it.
                tensor(z).copy_(pinned, true);
            }
        }
    }

    /** In one operation, with zeros that are made once. */
    @Override
    public void pad(PooledArray<TensorViews> x, int before, PooledArray<TensorViews> z) {
        long above = (long) before * x.shape().rowLength();
        long below = z.shape().length() - x.shape().length() - above;
        count.one();
        try (Tensor first = zeros(Math.max(above, below)).narrow(0, 0, above);
                Tensor last = zeros.narrow(0, 0, below);
                TensorVector rows = new TensorVector(first, x.data().flat(), last)) {
            torch.cat_out(z.data().flat(), rows);
        }
    }

    private Tensor zeros(long length) {
        if (zeros.numel() < length) {
            zeros.close();
            zeros = DeviceMemory.in(() -> torch.zeros(new long[] {length}, device.options()));
        }
        return zeros;
    }

    void close() {
        zeros.close();
    }

    @Override
    public void copy(PooledArray<TensorViews> x, PooledArray<TensorViews> z) {
        count.one();
        tensor(z).copy_(tensor(x));
    }

    @Override
    public void set(double value, PooledArray<TensorViews> z) {
        try (Scalar number = new Scalar(value)) {
            count.one();
            tensor(z).fill_(number);
        }
    }
}
