package lipschitzlab.desktop.control;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/** What each command does in this window and when it may; the same for its button and its keys. */
public final class Actions {
    private record Action(Runnable work, ObservableBooleanValue allowed) {}

    /** With Ctrl, a text field's own: copy, cut, paste, select all, undo and redo. */
    private static final Set<KeyCode> EDITING =
            EnumSet.of(KeyCode.C, KeyCode.X, KeyCode.V, KeyCode.A, KeyCode.Z, KeyCode.Y);

    private final Map<Command, Action> actions = new EnumMap<>(Command.class);

    /** A command that is always allowed. */
    public void set(Command command, Runnable work) {
        set(command, work, Bindings.createBooleanBinding(() -> true));
    }

    /** A command that is allowed at times. */
    public void set(Command command, Runnable work, ObservableBooleanValue allowed) {
        actions.put(command, new Action(work, allowed));
    }

    /** Carries a command out if it is allowed now. */
    boolean perform(Command command) {
        Action action = actions.get(command);
        if (action == null || !action.allowed().get()) {
            return false;
        }
        action.work().run();
        return true;
    }

    /**
     * A button with the command's icon and tooltip.
     *
     * @throws IllegalStateException if the command has no work yet: it is set before anything asks for it
     */
    public Button button(Command command) {
        Action action = actions.get(command);
        if (action == null) {
            throw new IllegalStateException("expected " + command + " to be set before a button of it is made");
        }
        Button button = new Button();
        dress(button, command);
        button.setOnAction(event -> perform(command));
        button.disableProperty().bind(Bindings.not(action.allowed()));
        return button;
    }

    /** Gives a button the command's looks. It never takes the focus: a space is for Play, and every command has its own key. */
    public static void dress(ButtonBase button, Command command) {
        button.setId(command.name().toLowerCase(java.util.Locale.ROOT));
        button.setGraphic(new FontIcon(command.icon()));
        Hint.set(button, command.tooltip());
        button.setAccessibleText(command.title());
        button.setFocusTraversable(false);
    }

    /**
     * Listens to the keys of a window, before its controls do: plain letters, and what edits a text, belong to a text field
     * while one is in use, a space to a button that has the focus and arrows to what they move; an open list keeps all keys.
     */
    public void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            Object focused = event.getTarget();
            boolean typing = focused instanceof TextInputControl
                    && (!event.isShortcutDown() || EDITING.contains(event.getCode()));
            boolean pressing = focused instanceof ButtonBase && event.getCode() == KeyCode.SPACE;
            boolean choosing = focused instanceof ComboBoxBase<?> box && box.isShowing();
            boolean sliding = (focused instanceof Slider || focused instanceof MovedByArrows)
                    && event.getCode().isArrowKey();
            if (!typing && !pressing && !choosing && !sliding) {
                performMatching(event);
            }
        });
    }

    private void performMatching(KeyEvent event) {
        for (Command command : actions.keySet()) {
            if (command.matches(event) && perform(command)) {
                event.consume();
                return;
            }
        }
    }
}
