package lipschitzlab.desktop.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * An explanation that comes up while the mouse rests on a node, and that a screen reader can read as the node's help. A tooltip is a
 * window of its own: it is made when the mouse comes for the first time, since the hundred of them would hold up the start.
 */
public final class Hint {
    private static final double WIDEST = 380;

    private final Node node;
    private Tooltip tooltip;

    private Hint(Node node) {
        this.node = node;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> prepare());
    }

    /** Explains a node, in place of what explained it before; an empty text leaves it without. */
    public static void set(Node node, String text) {
        ensure(node);
        node.setAccessibleHelp(text);
    }

    /** Explains a node by a text that may change. */
    public static void bind(Node node, ObservableValue<String> text) {
        ensure(node);
        node.accessibleHelpProperty().bind(text);
    }

    private static void ensure(Node node) {
        node.getProperties().computeIfAbsent(Hint.class, key -> new Hint(node));
    }

    private void prepare() {
        String text = node.getAccessibleHelp();
        if (text != null && !text.isEmpty()) {
            Tooltip.install(node, tooltip());
        } else if (tooltip != null) {
            Tooltip.uninstall(node, tooltip);
        }
    }

    /** A tooltip that comes soon, stays, and wraps its words. */
    private Tooltip tooltip() {
        if (tooltip == null) {
            tooltip = new Tooltip();
            tooltip.textProperty().bind(node.accessibleHelpProperty());
            tooltip.setShowDelay(Duration.millis(350));
            tooltip.setShowDuration(Duration.minutes(1));
            tooltip.setMaxWidth(WIDEST);
            tooltip.setWrapText(true);
        }
        return tooltip;
    }
}
