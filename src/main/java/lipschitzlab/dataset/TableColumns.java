package lipschitzlab.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;

/**
 * Which columns of a table are the coordinates, counted from 0: those that were asked for, those called x and y, or the only two
 * that hold numbers besides row numbers.
 */
record TableColumns(int x, int y) {
    private static final String SET = "Set data.columns to the two that are x and y, by number or name, such as ";

    /** What programs call the column of row numbers. */
    private static final Set<String> ROW_NUMBERS = Set.of(
            "", "index", "idx", "id", "row", "rownames", "row.names", "row_number", "unnamed: 0", "no", "nr", "n°");

    static TableColumns of(RegularFile file, TableGuess guess, Values settings) {
        String wanted = settings.text(TableSettings.COLUMNS);
        if (!wanted.equals(TableSettings.AUTO)) {
            String[] parts = wanted.split(",", 2);
            return new TableColumns(named(file, guess, parts[0].strip()), named(file, guess, parts[1].strip()));
        }
        List<Integer> x = called(guess, "x");
        List<Integer> y = called(guess, "y");
        if (x.size() == 1 && y.size() == 1) {
            return new TableColumns(x.get(0), y.get(0));
        }
        List<Integer> left = new ArrayList<>(guess.numeric());
        if (isRowNumber(guess, left)) {
            left.remove(0);
        }
        if (left.size() != 2) {
            throw unclear(file, guess, left);
        }
        requireNoSeries(file, guess, left);
        return new TableColumns(left.get(0), left.get(1));
    }

    private static int named(RegularFile file, TableGuess guess, String wanted) {
        if (wanted.matches("\\d{1,6}")) {
            int column = Integer.parseInt(wanted) - 1;
            if (column >= 0 && column < guess.width()) {
                return column;
            }
        }
        List<Integer> found = called(guess, wanted);
        if (found.size() != 1) {
            throw new InputException(
                    "data.columns",
                    "a column of " + file.name() + " (" + titles(guess, all(guess)) + ")",
                    "'" + wanted + "'" + (found.isEmpty() ? "" : ", which " + found.size() + " columns are called"),
                    "Name it as in the table, or by its number from 1.");
        }
        return found.get(0);
    }

    private static List<Integer> called(TableGuess guess, String name) {
        return IntStream.range(0, guess.names().size())
                .filter(column -> guess.names().get(column).equalsIgnoreCase(name))
                .boxed()
                .toList();
    }

    private static List<Integer> all(TableGuess guess) {
        return IntStream.range(0, guess.width()).boxed().toList();
    }

    /** Whether the first of these columns counts the lines and is there for nothing else. */
    private static boolean isRowNumber(TableGuess guess, List<Integer> numeric) {
        if (numeric.isEmpty() || numeric.get(0) != 0 || !guess.counts(0)) {
            return false;
        }
        boolean so = !guess.names().isEmpty()
                && ROW_NUMBERS.contains(guess.names().get(0).toLowerCase(Locale.ROOT));
        return so || guess.names().isEmpty() && numeric.size() == 3;
    }

    /** Refuses 0, 1, 2, … beside one column: a series of numbers is no set of points. */
    private static void requireNoSeries(RegularFile file, TableGuess guess, List<Integer> left) {
        if (guess.names().isEmpty()
                && left.get(0) == 0
                && guess.counts(0)
                && guess.cells().size() > 2) {
            throw new InputException(
                    file.name(),
                    "two columns of coordinates",
                    "row numbers in column 1, and one column of numbers beside them",
                    SET + "1, 2, if these are points all the same.");
        }
    }

    private static InputException unclear(RegularFile file, TableGuess guess, List<Integer> left) {
        String place = file.name() + ", line " + guess.firstLine();
        if (left.size() < 2) {
            return new InputException(
                    place,
                    "2 columns of numbers, x and y",
                    (left.isEmpty() ? "none" : "1 column of numbers (" + titles(guess, left) + ")") + " in '"
                            + TableSurvey.shortened(guess.example().text()) + "'",
                    "Keep two columns of numbers; data.separator and data.decimal say how they are written.");
        }
        return new InputException(
                place,
                "2 columns of numbers, x and y",
                left.size() + " columns of numbers: " + titles(guess, left),
                SET + (left.get(0) + 1) + ", " + (left.get(1) + 1) + ".");
    }

    private static String titles(TableGuess guess, List<Integer> columns) {
        String titles = columns.stream()
                .limit(12)
                .map(column -> column
                        + 1
                        + (guess.names().isEmpty()
                                ? ""
                                : " '" + TableSurvey.shortened(guess.names().get(column)) + "'"))
                .collect(Collectors.joining(", "));
        return columns.size() > 12 ? titles + ", …" : titles;
    }
}
