package lipschitzlab.desktop;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The buttons that add, duplicate, rename and remove lanes, and why one of them cannot at the moment. */
final class LaneTools extends VBox {
    private final Actions actions;
    private final StringBinding obstacle;

    LaneTools(Actions actions, LaneEditing editing) {
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
        Label reason = new Label();
        reason.setId("lane-obstacle");
        reason.getStyleClass().add("note");
        reason.setWrapText(true);
        reason.textProperty().bind(obstacle);
        reason.visibleProperty().bind(obstacle.isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        getChildren().setAll(row, reason);
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
