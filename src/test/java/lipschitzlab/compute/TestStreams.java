package lipschitzlab.compute;

/** Random numbers of tests, under any name. */
public final class TestStreams {
    private TestStreams() {}

    /** The stream of a seed and a name. */
    public static RandomStream of(long seed, String name, long... counters) {
        return RandomStream.of(seed, name, counters);
    }
}
