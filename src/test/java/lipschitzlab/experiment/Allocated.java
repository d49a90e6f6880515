package lipschitzlab.experiment;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Memory that this thread asked for since it began, which no garbage collector takes off again. */
public final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    public static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
