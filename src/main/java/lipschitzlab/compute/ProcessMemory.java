package lipschitzlab.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much memory the program takes.
 *
 * @param megabytes in units of 10⁶ bytes
 * @param whole whether arrays outside of the Java heap are counted in
 */
public record ProcessMemory(long megabytes, boolean whole) {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessMemory.class);
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    /** Now: of the whole process where the system tells it, otherwise of the Java heap. */
    public static ProcessMemory now() {
        if (Files.isReadable(STATUS)) {
            try {
                List<String> lines = Files.readAllLines(STATUS);
                for (String line : lines) {
                    if (line.startsWith(RESIDENT)) {
                        long kibibytes = Long.parseLong(line.replaceAll("\\D", ""));
                        return new ProcessMemory(kibibytes * 1024 / 1_000_000, true);
                    }
                }
            } catch (IOException unreadable) {
                LOG.debug("{} cannot be read; the heap is shown instead", STATUS, unreadable);
            }
        }
        Runtime runtime = Runtime.getRuntime();
        return new ProcessMemory((runtime.totalMemory() - runtime.freeMemory()) / 1_000_000, false);
    }
}
