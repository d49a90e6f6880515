package lipschitzlab.desktop.control;

import javafx.event.ActionEvent;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lipschitzlab.setting.InputException;

/** Questions about a lane: a form that stays open until its answer is accepted or it is cancelled, and says what is wrong. */
public final class LaneForm {
    private static final double WIDEST = 440;

    private LaneForm() {}

    /** A label for a control, which a screen reader reads with it. */
    public static Label label(String text, Node control) {
        Label label = new Label(text);
        label.setLabelFor(control);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /** Labels on the left, controls on the right. */
    public static GridPane grid(double controlsWidth) {
        GridPane grid = new GridPane(12, 10);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setHalignment(HPos.LEFT);
        ColumnConstraints controls = new ColumnConstraints(controlsWidth);
        controls.setFillWidth(true);
        grid.getColumnConstraints().setAll(labels, controls);
        return grid;
    }

    /**
     * Shows a form; returns at once. Why an answer was refused stands below it until something in the form is changed.
     *
     * @param accept takes the answer; throws {@link InputException} if it cannot, and the form stays
     */
    public static void show(Window owner, String title, String answer, GridPane form, String note, Runnable accept) {
        form.getChildren().forEach(child -> GridPane.setValignment(child, VPos.CENTER));
        ButtonType yes = new ButtonType(answer, ButtonData.OK_DONE);
        Alert dialog = new Alert(Alert.AlertType.NONE, "", yes, Buttons.CANCEL);
        dialog.initOwner(owner);
        dialog.setTitle("Lipschitz Lab");
        dialog.setHeaderText(title);
        Label explanation = wrapped(note, "note");
        Label refusal = wrapped("", "refusal");
        refusal.managedProperty().bind(refusal.visibleProperty());
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        clearOnChange(form, refusal);
        VBox content = new VBox(12, form, explanation, refusal);
        content.getStyleClass().add("lane-form");
        dialog.getDialogPane().setContent(content);
        Button button = (Button) dialog.getDialogPane().lookupButton(yes);
        button.setId("accept");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            try {
                accept.run();
            } catch (InputException refused) {
                refusal.setText(refused.getMessage());
                dialog.getDialogPane().getScene().getWindow().sizeToScene();
                event.consume();
            }
        });
        dialog.show();
    }

    private static void clearOnChange(GridPane form, Label refusal) {
        form.addEventHandler(ActionEvent.ACTION, event -> refusal.setText(""));
        form.lookupAll(".text-field")
                .forEach(field -> ((TextField) field).textProperty().subscribe((before, now) -> refusal.setText("")));
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(WIDEST);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
