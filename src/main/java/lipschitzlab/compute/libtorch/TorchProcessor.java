package lipschitzlab.compute.libtorch;

import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * The processor.
 *
 * @param threads native threads that operations may use
 */
record TorchProcessor(int threads) implements TorchDevice {
    @Override
    public String description() {
        return "on the CPU, " + threads + (threads == 1 ? " thread" : " threads") + " per lane";
    }

    @Override
    public TensorOptions options() {
        return new TensorOptions(torch.ScalarType.Float);
    }

    @Override
    public boolean isHost() {
        return true;
    }

    @Override
    public void prepareThread() {
        LibTorchRuntime.limitThreads(threads);
    }
}
