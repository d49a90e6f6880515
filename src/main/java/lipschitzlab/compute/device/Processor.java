package lipschitzlab.compute.device;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.VMOption;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The machine's processor, in words. Linux's own file is read, in some milliseconds, rather than through OSHI: that looks at every
 * core's topology before it tells the name, and on two cores takes almost half a second for it, on the way to the first engine.
 */
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
        return inLinux("model name");
    }

    /**
     * Whether it is an x86 processor without AVX2: as Linux lists its abilities, elsewhere as Java found them when it started. False
     * where neither tells.
     */
    static boolean lacksAvx2() {
        String architecture = System.getProperty("os.arch");
        if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
            return false;
        }
        return inLinux("flags").map(Processor::withoutAvx2).orElseGet(Processor::withoutAvx2AsJavaFoundIt);
    }

    /** @param flags abilities with blanks between them */
    static boolean withoutAvx2(String flags) {
        return !List.of(flags.split(" ")).contains("avx2");
    }

    private static boolean withoutAvx2AsJavaFoundIt() {
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            VMOption level = java.getVMOption("UseAVX");
            // What a person set says nothing of the processor.
            return level.getOrigin() == VMOption.Origin.DEFAULT && Integer.parseInt(level.getValue()) < 2;
        } catch (IllegalArgumentException unknown) {
            LOG.debug("this Java does not tell what its processor can do", unknown);
            return false;
        }
    }

    private static Optional<String> inLinux(String key) {
        if (!Files.isReadable(LINUX)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException unreadable) {
            LOG.debug("{} does not tell of the processor", LINUX, unreadable);
            return Optional.empty();
        }
    }
}
