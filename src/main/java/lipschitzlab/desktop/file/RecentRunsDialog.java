package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Buttons;

/** Lists the runs that were opened or saved last, and opens the one that is chosen. */
final class RecentRunsDialog {
    private static final double WIDTH = 830;
    private static final double HEIGHT = 460;
    private static final ButtonType OPEN = new ButtonType("Open", ButtonData.OK_DONE);
    private static final ButtonType BESIDE = new ButtonType("Open beside", ButtonData.OTHER);

    private final ListView<RecentRun> list = new ListView<>();
    private final Dialog<ButtonType> dialog = new Dialog<>();

    /**
     * @param open opens the run that lies in a folder
     * @param beside shows it beside what is open
     */
    RecentRunsDialog(RecentRuns runs, Consumer<Path> open, Consumer<Path> beside) {
        list.setId("recent-runs");
        list.setItems(runs.shown());
        list.setCellFactory(view -> new RecentRunCell());
        list.setPlaceholder(new Label("None yet: runs that you open or save stand here."));
        list.setPrefSize(WIDTH, HEIGHT);
        list.setMinWidth(WIDTH);
        dialog.setTitle("Lipschitz Lab");
        DialogPane pane = dialog.getDialogPane();
        pane.setHeaderText("Recent runs");
        pane.setContent(list);
        pane.setMinWidth(WIDTH + 40);
        pane.getButtonTypes().setAll(OPEN, BESIDE, Buttons.CANCEL);
        for (ButtonType button : List.of(OPEN, BESIDE)) {
            pane.lookupButton(button)
                    .disableProperty()
                    .bind(Bindings.isNull(list.getSelectionModel().selectedItemProperty()));
        }
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen().ifPresent(run -> {
                    dialog.setResult(OPEN);
                    dialog.close();
                });
            }
        });
        dialog.setOnHidden(event -> {
            ButtonType answer = dialog.getResult();
            if (answer == OPEN || answer == BESIDE) {
                chosen().ifPresent(run -> (answer == OPEN ? open : beside).accept(run.folder()));
            }
        });
    }

    private Optional<RecentRun> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** Shows it until it is answered; returns at once. */
    void show(Window owner) {
        dialog.initOwner(owner);
        dialog.show();
        list.requestFocus();
    }
}
