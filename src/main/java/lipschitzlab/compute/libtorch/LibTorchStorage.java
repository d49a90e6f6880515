package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.Shape;
import lipschitzlab.compute.spi.Storage;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** LibTorch's tensors of 32-bit floats on one device. */
final class LibTorchStorage implements Storage<TensorViews> {
    private final TensorOptions options;
    private final MemoryFormatOptional contiguous = new MemoryFormatOptional(torch.MemoryFormat.Contiguous);

    /** @param options the device and the type of the numbers */
    LibTorchStorage(TensorOptions options) {
        this.options = options;
    }

    @Override
    public TensorViews make(Shape shape) {
        return new TensorViews(DeviceMemory.in(() -> torch.empty(shape.longSizes(), options, contiguous)));
    }

    @Override
    public TensorViews view(TensorViews owner, Shape shape, long offset) {
        try (Tensor part = owner.flat().narrow(0, offset, shape.length())) {
            return new TensorViews(part.view(shape.longSizes()));
        }
    }

    @Override
    public void closeView(TensorViews view) {
        view.close();
    }

    @Override
    public void close(TensorViews owner) {
        owner.close();
    }
}
