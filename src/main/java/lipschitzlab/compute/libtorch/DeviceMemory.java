package lipschitzlab.compute.libtorch;

import java.util.function.Supplier;

/** The device's memory, which may run out where a tensor is made. */
final class DeviceMemory {
    private DeviceMemory() {}

    /**
     * What the operation makes.
     *
     * @throws OutOfMemoryError if the device has no room for it, with LibTorch's own figures
     */
    static <T> T in(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (RuntimeException failure) {
            String message = String.valueOf(failure.getMessage());
            if (message.contains("out of memory") || message.contains("not enough memory")) {
                OutOfMemoryError exhausted =
                        new OutOfMemoryError(message.lines().findFirst().orElse(message));
                exhausted.initCause(failure);
                throw exhausted;
            }
            throw failure;
        }
    }
}
