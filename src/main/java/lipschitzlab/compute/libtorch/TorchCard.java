package lipschitzlab.compute.libtorch;

import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.cuda.CUDAStream;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch_cuda;

/** The first NVIDIA card. Each lane has a CUDA stream of its own, so that lanes run beside each other on the card. */
final class TorchCard implements TorchDevice {
    private static final byte FIRST = 0;

    private final CUDAStream stream = torch_cuda.getStreamFromPool(false, FIRST);

    @Override
    public String description() {
        return "on the first NVIDIA card, a CUDA stream per lane";
    }

    @Override
    public TensorOptions options() {
        org.bytedeco.pytorch.Device card = new org.bytedeco.pytorch.Device(torch.DeviceType.CUDA, FIRST);
        return new TensorOptions(torch.ScalarType.Float).device(new DeviceOptional(card));
    }

    @Override
    public boolean isHost() {
        return false;
    }

    @Override
    public void prepareThread() {
        torch_cuda.setCurrentCUDAStream(stream);
    }
}
