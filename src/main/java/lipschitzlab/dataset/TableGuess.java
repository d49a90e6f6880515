package lipschitzlab.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lipschitzlab.dataset.Separator.Cell;
import lipschitzlab.dataset.TableSurvey.Line;

/**
 * How the first lines of a table read with one separator.
 *
 * @param width cells in most lines
 * @param names of the columns; empty if there is no header
 * @param firstLine the number of the first line behind the header
 * @param rows lines of that width behind the header
 * @param cells of these rows
 * @param numeric the columns of which most cells are numbers, counted from 0
 * @param share how well it reads: the share of lines of that width times the share of columns with numbers
 */
record TableGuess(
        Separator separator,
        int width,
        List<String> names,
        int firstLine,
        List<Line> rows,
        List<List<Cell>> cells,
        List<Integer> numeric,
        double share) {
    static TableGuess of(Separator separator, List<Line> lines) {
        List<List<Cell>> all =
                lines.stream().map(line -> separator.cells(line.text())).toList();
        int width = commonWidth(all);
        List<Integer> numeric = numeric(all, width);
        int header = TableHeader.lines(all, width, numeric);
        List<String> names = TableHeader.names(all.subList(0, header), width);
        List<Line> rows = new ArrayList<>();
        List<List<Cell>> cells = new ArrayList<>();
        for (int i = header; i < all.size(); i++) {
            if (all.get(i).size() == width) {
                rows.add(lines.get(i));
                cells.add(all.get(i));
            }
        }
        int firstLine = lines.get(Math.min(header, lines.size() - 1)).number();
        double share = numeric.isEmpty()
                ? 0
                : (double) numeric.size() / filled(all, width) * cells.size() / Math.max(1, all.size() - header);
        // One column reads well with any separator; two that read well are better.
        double rank = width == 1 ? share / 4 : share;
        return new TableGuess(separator, width, names, firstLine, rows, cells, numeric, rank);
    }

    private static int commonWidth(List<List<Cell>> all) {
        Map<Integer, Integer> counts = new HashMap<>();
        // A header may have another width than what follows it.
        all.stream().skip(all.size() > 1 ? 1 : 0).forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /** The cells of a column, but for the first line, which may be a header. */
    private static Stream<String> column(List<List<Cell>> all, int width, int column) {
        return all.stream()
                .skip(all.size() > 1 ? 1 : 0)
                .filter(row -> row.size() == width)
                .map(row -> row.get(column).text());
    }

    private static List<Integer> numeric(List<List<Cell>> all, int width) {
        return IntStream.range(0, width)
                .filter(column -> {
                    long numbers = all.stream()
                            .filter(row -> row.size() == width
                                    && DecimalSign.isNumber(row.get(column).text()))
                            .count();
                    long others = column(all, width, column)
                            .filter(text -> !DecimalSign.isNumber(text) && !DecimalSign.isMissing(text))
                            .count();
                    return numbers > 0 && numbers >= others;
                })
                .boxed()
                .toList();
    }

    /** How many columns hold anything: a separator at the end of each line makes one more that holds nothing. */
    private static int filled(List<List<Cell>> all, int width) {
        return (int) IntStream.range(0, width)
                .filter(column -> column(all, width, column).anyMatch(text -> !text.isEmpty()))
                .count();
    }

    /** A line that shows what others look like. */
    Line example() {
        return rows.get(0);
    }

    /** Whether a column counts lines: 0, 1, 2, … or 1, 2, 3, … */
    boolean counts(int column) {
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).get(column).text();
            if (!DecimalSign.isWhole(text) || DecimalSign.POINT.value(text) != first(column) + i) {
                return false;
            }
        }
        return cells.size() > 1 && (first(column) == 0 || first(column) == 1);
    }

    private double first(int column) {
        return DecimalSign.POINT.value(cells.get(0).get(column).text());
    }
}
