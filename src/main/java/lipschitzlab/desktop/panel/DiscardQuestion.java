package lipschitzlab.desktop.panel;

import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Buttons;

/** Asks whether a long training run may be discarded, and offers to save it first. */
public final class DiscardQuestion {
    private DiscardQuestion() {}

    /**
     * Shows the question and returns at once.
     *
     * @param question the heading
     * @param whatIsDiscarded what will be lost, in a sentence or two
     * @param action what the person wanted, in one word or two, such as {@code Remove}
     * @param discard does it
     * @param save saves first
     */
    public static void ask(
            Window owner, String question, String whatIsDiscarded, String action, Runnable discard, Runnable save) {
        ButtonType yes = new ButtonType(action, ButtonData.OTHER);
        ButtonType saving = new ButtonType("Save …", ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.NONE, whatIsDiscarded, saving, yes, Buttons.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Lipschitz Lab");
        alert.setHeaderText(question);
        alert.getDialogPane().setPrefWidth(500);
        answer(alert, saving, "save-first", save);
        answer(alert, yes, "accept", discard);
        alert.show();
    }

    private static void answer(Alert alert, ButtonType type, String id, Runnable work) {
        Button button = (Button) alert.getDialogPane().lookupButton(type);
        button.setId(id);
        button.addEventHandler(ActionEvent.ACTION, event -> work.run());
    }
}
