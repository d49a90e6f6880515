package lipschitzlab.desktop.control;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;

/** The buttons of dialogs in the window's own language; those of JavaFX are in the system's. */
public final class Buttons {
    public static final ButtonType OK = new ButtonType("OK", ButtonData.OK_DONE);
    public static final ButtonType CANCEL = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
    public static final ButtonType CLOSE = new ButtonType("Close", ButtonData.CANCEL_CLOSE);

    private Buttons() {}
}
