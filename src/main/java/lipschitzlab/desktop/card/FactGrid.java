package lipschitzlab.desktop.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.SteadyLabel;
import lipschitzlab.desktop.model.Fact;

/** A lane's newest measurements, each a name and a number, in as many columns as are wide enough for the longest. */
public final class FactGrid extends Pane {
    private static final double WITHIN = 4;
    private static final double BETWEEN = 8;

    /** At the most so much wider than needed: a name and its number are read together. */
    private static final double LOOSEST = 0.3;

    private record Cell(Label name, SteadyLabel value) {
        double width() {
            return name.prefWidth(-1) + WITHIN + value.prefWidth(-1);
        }

        double height() {
            return Math.max(name.prefHeight(-1), value.prefHeight(-1));
        }
    }

    private final List<Cell> cells = new ArrayList<>();

    public FactGrid(ObservableValue<List<Fact>> facts) {
        getStyleClass().add("facts");
        setMinHeight(USE_PREF_SIZE);
        facts.subscribe(this::show);
    }

    private void show(List<Fact> facts) {
        if (cells.size() != facts.size()) {
            cells.clear();
            facts.forEach(fact -> cells.add(cell(fact)));
            getChildren().clear();
            cells.forEach(cell -> getChildren().addAll(cell.name(), cell.value()));
        }
        for (int i = 0; i < facts.size(); i++) {
            cells.get(i).value().setWidest(facts.get(i).widest());
            cells.get(i).value().setText(facts.get(i).value());
        }
    }

    private static Cell cell(Fact fact) {
        Label name = new Label(fact.name());
        name.getStyleClass().add("fact-name");
        SteadyLabel value = SteadyLabel.number(fact.widest());
        value.getStyleClass().add("fact-value");
        List.of(name, value).forEach(label -> Hint.set(label, fact.help()));
        return new Cell(name, value);
    }

    private double highest() {
        return Math.ceil(cells.stream().mapToDouble(Cell::height).max().orElse(0));
    }

    private static int rows(int cells, int columns) {
        return (cells + columns - 1) / columns;
    }

    /** How wide each column wants to be, if there are so many; they are filled from top to bottom. */
    private double[] widths(int columns) {
        int rows = rows(cells.size(), columns);
        double[] widths = new double[columns];
        for (int i = 0; i < cells.size(); i++) {
            widths[i / rows] = Math.max(widths[i / rows], cells.get(i).width());
        }
        return widths;
    }

    private static double together(double[] widths) {
        return Arrays.stream(widths).sum() + (widths.length - 1) * BETWEEN;
    }

    private int columns(double width) {
        int columns = Math.max(1, cells.size());
        // Columns are full: four, two or one, never three and one.
        while (columns > 1 && together(widths(columns)) > width) {
            columns = (columns + 1) / 2;
        }
        return columns;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(together(widths(1)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? Double.MAX_VALUE : width);
        return snappedTopInset() + snappedBottomInset() + rows(cells.size(), columns) * highest();
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        int rows = rows(cells.size(), columns);
        double[] widths = widths(columns);
        double spare = Math.max(0, getWidth() - together(widths)) / columns;
        double x = 0;
        for (int column = 0; column < columns; column++) {
            double wide = widths[column] + Math.min(spare, LOOSEST * widths[column]);
            for (int row = 0; row < rows && column * rows + row < cells.size(); row++) {
                place(cells.get(column * rows + row), x, x + wide, snappedTopInset() + row * highest());
            }
            x += widths[column] + spare + BETWEEN;
        }
    }

    /** A name at the left end of its place and its number at the right one, on one line. */
    private void place(Cell cell, double left, double right, double top) {
        double base =
                top + Math.max(cell.name().getBaselineOffset(), cell.value().getBaselineOffset());
        double value = snapSizeX(cell.value().prefWidth(-1));
        place(cell.name(), left, base, snapSizeX(cell.name().prefWidth(-1)));
        place(cell.value(), right - value, base, value);
    }

    private void place(Label label, double x, double base, double width) {
        label.resizeRelocate(
                snapPositionX(x), snapPositionY(base - label.getBaselineOffset()), width, label.prefHeight(-1));
    }
}
