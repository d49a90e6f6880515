package lipschitzlab.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.RegularFile;

/**
 * Reads points from a CSV file in UTF-8: two numbers a line, x and y, with a comma between them and a point before
 * decimals. The first line may be the header {@code x,y}; blank lines and lines that start with {@code #} are passed over.
 */
final class PointReader {
    private static final String EXPECTED = "a CSV file of points, two numbers x,y a line";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_FINITE =
            Pattern.compile("[+-]?(nan|inf|infinity|∞)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RegularFile file;
    private float[] numbers = new float[1024];
    private int count;
    private int lineNumber;
    private boolean headerMayCome = true;

    private PointReader(RegularFile file) {
        this.file = file;
    }

    /** The points, {@code [point, 2]} in row-major order, two or more of them. */
    static float[] read(Path file) {
        return new PointReader(new RegularFile(file, EXPECTED)).points();
    }

    private float[] points() {
        try (BufferedReader lines = Files.newBufferedReader(file.path())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lineNumber++;
                take(lineNumber == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
            }
        } catch (CharacterCodingException notText) {
            throw new InputException(
                    file.name(),
                    EXPECTED,
                    "bytes that are not UTF-8 text",
                    "Save the table as CSV in UTF-8; a spreadsheet's own format is not read.",
                    notText);
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
        requireEnough();
        return Arrays.copyOf(numbers, count);
    }

    private void take(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        boolean header = headerMayCome && text.replaceAll("[\\s\"]", "").equalsIgnoreCase("x,y");
        headerMayCome = false;
        if (!header) {
            takePoint(text);
        }
    }

    private void takePoint(String text) {
        String[] cells = text.split(",", -1);
        if (cells.length != 2) {
            throw new InputException(
                    file.name() + ", line " + lineNumber,
                    "2 columns x,y",
                    cells.length + (cells.length == 1 ? " column" : " columns") + ", '" + shortened(text) + "'",
                    "Keep two columns, with a comma between them and a point before decimals.");
        }
        if (count + 2 > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[count++] = number(cells[0].strip(), 1);
        numbers[count++] = number(cells[1].strip(), 2);
    }

    private float number(String cell, int column) {
        if (NOT_FINITE.matcher(cell).matches()) {
            throw refused(cell, column, "a finite number", "Correct or remove this point.");
        }
        if (!NUMBER.matcher(cell).matches()) {
            throw refused(
                    cell,
                    column,
                    "a number",
                    "Correct the cell; a header may only be 'x,y' on the first line, and a comment starts with #.");
        }
        float number = Float.parseFloat(cell);
        if (Float.isInfinite(number)) {
            throw refused(cell, column, "a number between -3.4e38 and 3.4e38", "Scale the points down.");
        }
        return number;
    }

    private InputException refused(String cell, int column, String expected, String remedy) {
        String found = cell.isEmpty() ? "an empty cell" : "'" + shortened(cell) + "'";
        return new InputException(file.name() + ", line " + lineNumber + ", column " + column, expected, found, remedy);
    }

    private void requireEnough() {
        int points = count / 2;
        if (points < HoldOut.FEWEST) {
            String found = points == 1 ? "1 point" : lineNumber == 0 ? "an empty file" : "no point";
            throw new InputException(
                    file.name(),
                    HoldOut.FEWEST + " points or more",
                    found,
                    "Add points; one in ten is held out for measuring, the others are for training.");
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
