package lipschitzlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lipschitzlab.dataset.Separator.Cell;

/** What stands above the numbers of a table: the names of its columns, and perhaps a title above them. */
final class TableHeader {
    private static final int MAX_LINES = 20;

    private TableHeader() {}

    /**
     * How many lines at the top are no points. A line in which only some cells are numbers is none of them: it is a point with a
     * slip, and to be refused as that.
     *
     * @param numeric the columns of numbers
     */
    static int lines(List<List<Cell>> all, int width, List<Integer> numeric) {
        int lines = 0;
        while (lines < Math.min(MAX_LINES, all.size() - 1) && isWords(all.get(lines), width, numeric)) {
            lines++;
        }
        return lines == 0 && isNumbered(all, width, numeric) ? 1 : lines;
    }

    private static boolean isWords(List<Cell> row, int width, List<Integer> numeric) {
        if (row.size() != width) {
            return row.stream().noneMatch(cell -> DecimalSign.isNumber(cell.text()));
        }
        boolean words = numeric.stream()
                .map(column -> row.get(column).text())
                .noneMatch(text -> DecimalSign.isNumber(text) || DecimalSign.isNotFinite(text));
        return words && row.stream().anyMatch(cell -> !cell.text().isEmpty());
    }

    /**
     * Whether the first line is 0, 1, … while the lines below hold decimals: the names that pandas gives columns without names. With
     * a column of row numbers there is an empty cell, or none, above it.
     */
    private static boolean isNumbered(List<List<Cell>> all, int width, List<Integer> numeric) {
        List<Cell> row = all.get(0);
        int skipped = row.size() == width && row.get(0).text().isEmpty() ? 1 : 0;
        boolean counts = all.size() > 1
                && row.size() == width
                && width - skipped > 1 - skipped
                && IntStream.range(skipped, width)
                        .allMatch(i -> row.get(i).text().equals(Integer.toString(i - skipped)));
        boolean decimals = all.size() > 2
                && all.subList(1, all.size()).stream()
                        .filter(other -> other.size() == width)
                        .allMatch(other -> numeric.stream()
                                .anyMatch(column ->
                                        !DecimalSign.isWhole(other.get(column).text())));
        return counts && (skipped == 1 || decimals);
    }

    /**
     * The names of the columns, from the last line above the numbers that has as many cells, or one fewer, as R writes where
     * the first column is the names of rows.
     */
    static List<String> names(List<List<Cell>> header, int width) {
        for (int i = header.size() - 1; i >= 0; i--) {
            List<Cell> row = header.get(i);
            if ((row.size() == width || row.size() == width - 1 && width > 2) && !isUnits(row)) {
                List<String> names = new ArrayList<>(row.size() < width ? List.of("") : List.of());
                row.forEach(cell -> names.add(cell.text()));
                return names;
            }
        }
        return List.of();
    }

    /** Whether a line holds units, (m) or [s], which some programs write below the names. */
    private static boolean isUnits(List<Cell> row) {
        return row.stream()
                .allMatch(cell -> cell.text().isEmpty() || cell.text().matches("[(\\[][^)\\]]*+[)\\]]"));
    }
}
