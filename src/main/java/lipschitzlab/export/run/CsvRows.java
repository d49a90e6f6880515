package lipschitzlab.export.run;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import lipschitzlab.file.RegularFile;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a table that a run wrote, one after another, so that a table of any length is read in little memory. Where the
 * file ends in the middle of a row, as after a power cut, that row is left out.
 */
final class CsvRows {
    private static final String DAMAGED = "The file is damaged: try another copy of it.";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final RegularFile file;
    private final List<String> columns;

    /**
     * A table that is yet to be read.
     *
     * @param columns the names in its first row
     */
    CsvRows(Path path, List<String> columns) {
        this.file = new RegularFile(path, "a table with the columns " + String.join(",", columns));
        this.columns = List.copyOf(columns);
    }

    /** One row; what does not fit its column is an {@link InputException} that names the line. */
    final class Row {
        private final CSVRecord record;

        private Row(CSVRecord record) {
            this.record = record;
        }

        String text(int column) {
            return record.get(column);
        }

        /** A whole number from 0 on. */
        int whole(int column) {
            try {
                int number = Integer.parseInt(record.get(column));
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException none) {
                throw wrong(columns.get(column), "a whole number from 0 on", Quoted.of(record.get(column)));
            }
            throw wrong(columns.get(column), "a whole number from 0 on", Quoted.of(record.get(column)));
        }

        /** A number, which may be NaN or infinite. */
        double number(int column) {
            try {
                return Double.parseDouble(record.get(column));
            } catch (NumberFormatException none) {
                throw wrong(columns.get(column), "a number", Quoted.of(record.get(column)));
            }
        }

        InputException wrong(String what, String expected, String found) {
            return new InputException(
                    file.name() + ", row " + record.getRecordNumber() + ", " + what, expected, found, DAMAGED);
        }
    }

    /**
     * Reads the table.
     *
     * @return whether all of it was there; otherwise its last row is left out
     * @throws InputException if the file cannot be read, or holds something else
     */
    boolean forEach(Consumer<Row> take) {
        try (Reader reader = new InputStreamReader(Files.newInputStream(file.path()), StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            boolean whole = endsWithALine();
            Iterator<CSVRecord> records = parser.iterator();
            requireHeader(records);
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (whole || records.hasNext()) {
                    take.accept(new Row(requireColumns(record)));
                }
            }
            return whole;
        } catch (IOException failure) {
            throw file.unreadable(failure);
        } catch (UncheckedIOException failure) {
            throw file.unreadable(failure.getCause());
        }
    }

    private boolean endsWithALine() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.path().toFile(), "r")) {
            if (bytes.length() == 0) {
                return false;
            }
            bytes.seek(bytes.length() - 1);
            return bytes.read() == '\n';
        }
    }

    private void requireHeader(Iterator<CSVRecord> records) {
        List<String> found = records.hasNext() ? records.next().toList() : List.of();
        if (!found.equals(columns)) {
            throw new InputException(
                    file.name(),
                    "the columns " + String.join(",", columns),
                    found.isEmpty() ? "an empty file" : Quoted.of(String.join(",", found)),
                    DAMAGED);
        }
    }

    private CSVRecord requireColumns(CSVRecord record) {
        if (record.size() != columns.size()) {
            throw new InputException(
                    file.name() + ", row " + record.getRecordNumber(),
                    columns.size() + " columns",
                    record.size() + "",
                    DAMAGED);
        }
        return record;
    }
}
