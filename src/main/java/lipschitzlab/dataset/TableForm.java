package lipschitzlab.dataset;

import java.util.List;
import java.util.Optional;

/**
 * How a table is written.
 *
 * @param separator what stands between cells
 * @param decimal what stands before decimals; none if every number seen so far is whole
 * @param width cells in a line
 * @param x the column of x, counted from 0
 * @param y the column of y, counted from 0
 * @param names of the columns; empty if there is no header
 * @param firstLine the line of the first point, counted from 1
 */
record TableForm(
        Separator separator,
        Optional<DecimalSign> decimal,
        int width,
        int x,
        int y,
        List<String> names,
        int firstLine) {
    /** Copies the list. */
    TableForm {
        names = List.copyOf(names);
    }

    /** The name of a column, in the table or by its number. */
    String name(int column) {
        return column < names.size() && !names.get(column).isEmpty() ? names.get(column) : "column " + (column + 1);
    }

    /** The columns as {@link TableSettings#COLUMNS} takes them. */
    String columns() {
        return x + 1 + ", " + (y + 1);
    }
}
