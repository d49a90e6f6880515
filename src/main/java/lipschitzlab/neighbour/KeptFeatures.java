package lipschitzlab.neighbour;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import lipschitzlab.diagnostic.sample.FeatureRows;

/**
 * The features of samples that were searched, part by part, so that the next search need not compute them again. They take no more than
 * {@link #MAX_MEBIBYTES}; what would take more is computed each time. Used by one thread at a time.
 */
public final class KeptFeatures {
    /** The 128 features of 131,072 pictures. */
    static final int MAX_MEBIBYTES = 64;

    private final Map<Integer, FeatureRows> parts = new TreeMap<>();
    private final long maxBytes;
    private long bytes;

    /** With nothing kept. */
    public KeptFeatures() {
        this((long) MAX_MEBIBYTES << 20);
    }

    KeptFeatures(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** How much memory they take. */
    public long bytes() {
        return bytes;
    }

    /** Those of the part that begins at this place, kept from before or computed now. */
    FeatureRows part(int first, Supplier<FeatureRows> computed) {
        FeatureRows known = parts.get(first);
        if (known != null) {
            return known;
        }
        FeatureRows rows = computed.get();
        long more = (long) Float.BYTES * rows.values().length;
        if (bytes + more <= maxBytes) {
            parts.put(first, rows);
            bytes += more;
        }
        return rows;
    }
}
