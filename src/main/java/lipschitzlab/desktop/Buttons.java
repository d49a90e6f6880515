package lipschitzlab.desktop;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;

/** The buttons of dialogs in the window's own language; those of JavaFX are in the system's. */
final class Buttons {
    static final ButtonType OK = new ButtonType("OK", ButtonData.OK_DONE);
    static final ButtonType CANCEL = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    static final ButtonType CLOSE = new ButtonType("Close", ButtonData.CANCEL_CLOSE);

    private Buttons() {}
}
