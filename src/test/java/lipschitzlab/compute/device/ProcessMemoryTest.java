package lipschitzlab.compute.device;

import static org.assertj.core.api.Assertions.assertThat;

import lipschitzlab.compute.device.ProcessMemory.Heap;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    @Test
    void whatTheHeapUsedOnceAndKeepsIsLeftOut() {
        assertThat(ProcessMemory.inUse(900, new Heap(100, 600))).isEqualTo(400);
        assertThat(ProcessMemory.inUse(900, new Heap(600, 600))).isEqualTo(900);
    }

    @Test
    void thereIsNeverLessThanTheHeapsObjects() {
        assertThat(ProcessMemory.inUse(150, new Heap(100, 600))).isEqualTo(100);
    }

    @Test
    void theHeapHasTouchedNoMoreThanItReservedAndNoLessThanItUsesNow() {
        Heap heap = Heap.now();
        assertThat(heap.used()).isPositive();
        assertThat(heap.touched())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().totalMemory());
        assertThat(ProcessMemory.now().megabytes()).isPositive();
    }
}
