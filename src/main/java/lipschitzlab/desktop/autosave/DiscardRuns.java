package lipschitzlab.desktop.autosave;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.export.autosave.Autosaved;

/** Asks before kept runs are removed for good. */
final class DiscardRuns {
    private static final int NAMED = 4;

    private DiscardRuns() {}

    /** Shows the question and returns at once. */
    static void ask(Window owner, String question, List<Autosaved> runs, Runnable discard) {
        ButtonType yes = new ButtonType("Discard", ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.NONE, names(runs), yes, Buttons.CANCEL);
        alert.initOwner(owner);
        alert.setTitle("Lipschitz Lab");
        alert.setHeaderText(question);
        alert.getDialogPane().setPrefWidth(500);
        Button button = (Button) alert.getDialogPane().lookupButton(yes);
        button.setId("accept");
        button.addEventHandler(ActionEvent.ACTION, event -> discard.run());
        alert.show();
    }

    private static String names(List<Autosaved> runs) {
        StringBuilder text = new StringBuilder();
        runs.stream().limit(NAMED).forEach(run -> text.append(AutosaveWords.inWords(run))
                .append('\n'));
        if (runs.size() > NAMED) {
            text.append("and ").append(runs.size() - NAMED).append(" more\n");
        }
        long bytes = runs.stream().mapToLong(Autosaved::bytes).sum();
        return text.append("\n" + AutosaveWords.megabytes(bytes) + " become free. This cannot be undone.")
                .toString();
    }
}
