package lipschitzlab.ledger;

import java.util.List;
import java.util.Optional;

/**
 * Where the numbers of a few words come from.
 *
 * @param location of the entry in its file
 * @param quote the words, which stand once in the text, with {@code …} for some that are left out; empty where the entry is about a table
 * @param rows the heading under which all rows of tables are meant; empty where the entry is about words
 * @param kind of the source
 * @param sources one for each number, or one for all where the kind says no number
 * @param statistics of the values of the sources: one for each of them, or one for all
 * @param relation of the source's number to the written one
 */
record Entry(
        String location,
        String quote,
        String rows,
        SourceKind kind,
        List<String> sources,
        List<String> statistics,
        Optional<String> relation) {
    /** Copies the list. */
    Entry {
        sources = List.copyOf(sources);
        statistics = List.copyOf(statistics);
    }

    /** Of the values of the source in this place. */
    String statistic(int place) {
        return statistics.get(statistics.size() == 1 ? 0 : place);
    }

    /** What the entry is about, for a message. */
    String about() {
        return quote.isEmpty() ? "the tables under “" + rows + "”" : "“" + quote + "”";
    }
}
