package lipschitzlab.compute;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's processor, in words. */
public final class Processor {
    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** Its name as the system gives it, or its architecture, and the number of cores that this program may use. */
    public static String describe() {
        String name = linuxName()
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElse(System.getProperty("os.arch") + " processor");
        int cores = Runtime.getRuntime().availableProcessors();
        return name + ", " + cores + (cores == 1 ? " core" : " cores");
    }

    /** The machine's memory in units of 2²⁰ bytes; 0 where this Java does not tell. */
    static long memoryMiB() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
    }

    private static Optional<String> linuxName() {
        if (!Files.isReadable(LINUX)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException unreadable) {
            LOG.debug("the processor's name is not to be had", unreadable);
            return Optional.empty();
        }
    }
}
