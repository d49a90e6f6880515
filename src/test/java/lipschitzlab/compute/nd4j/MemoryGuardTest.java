package lipschitzlab.compute.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import lipschitzlab.compute.MemoryExhaustedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages are those of ND4J's {@code OpaqueDataBuffer}, {@code CudaMemoryManager} and native library, and of cuDNN. */
class MemoryGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Allocation failed: [[DEVICE] allocation failed; Error code: [2]]",
                "Failed to allocate 1048576 bytes from DEVICE [0] memory",
                "cudaMalloc failed; Bytes: [1048576]; Error code [2]; DEVICE [0]",
                "Op [conv2d] execution failed: CUDNN_STATUS_ALLOC_FAILED",
                "CUDA error: out of memory",
                "std::bad_alloc"
            })
    void aLackOfMemoryIsRecognised(String message) {
        assertThat(MemoryGuard.translated(new RuntimeException(new RuntimeException(message))))
                .isInstanceOf(MemoryExhaustedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Op [conv2d] execution failed", "Error code: [209]", "expected [2], found [3]"})
    void aFaultStaysAFault(String message) {
        RuntimeException fault = new IllegalStateException(message);

        assertThat(MemoryGuard.translated(fault)).isSameAs(fault);
    }

    @Test
    void aFailureWithoutAMessageStaysAFault() {
        RuntimeException fault = new IllegalStateException();

        assertThat(MemoryGuard.translated(fault)).isSameAs(fault);
    }
}
