package lipschitzlab.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file, or the help of the program, whose numbers have sources.
 *
 * @param name the file, from the root of the sources
 * @param whole all of it, code too
 * @param passages the prose in it
 * @param settings the values that it gives to settings, by key
 */
record CheckedText(String name, String whole, List<Passage> passages, Map<String, Set<Double>> settings) {
    /** Copies the list. */
    CheckedText {
        passages = List.copyOf(passages);
    }
}
