package lipschitzlab.desktop.panel;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Hint;

/** The buttons that add, duplicate, rename and remove lanes, and why one of them cannot at the moment. */
public final class LaneTools extends VBox {
    private final Actions actions;
    private final StringBinding obstacle;

    public LaneTools(Actions actions, LaneEditing editing) {
        super(4);
        this.actions = actions;
        this.obstacle = editing.obstacle();
        setId("lane-tools");
        HBox row = new HBox(
                4,
                tool(Command.ADD_LANE, "Add"),
                tool(Command.DUPLICATE_LANE, "Duplicate"),
                tool(Command.RENAME_LANE, "Rename"),
                tool(Command.REMOVE_LANE, "Remove"));
        row.getStyleClass().add("lane-tools");
        StackPane sideBySide = tool(Command.SIDE_BY_SIDE, Command.SIDE_BY_SIDE.title() + " …");
        HBox.setHgrow(sideBySide, Priority.NEVER);
        Label reason = new Label();
        reason.setId("lane-obstacle");
        reason.getStyleClass().add("note");
        reason.textProperty().bind(obstacle);
        reason.setMinWidth(0);
        // Beside a button that is always there: what comes and goes moves no field.
        HBox more = new HBox(8, sideBySide, reason);
        more.setAlignment(Pos.CENTER_LEFT);
        more.getStyleClass().add("lane-tools");
        getChildren().setAll(row, more);
    }

    /** A disabled button has no tooltip of its own: its place says why it is so. */
    private StackPane tool(Command command, String text) {
        Button button = actions.button(command);
        button.setText(text);
        button.setGraphic(null);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("small");
        button.accessibleHelpProperty()
                .bind(Bindings.when(button.disabledProperty()).then(obstacle).otherwise(command.tooltip()));
        StackPane place = new StackPane(button);
        HBox.setHgrow(place, Priority.ALWAYS);
        Hint.bind(
                place,
                Bindings.createStringBinding(
                        () -> button.isDisabled() ? command.tooltip() + "\n" + obstacle.get() : "",
                        button.disabledProperty(),
                        obstacle));
        return place;
    }
}
