package lipschitzlab.desktop;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Keeps the window's left side as wide as it should be, whatever size the window has when it comes up or is given later: as wide
 * as its words need, and all else for the cards, until a person draws the divider; from then on that width. It grows with the type.
 */
final class SideWidth {
    /** In sizes of a letter. */
    private static final double NARROWEST = 26;

    private final SplitPane across;
    private final Region side;
    private final ReadOnlyDoubleProperty letter;
    private double letters = NARROWEST;

    /** Puts a side to the left of everything else. */
    SideWidth(SplitPane across, Region side, Region rest, ReadOnlyDoubleProperty letter) {
        this.across = across;
        this.side = side;
        this.letter = letter;
        side.minWidthProperty().bind(letter.multiply(NARROWEST));
        SplitPane.setResizableWithParent(side, false);
        across.getItems().setAll(side, rest);
        across.widthProperty().subscribe(now -> Platform.runLater(this::place));
        letter.subscribe(now -> Platform.runLater(this::place));
        across.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (shown() && Math.abs(side.getWidth() - wanted()) > 1) {
                letters = side.getWidth() / letter.get();
            }
        });
    }

    private boolean shown() {
        return across.getItems().contains(side);
    }

    private double wanted() {
        return letters * letter.get();
    }

    private void place() {
        if (shown() && across.getWidth() > 0) {
            across.setDividerPositions(wanted() / across.getWidth());
        }
    }

    /** Shows the side, or leaves the room to the rest. */
    void show(boolean wished) {
        if (wished && !shown()) {
            across.getItems().add(0, side);
            place();
        } else if (!wished) {
            across.getItems().remove(side);
        }
    }
}
