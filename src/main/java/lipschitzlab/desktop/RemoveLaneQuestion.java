package lipschitzlab.desktop;

import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/** Asks whether what a lane trained may be lost. */
final class RemoveLaneQuestion {
    private RemoveLaneQuestion() {}

    /** Shows the question and returns at once. */
    static void ask(Window owner, LaneModel lane, Runnable remove) {
        ButtonType yes = new ButtonType("Remove", ButtonData.OK_DONE);
        Alert question = new Alert(Alert.AlertType.NONE, text(lane), yes, ButtonType.CANCEL);
        question.initOwner(owner);
        question.setTitle("Lipschitz Lab");
        question.setHeaderText("Remove " + lane.title() + "?");
        question.getDialogPane().setPrefWidth(460);
        Button button = (Button) question.getDialogPane().lookupButton(yes);
        button.setId("accept");
        button.addEventHandler(ActionEvent.ACTION, event -> remove.run());
        question.show();
    }

    private static String text(LaneModel lane) {
        return "Its weights, curves and samples of "
                + Texts.count(lane.stepProperty().get()) + " steps ("
                + Texts.number(lane.secondsProperty().get())
                + " s of training) are lost unless they were saved; the other lanes go on as they are. A lane that is added with"
                + " the same values trains to the same numbers again.";
    }
}
