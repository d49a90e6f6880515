package lipschitzlab.compute.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Engine;

/**
 * How long an engine's operations take, by operation and sizes: for products and convolutions their own sizes, for all others
 * the number of elements of the result. The times are right only for an engine whose operations are done when their calls
 * return, as on a processor.
 */
public final class OperationProfile {
    private final Map<Key, Sum> sums = new HashMap<>();
    private final Engine profiled;

    private record Key(String operation, String sizes) {}

    private static final class Sum {
        private long calls;
        private long nanos;
        private long flops;
    }

    /**
     * All calls of one operation with the same sizes.
     *
     * @param operation the name of {@link Engine}'s method
     * @param sizes in words, such as "16→32, 4×4/2, 28×28 to 14×14"
     * @param calls how many
     * @param milliseconds of all of them
     * @param flops the floating-point operations of all of them, as {@link FlopCounter} counts them
     */
    public record Entry(String operation, String sizes, long calls, double milliseconds, long flops) {}

    /** Times what is asked of this engine through {@link #engine}. */
    public OperationProfile(Engine engine) {
        this.profiled = new InstrumentedEngine(engine, (operation, cost, nanoseconds) -> {
            Sum sum = sums.computeIfAbsent(new Key(operation, cost.sizes()), key -> new Sum());
            sum.calls++;
            sum.nanos += nanoseconds;
            sum.flops += cost.flops();
        });
    }

    /** The engine, timed. */
    public Engine engine() {
        return profiled;
    }

    /** What was timed since this was made or last asked, what took longest first. */
    public List<Entry> take() {
        List<Entry> entries = new ArrayList<>();
        sums.forEach((key, sum) ->
                entries.add(new Entry(key.operation(), key.sizes(), sum.calls, sum.nanos / 1e6, sum.flops)));
        sums.clear();
        entries.sort(Comparator.comparingDouble(Entry::milliseconds).reversed());
        return entries;
    }
}
