package lipschitzlab.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lipschitzlab.dataset.Separator.Cell;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;

/**
 * Finds how a table is written from its first lines: its separator, decimal sign, header and columns. What can be read in two
 * ways is refused, with the setting that decides.
 */
final class TableSurvey {
    private static final int LINES = 1000;
    private static final int CHARACTERS = 1 << 20;

    private final RegularFile file;
    private final Values settings;
    private final List<Line> lines = new ArrayList<>();
    private Optional<Separator> declared = Optional.empty();

    private TableSurvey(RegularFile file, Values settings) {
        this.file = file;
        this.settings = settings;
    }

    /** A line with something in it. */
    record Line(int number, String text) {}

    /**
     * How a table is written.
     *
     * @param lines from its start; some are read
     * @throws InputException if it is no table of points, or can be read in two ways
     */
    static TableForm of(RegularFile file, TextLines lines, Values settings) {
        TableSurvey survey = new TableSurvey(file, settings);
        survey.take(lines);
        return survey.form();
    }

    /** Whether a line holds nothing of the table: it is empty, or a comment as NumPy, gnuplot or MATLAB write it. */
    static boolean isRemark(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("%");
    }

    private void take(TextLines source) {
        int characters = 0;
        while (lines.size() < LINES && characters < CHARACTERS) {
            Optional<String> next = source.next();
            if (next.isEmpty()) {
                return;
            }
            String text = next.get();
            characters += text.length() + 1;
            if (text.matches("(?i)\"?sep=.\"?") && lines.isEmpty()) {
                declared = Separator.ofSign(text.charAt(text.indexOf('=') + 1)).stream()
                        .findFirst();
                characters++;
            } else if (!isRemark(text)) {
                lines.add(new Line(source.number(), text));
            }
        }
    }

    private TableForm form() {
        if (lines.isEmpty()) {
            throw new InputException(
                    file.name(),
                    HoldOut.MIN_SAMPLES + " points or more",
                    "no point",
                    "Add points; one in ten is held out for measuring, the others are for training.");
        }
        List<TableGuess> guesses = separators().stream()
                .map(separator -> TableGuess.of(separator, lines))
                .toList();
        // Of equals the first wins, in the order of the separators.
        TableGuess best = guesses.stream()
                .max(Comparator.comparingDouble(TableGuess::share))
                .orElseThrow();
        requireNumbers(best);
        requireCertain(best);
        TableColumns columns = TableColumns.of(file, best, settings);
        return new TableForm(
                best.separator(),
                decimal(best, columns),
                best.width(),
                columns.x(),
                columns.y(),
                best.names(),
                best.firstLine());
    }

    private List<Separator> separators() {
        String wanted = settings.get(TableSettings.SEPARATOR);
        if (!wanted.equals(TableSettings.AUTO)) {
            return List.of(Separator.of(wanted));
        }
        return declared.map(List::of).orElse(List.of(Separator.values()));
    }

    private void requireNumbers(TableGuess best) {
        if (best.numeric().isEmpty()) {
            Line first = lines.get(0);
            throw new InputException(
                    file.name() + ", line " + first.number(),
                    file.expected(),
                    "'" + shortened(first.text()) + "'",
                    "Nothing below it reads as two numbers a line either. Save the table as CSV"
                            + (settings.get(TableSettings.SEPARATOR).equals(TableSettings.AUTO)
                                    ? "."
                                    : ", or set data.separator to what stands between its cells."));
        }
    }

    /** Refuses 0,94 where it may be one number with a decimal comma or two with a comma between them. */
    private void requireCertain(TableGuess best) {
        boolean said = !settings.get(TableSettings.SEPARATOR).equals(TableSettings.AUTO)
                || settings.get(TableSettings.DECIMAL).equals(DecimalSign.POINT.id())
                || declared.isPresent();
        boolean bare = best.separator() == Separator.COMMA
                && best.width() == 2
                && best.names().isEmpty()
                && best.cells().stream().allMatch(TableSurvey::couldBeOneNumber)
                && lines.stream().noneMatch(line -> line.text().contains(", "));
        if (bare && !said) {
            Line example = best.example();
            throw new InputException(
                    file.name() + ", line " + example.number(),
                    "a table that can be read in one way",
                    "'" + shortened(example.text())
                            + "', which is either two whole numbers or one with a decimal comma,"
                            + " and so are the other lines",
                    "If these are points, set data.separator to comma, or write the names of the columns above them: x,y."
                            + " If each line is one number, add the other coordinate.");
        }
    }

    private static boolean couldBeOneNumber(List<Cell> row) {
        Cell second = row.get(1);
        return !row.get(0).quoted()
                && !second.quoted()
                && DecimalSign.isWhole(row.get(0).text())
                && second.text().chars().allMatch(Character::isDigit);
    }

    private Optional<DecimalSign> decimal(TableGuess best, TableColumns columns) {
        String wanted = settings.get(TableSettings.DECIMAL);
        if (!wanted.equals(TableSettings.AUTO)) {
            return Optional.of(DecimalSign.of(wanted));
        }
        List<String> numbers = best.cells().stream()
                .flatMap(row -> List.of(
                        row.get(columns.x()).text(), row.get(columns.y()).text())
                        .stream())
                .filter(DecimalSign::isNumber)
                .toList();
        Optional<String> point =
                numbers.stream().filter(DecimalSign.POINT::only).findFirst();
        List<String> commas = numbers.stream().filter(DecimalSign.COMMA::only).toList();
        if (point.isPresent() && !commas.isEmpty()) {
            throw undecided("both '" + point.get() + "' and '" + commas.get(0) + "'");
        }
        boolean thousands = best.separator() != Separator.SEMICOLON
                && !commas.isEmpty()
                && commas.stream().allMatch(DecimalSign::couldBeThousands);
        if (thousands) {
            throw undecided("'" + commas.get(0) + "', whose comma may stand before decimals or between thousands");
        }
        return point.isPresent()
                ? Optional.of(DecimalSign.POINT)
                : commas.isEmpty() ? Optional.empty() : Optional.of(DecimalSign.COMMA);
    }

    private InputException undecided(String found) {
        return new InputException(
                file.name(),
                "one decimal sign in all numbers, and none between thousands",
                found,
                "Set data.decimal to point or comma, or save the table without signs between thousands.");
    }

    /** The start of a text that may be long. */
    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
