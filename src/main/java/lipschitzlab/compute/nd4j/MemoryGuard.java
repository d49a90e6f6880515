package lipschitzlab.compute.nd4j;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import lipschitzlab.compute.MemoryExhaustedException;

/**
 * Tells a lack of memory from a fault. ND4J reports both as a bare {@link RuntimeException}, so that only its words tell: those
 * of its own allocation, of CUDA's error 2 and of cuDNN.
 */
public final class MemoryGuard {
    private static final Pattern NO_ROOM = Pattern.compile(
            "allocation failed|failed to allocate|out of memory|bad_alloc|cudaErrorMemoryAllocation|ALLOC_FAILED"
                    + "|error code:? ?\\[?2\\]?(?!\\d)",
            Pattern.CASE_INSENSITIVE);

    private MemoryGuard() {}

    /**
     * Does work that allocates.
     *
     * @throws MemoryExhaustedException in place of ND4J's failure if that was a lack of memory
     */
    static <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw translated(failure);
        }
    }

    public static RuntimeException translated(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null
                    && NO_ROOM.matcher(cause.getMessage()).find()) {
                return new MemoryExhaustedException(
                        Nd4jRuntime.loaded().orElse(Nd4jPlatform.CPU).memoryOwner(), failure);
            }
        }
        return failure;
    }
}
