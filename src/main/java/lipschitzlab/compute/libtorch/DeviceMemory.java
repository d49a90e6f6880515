package lipschitzlab.compute.libtorch;

import java.util.function.Supplier;
import lipschitzlab.compute.MemoryExhaustedException;

/** The memory that tensors live in, which may run out where one is made. */
final class DeviceMemory {
    private DeviceMemory() {}

    /**
     * What the operation makes.
     *
     * @throws MemoryExhaustedException in place of LibTorch's failure if that was a lack of memory
     */
    static <T> T in(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (RuntimeException failure) {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("CUDA out of memory")) {
                throw new MemoryExhaustedException("the NVIDIA card", failure);
            }
            if (message.contains("not enough memory")) {
                throw new MemoryExhaustedException("this machine", failure);
            }
            throw failure;
        }
    }
}
