package lipschitzlab.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables of the documents. */
final class Tables {
    private static final String NOT = "not ";
    private static final String LAST = "last ";

    private final List<Table> tables = new ArrayList<>();

    Tables(List<CheckedText> documents) {
        documents.forEach(document -> read(document.passages()));
    }

    /** A table, with what may name it: the heading that it stands under, or the paragraph before it. */
    private record Table(List<String> names, List<List<String>> rows) {
        List<List<String>> body() {
            return rows.subList(Math.min(2, rows.size()), rows.size());
        }
    }

    private void read(List<Passage> passages) {
        List<List<String>> rows = new ArrayList<>();
        String before = "";
        for (Passage passage : passages) {
            if (!passage.isRow()) {
                before = passage.text();
                rows = new ArrayList<>();
                continue;
            }
            if (rows.isEmpty()) {
                tables.add(new Table(List.of(passage.heading(), before), rows));
            }
            rows.add(cells(passage.text()));
        }
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.replaceAll("^\\||\\|$", "").split("\\|"))
                .map(String::strip)
                .toList();
    }

    /**
     * The numbers in a column.
     *
     * @param reference parts with slashes between them: the table's name; cells, of which a row has all, or, after {@code not},
     *     none; the column, the last of that name after {@code last}, and behind a {@code #} which number of the cell, if it is not
     *     the first
     * @throws IllegalArgumentException if there is no such number
     */
    double[] values(String reference) {
        List<String> parts =
                Stream.of(reference.split(" / ")).map(String::strip).toList();
        Column column = Column.of(parts.get(parts.size() - 1));
        List<String> cells = parts.subList(1, parts.size() - 1);
        double[] found = tables.stream()
                .filter(table -> table.names().contains(parts.get(0)))
                .filter(table -> table.rows().get(0).contains(column.name()))
                .flatMap(table -> table.body().stream()
                        .filter(row -> cells.stream().allMatch(cell -> has(row, cell)))
                        .map(row -> row.get(column.place(table.rows().get(0)))))
                .mapToDouble(
                        cell -> WrittenNumber.in(cell).get(column.number() - 1).value())
                .toArray();
        if (found.length == 0) {
            throw new IllegalArgumentException("no table of the documents has " + reference);
        }
        return found;
    }

    private static boolean has(List<String> row, String cell) {
        return cell.startsWith(NOT) ? !row.contains(cell.substring(NOT.length())) : row.contains(cell);
    }

    /** A column, and which number of its cells. */
    private record Column(String name, boolean last, int number) {
        static Column of(String text) {
            String[] parts = text.split(" #");
            boolean last = parts[0].startsWith(LAST);
            String name = last ? parts[0].substring(LAST.length()) : parts[0];
            return new Column(name, last, parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
        }

        int place(List<String> header) {
            return last ? header.lastIndexOf(name) : header.indexOf(name);
        }
    }
}
