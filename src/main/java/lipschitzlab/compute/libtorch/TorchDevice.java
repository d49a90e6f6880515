package lipschitzlab.compute.libtorch;

import org.bytedeco.pytorch.TensorOptions;

/** Where one lane's tensors live and are computed. */
sealed interface TorchDevice permits TorchProcessor, TorchCard {
    /** Half a sentence, such as "on the CPU, 1 thread per lane". */
    String description();

    /** The device and the type, 32-bit floats, of new tensors. */
    TensorOptions options();

    /** Whether the processor can reach a tensor's numbers directly. */
    boolean isHost();

    /** Makes the calling thread compute the way that this device asks for; once a thread is enough. */
    void prepareThread();
}
