package lipschitzlab.desktop;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/**
 * How cards and the curves below them share the height of a split pane: they keep their shares when the window changes its size,
 * as a person last set them.
 */
final class HeightShares {
    private static final double CARDS_SHARE = 0.745;
    private static final double TWO_ROWS_SHARE = 0.79;

    private final SplitPane pane;
    private final Node curves;
    private double share = CARDS_SHARE;

    HeightShares(SplitPane pane, Node cards, Node curves) {
        this.pane = pane;
        this.curves = curves;
        pane.setOrientation(Orientation.VERTICAL);
        pane.getItems().setAll(cards, curves);
        placeDivider();
        pane.heightProperty().subscribe(height -> Platform.runLater(this::placeDivider));
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (curvesShown()) {
                share = pane.getDividerPositions()[0];
            }
        });
    }

    private boolean curvesShown() {
        return pane.getItems().contains(curves);
    }

    private void placeDivider() {
        if (curvesShown()) {
            pane.setDividerPositions(share);
        }
    }

    /** Gives cards in one row, or in two, the share that they need. */
    void adaptTo(boolean twoRows) {
        share = twoRows ? TWO_ROWS_SHARE : CARDS_SHARE;
        placeDivider();
    }

    /** Shows the curves below the cards, or leaves the whole height to these. */
    void showCurves(boolean shown) {
        if (!shown) {
            pane.getItems().remove(curves);
        } else if (!curvesShown()) {
            pane.getItems().add(curves);
            placeDivider();
        }
    }
}
