package lipschitzlab.desktop.card;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import lipschitzlab.desktop.control.Hint;

/** What stands on the left of the rows of a grid, one below the other. */
final class RowNames extends Region {
    private static final double GAP = 5;

    private List<Label> labels = List.of();

    RowNames() {
        setMouseTransparent(true);
    }

    void setAll(List<String> names) {
        labels = names.stream().map(RowNames::label).toList();
        getChildren().setAll(labels);
        requestLayout();
    }

    private static Label label(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("row-name");
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setManaged(false);
        Hint.set(label, name);
        return label;
    }

    /** How wide they want to be. */
    double width() {
        return labels.stream()
                .mapToDouble(label -> label.prefWidth(-1) + GAP)
                .max()
                .orElse(0);
    }

    /** Gives them a place beside the grid: each a row of this height together. */
    void place(double x, double y, double width, double height) {
        resizeRelocate(x, y, width, height);
        double each = height / Math.max(1, labels.size());
        for (int row = 0; row < labels.size(); row++) {
            labels.get(row).resizeRelocate(0, row * each, Math.max(0, width - GAP), each);
        }
    }
}
