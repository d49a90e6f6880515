package lipschitzlab.compute.spi;

/** Counts the calls of a library that start work; used by one thread at a time, as the engine is. */
public final class LaunchCounter {
    private long launches;

    /** One more. */
    public void one() {
        launches++;
    }

    /** So many more. */
    public void more(int calls) {
        launches += calls;
    }

    /** All until now. */
    public long total() {
        return launches;
    }
}
