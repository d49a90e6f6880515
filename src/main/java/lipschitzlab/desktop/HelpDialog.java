package lipschitzlab.desktop;

import javafx.geometry.Insets;
import javafx.scene.control.Alert;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.desktop.control.Command;
import org.kordamp.ikonli.javafx.FontIcon;

/** How to read the window, and every shortcut. */
final class HelpDialog {
    private static final String READING =
            """
            Every card is one way of holding the critic. All start from the same weights and see the same batches and the \
            same noise, so what differs comes from the settings named under the preset.

            Samples lie over the critic's value D: teal where it believes a point is real, brown where not; or over its slope \
            ‖∇D‖: teal above 1, brown below. The chart below shows what is chosen above the cards: singular values, weights or \
            gradients of the critic's layers, or what is known of its Lipschitz constant; the other lanes are faint. Losses \
            of two lanes do not compare: each has its own unit.

            Click a generated picture for the training pictures nearest to it, and for what would make it more real to its \
            critic.

            Point at the curves for the values of all lanes at that step. Drag along them to see a part, or a frame to see a part \
            of the values too; a double click shows the whole. Click a name in the legend to hide a lane. The button at the right \
            has scales and copies, and the list of curves says of each what it means when it rises and falls.

            The slider below the cards goes back to any recorded step, on all cards at once, while training goes on.

            The two norms of a convolution differ because it reads each pixel in several overlapping patches, so that as an \
            operator it can stretch its whole input more than its reshaped kernel stretches one patch.

            A lane may be added, duplicated, renamed or removed at any time, below the list of lanes. One that is added starts at \
            step 0 and catches up: its numbers are those it would have had from the start.

            Change a value on the left while lanes train and press Enter. Nothing can break: Reset goes back to the same \
            weights, and the preset's own values come back with the round arrow beside its name. A run that trained for more than \
            a minute is kept when another takes its place: Undo brings it back. Training is as fast as the box beside Free says, \
            and the same at any speed. After the last planned step, Play goes on. What computes is named at the \
            lower left; press it to choose another engine, such as one on a graphics card.

            What is trained is kept by itself, every minute and when the window closes; if the lab is killed, the next start offers \
            it. Save, How runs are kept by themselves, says where and in how much space.

            Your own points or pictures: drop the file onto the window, or choose Open, Your data. A right click on a card \
            copies or saves it as a picture, with its step, axes and the scale of its colours.

            Lessons are claims to watch: each opens its experiment and leads through it step by step.""";

    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;

    private HelpDialog() {}

    /** Shows it until it is closed. */
    static void show(Window owner) {
        Alert dialog = new Alert(Alert.AlertType.NONE, "", Buttons.CLOSE);
        dialog.initOwner(owner);
        dialog.setTitle("Lipschitz Lab: help");
        Label reading = new Label(READING);
        reading.setWrapText(true);
        reading.setMinHeight(Label.USE_PREF_SIZE);
        dialog.getDialogPane().setContent(scrolling(new VBox(16, reading, shortcuts())));
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.setResizable(true);
        dialog.show();
    }

    /** All of it is higher than a small screen. */
    private static ScrollPane scrolling(VBox content) {
        content.setPadding(new Insets(12, 20, 12, 4));
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportWidth(WIDTH);
        scroll.setPrefViewportHeight(HEIGHT);
        return scroll;
    }

    private static GridPane shortcuts() {
        GridPane grid = new GridPane(14, 2);
        int row = 0;
        for (Command command : Command.values()) {
            Label keys = new Label(command.keys());
            keys.getStyleClass().add("keys");
            Label title = new Label(command.title(), new FontIcon(command.icon()));
            Label help = new Label(command.help());
            help.getStyleClass().add("note");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            title.setMinWidth(Label.USE_PREF_SIZE);
            // The widest line must not make the page wider than the dialog, which would cut every line above off.
            help.setMinWidth(0);
            help.setWrapText(true);
            GridPane.setHgrow(help, Priority.ALWAYS);
            grid.addRow(row++, keys, title, help);
        }
        return grid;
    }
}
