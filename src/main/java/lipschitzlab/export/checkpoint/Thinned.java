package lipschitzlab.export.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import lipschitzlab.experiment.ThinnedHistory;

/** Where a thinned history stands, its records by their numbers in the journal. */
final class Thinned {
    private Thinned() {}

    static <T> void write(Map<String, String> to, String key, ThinnedHistory.State<T> state, ToIntFunction<T> number) {
        to.put(
                key + ".spread",
                Texts.of(state.spread().stream()
                        .map(record -> number.applyAsInt(record))
                        .toList()));
        to.put(
                key + ".newest",
                Texts.of(state.newest().stream()
                        .map(record -> number.applyAsInt(record))
                        .toList()));
        to.put(key + ".seen", String.valueOf(state.seen()));
        to.put(key + ".stride", String.valueOf(state.stride()));
    }

    /** The numbers of all records that it holds. */
    static Stream<Integer> numbers(Texts texts, String key) {
        return Stream.concat(texts.counts(key + ".spread").stream(), texts.counts(key + ".newest").stream());
    }

    static <T> ThinnedHistory.State<T> read(Texts texts, String key, Function<Integer, T> record) {
        List<T> spread = texts.counts(key + ".spread").stream().map(record).toList();
        Optional<T> newest = texts.counts(key + ".newest").stream().map(record).findFirst();
        return new ThinnedHistory.State<>(spread, newest, texts.count(key + ".seen"), texts.count(key + ".stride"));
    }
}
