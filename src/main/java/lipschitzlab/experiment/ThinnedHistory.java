package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What was recorded over a run, in bounded memory: evenly spread records from the first on, and the newest. A run of ordinary
 * length keeps all; where there are too many, every second one goes, and from then on only every second one is kept.
 *
 * @param <T> a record, never changed
 */
public final class ThinnedHistory<T> {
    private static final int MIN_RECORDS = 2;

    private final int most;
    private final long maxBytes;
    private final ToLongFunction<? super T> bytes;
    private final List<T> spread = new ArrayList<>();
    /** The last that was added, where it is not among those. */
    private Optional<T> newest = Optional.empty();

    private int seen;
    private int stride = 1;

    /** A history bounded by number alone. */
    ThinnedHistory(int most) {
        this(most, Long.MAX_VALUE, record -> 0);
    }

    /**
     * An empty history.
     *
     * @param most records that it keeps at most, at least 2
     * @param maxBytes of all records together; the first and the newest are kept even if they have more
     * @param bytes how many one record takes
     */
    ThinnedHistory(int most, long maxBytes, ToLongFunction<? super T> bytes) {
        if (most < MIN_RECORDS) {
            throw new IllegalArgumentException("expected room for " + MIN_RECORDS + " records or more, found " + most);
        }
        this.most = most;
        this.maxBytes = maxBytes;
        this.bytes = bytes;
    }

    /**
     * Where a history stands, never changed: from here on the same records leave the same history.
     *
     * @param spread those that are evenly spread, by their places among all that were seen; rising
     * @param newest the last that was added, where it is not among those
     * @param seen how many were added or skipped
     * @param stride every how many-th stays
     */
    public record State<T>(List<T> spread, Optional<T> newest, int seen, int stride) {
        /** Copies the list. */
        public State {
            spread = List.copyOf(spread);
        }

        /** All records that it holds, in their order. */
        public List<T> records() {
            return Stream.concat(spread.stream(), newest.stream()).toList();
        }

        /** All of these, where it is not known how many there were between them: each counts as one that was seen. */
        public static <T> State<T> of(List<T> records) {
            return new State<>(records, Optional.empty(), records.size(), 1);
        }
    }

    /** Where this history stands. */
    State<T> state() {
        return new State<>(spread, newest, seen, stride);
    }

    /** In place of what it holds: goes on from there. */
    void restore(State<T> state) {
        spread.clear();
        spread.addAll(state.spread());
        newest = state.newest();
        seen = state.seen();
        stride = state.stride();
        thin();
    }

    /** Whether the next record would stay among those that are evenly spread, so that it is worth making. */
    boolean due() {
        return seen % stride == 0;
    }

    void add(T record) {
        if (due()) {
            spread.add(record);
            newest = Optional.empty();
        } else {
            newest = Optional.of(record);
        }
        seen++;
        thin();
    }

    /** Counts a record that was not made, since it was not due. */
    void skip() {
        seen++;
    }

    /** Keeps one that lies between those which are evenly spread, as long as it is the newest; the first of all for good. */
    void addBetween(T record) {
        if (seen == 0) {
            add(record);
            return;
        }
        newest = Optional.of(record);
        thin();
    }

    private void thin() {
        while (spread.size() > 1 && size() > MIN_RECORDS && tooLarge()) {
            int last = spread.size() - 1;
            if (newest.isEmpty() && last % 2 != 0) {
                newest = Optional.of(spread.get(last));
            }
            List<T> everySecond = new ArrayList<>();
            for (int i = 0; i <= last; i += 2) {
                everySecond.add(spread.get(i));
            }
            spread.clear();
            spread.addAll(everySecond);
            stride *= 2;
        }
    }

    private boolean tooLarge() {
        return size() > most || records().stream().mapToLong(bytes).sum() > maxBytes;
    }

    private int size() {
        return spread.size() + (newest.isPresent() ? 1 : 0);
    }

    void clear() {
        spread.clear();
        newest = Optional.empty();
        seen = 0;
        stride = 1;
    }

    /** The first, those evenly spread from it, and the newest. */
    List<T> records() {
        List<T> records = new ArrayList<>(spread);
        newest.ifPresent(records::add);
        return records;
    }

    /** The last that was added, if there is one. */
    Optional<T> last() {
        return newest.or(() -> spread.isEmpty() ? Optional.empty() : Optional.of(spread.get(spread.size() - 1)));
    }
}
