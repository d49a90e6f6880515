package lipschitzlab.desktop;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.FontSize;
import lipschitzlab.desktop.model.WindowPreferences;

/** The window in front of an audience: full screen, and larger type. */
final class PresentationMode {
    private static final String TYPE = "type";

    private final Stage stage;
    private final FontSize type;

    PresentationMode(Stage stage, Scene scene, WindowPreferences preferences) {
        this.stage = stage;
        this.type = new FontSize(scene);
        preferences.recall(TYPE).ifPresent(type::choose);
        type.perCentProperty().subscribe((before, now) -> preferences.remember(TYPE, now.toString()));
        // Esc has other work in this window, and leaves full screen only when there is none left.
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint(Command.FULL_SCREEN.keys() + " leaves full screen");
    }

    /** The size of a letter. */
    ReadOnlyDoubleProperty letter() {
        return type.pixelsProperty();
    }

    void register(Actions actions) {
        actions.set(Command.FULL_SCREEN, () -> stage.setFullScreen(!stage.isFullScreen()));
        actions.set(Command.LEAVE_FULL_SCREEN, () -> stage.setFullScreen(false), stage.fullScreenProperty());
        actions.set(Command.LARGER, type::larger);
        actions.set(Command.SMALLER, type::smaller);
        actions.set(Command.USUAL_TYPE, type::usual);
    }
}
