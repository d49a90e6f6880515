package lipschitzlab.compute;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.bytedeco.javacpp.Pointer;

/** The program's resident memory without the Java heap. */
final class NativeMemory {
    private static final double MEBIBYTE = 1 << 20;

    private NativeMemory() {}

    /** After a collection, so that what only garbage holds is not counted; in units of 2²⁰ bytes. */
    static double residentMebibytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return (Pointer.physicalBytes() - memory.getHeapMemoryUsage().getCommitted()) / MEBIBYTE;
    }
}
