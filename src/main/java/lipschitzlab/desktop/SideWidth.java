package lipschitzlab.desktop;

import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Keeps the window's left side as wide as it should be, whatever size the window has when it comes up or is given later: a
 * share of the window, until a person draws the divider; from then on that width.
 */
final class SideWidth {
    private static final double SHARE = 0.235;
    private static final double NARROWEST = 300;
    private static final double WIDEST = 420;

    private final SplitPane across;
    private final Region side;
    private double drawn = Double.NaN;

    /** Puts a side to the left of everything else. */
    SideWidth(SplitPane across, Region side, Region rest) {
        this.across = across;
        this.side = side;
        side.setMinWidth(NARROWEST);
        SplitPane.setResizableWithParent(side, false);
        across.getItems().setAll(side, rest);
        across.widthProperty().subscribe(now -> Platform.runLater(this::place));
        across.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (shown() && Math.abs(side.getWidth() - wanted()) > 1) {
                drawn = side.getWidth();
            }
        });
    }

    private boolean shown() {
        return across.getItems().contains(side);
    }

    private double wanted() {
        return Double.isNaN(drawn) ? Math.min(WIDEST, Math.max(NARROWEST, SHARE * across.getWidth())) : drawn;
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
