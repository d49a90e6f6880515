package lipschitzlab.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lipschitzlab.dataset.Separator.Cell;
import lipschitzlab.file.RegularFile;
import lipschitzlab.file.TextEncoding;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;

/**
 * Reads points from a table in a text file. How it is written is found by {@link TableSurvey} from its first lines and then
 * demanded of every line; blank lines and comments are passed over.
 */
final class PointReader {
    private static final String EXPECTED = "a table of points, two columns of numbers x and y";
    private static final int MAX_POINTS = 5_000_000;

    /** Squares of larger numbers could overflow. */
    private static final double LARGEST = 1e100;

    private final RegularFile file;
    private final TableForm form;
    private final TextLines lines;
    private final TablePoints points;
    private Optional<DecimalSign> decimal;

    private PointReader(RegularFile file, TableForm form, TextLines lines) {
        this.file = file;
        this.form = form;
        this.lines = lines;
        this.points = new TablePoints(file);
        this.decimal = form.decimal();
    }

    /**
     * What a file holds.
     *
     * @param form how the table is written, its decimal sign known unless all numbers are whole
     * @param encoding how its text is written
     */
    record Table(TablePoints points, TableForm form, TextEncoding encoding) {}

    /** The table, with two or more points. */
    static Table read(Path path, Values settings) {
        RegularFile file = new RegularFile(path, EXPECTED);
        TableForm form;
        try (TextLines lines = TextLines.open(file)) {
            form = TableSurvey.of(file, lines, settings);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
        try (TextLines lines = TextLines.open(file)) {
            return new PointReader(file, form, lines).table();
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
    }

    private Table table() {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (lines.number() >= form.firstLine() && !TableSurvey.isRemark(line.get())) {
                take(line.get());
            }
        }
        if (points.count() < HoldOut.MIN_SAMPLES) {
            throw new InputException(
                    file.name(),
                    HoldOut.MIN_SAMPLES + " points or more",
                    points.count() == 1 ? "1 point" : "no point",
                    "Add points; one in ten is held out for measuring, the others are for training.");
        }
        TableForm read = new TableForm(
                form.separator(), decimal, form.width(), form.x(), form.y(), form.names(), form.firstLine());
        return new Table(points, read, lines.encoding());
    }

    private void take(String line) {
        List<Cell> cells = form.separator().cells(line);
        if (cells.size() != form.width()) {
            throw new InputException(
                    lines.place(),
                    form.width() + (form.width() == 1 ? " column" : " columns"),
                    cells.size() + (cells.size() == 1 ? " column" : " columns") + ", '"
                            + TableSurvey.shortened(line.strip()) + "'",
                    "Correct the line; cells are separated by "
                            + form.separator().plural() + " here.");
        }
        if (points.count() == MAX_POINTS) {
            throw new InputException(
                    file.name(), "at most " + MAX_POINTS + " points", "more", "Take a part of the table.");
        }
        points.add(number(cells, form.x()), number(cells, form.y()));
    }

    private double number(List<Cell> cells, int column) {
        String cell = cells.get(column).text();
        if (DecimalSign.isNotFinite(cell)) {
            throw refused(cell, column, "a finite number", "Correct or remove this point.");
        }
        if (DecimalSign.isMissing(cell)) {
            throw refused(cell, column, "a number", "Correct or remove this point.");
        }
        DecimalSign sign = decimal.orElse(DecimalSign.COMMA.only(cell) ? DecimalSign.COMMA : DecimalSign.POINT);
        if (!sign.matches(cell)) {
            throw refused(
                    cell,
                    column,
                    "a number",
                    "Correct the cell; numbers have decimal " + sign.plural()
                            + " here and no sign between thousands, and a comment starts with #.");
        }
        if (decimal.isEmpty() && sign.only(cell)) {
            decimal = Optional.of(sign);
        }
        double number = sign.value(cell);
        if (Math.abs(number) > LARGEST) {
            throw refused(cell, column, "a number between -1e100 and 1e100", "Scale the points down.");
        }
        return number;
    }

    private InputException refused(String cell, int column, String expected, String remedy) {
        String found = cell.isEmpty() ? "an empty cell" : "'" + TableSurvey.shortened(cell) + "'";
        return new InputException(lines.place() + ", column " + (column + 1), expected, found, remedy);
    }
}
