package lipschitzlab.compute;

/** An engine found no room for an array. Nothing is broken: with what it holds freed, other engines compute on. */
public final class MemoryExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param whose what ran out of memory, such as {@code the NVIDIA card}
     * @param cause the library's own failure
     */
    public MemoryExhaustedException(String whose, Throwable cause) {
        super("The memory of " + whose + " ran out", cause);
    }
}
