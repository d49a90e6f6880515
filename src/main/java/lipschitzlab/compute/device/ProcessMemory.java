package lipschitzlab.compute.device;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much memory the program uses: what the Java heap has reserved, or used before, and keeps for later is left out.
 * The window asks once a second on its own thread, so Linux's own file is read, in half a millisecond; OSHI, which reads several and
 * loads a native library first, takes several times as long each time.
 *
 * @param megabytes in units of 10⁶ bytes
 * @param whole whether arrays outside of the Java heap are counted in
 */
public record ProcessMemory(long megabytes, boolean whole) {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessMemory.class);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long MEGABYTE = 1_000_000;

    /** Now: of the whole process where the system tells it, otherwise of the Java heap. */
    public static ProcessMemory now() {
        if (Files.isReadable(STATUS)) {
            try {
                List<String> lines = Files.readAllLines(STATUS);
                for (String line : lines) {
                    if (line.startsWith(RESIDENT)) {
                        long kibibytes = Long.parseLong(line.replaceAll("\\D", ""));
                        return new ProcessMemory(inUse(kibibytes * 1024, Heap.now()) / MEGABYTE, true);
                    }
                }
            } catch (IOException unreadable) {
                LOG.debug("{} cannot be read; the heap is shown instead", STATUS, unreadable);
            }
        }
        return new ProcessMemory(Heap.now().used() / MEGABYTE, false);
    }

    /**
     * The Java heap, in bytes.
     *
     * @param used by objects, whether or not anybody still needs them
     * @param touched what it has ever used and did not give back: at most what is reserved for it
     */
    record Heap(long used, long touched) {
        static Heap now() {
            Runtime runtime = Runtime.getRuntime();
            long reserved = runtime.totalMemory();
            long peaks = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(peak -> peak.getUsed())
                    .sum();
            return new Heap(reserved - runtime.freeMemory(), Math.min(reserved, peaks));
        }
    }

    /** What is resident, without those parts of the heap that were used once and are free now. */
    static long inUse(long resident, Heap heap) {
        return Math.max(heap.used(), resident - Math.max(0, heap.touched() - heap.used()));
    }
}
