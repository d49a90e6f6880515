package lipschitzlab.desktop.panel;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import lipschitzlab.desktop.control.LaneForm;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.setting.InputException;

/** Asks for a lane's title, which may be any text. */
final class RenameLaneDialog {
    private static final double WIDTH = 300;

    private final LaneModel lane;
    private final Consumer<String> rename;

    /** @param rename takes the title; throws {@link InputException} if it cannot be one */
    RenameLaneDialog(LaneModel lane, Consumer<String> rename) {
        this.lane = lane;
        this.rename = rename;
    }

    /** Shows it until it is answered; returns at once. */
    void show(Window owner) {
        TextField title = new TextField(lane.lane().spec().ownTitle().orElse(lane.title()));
        title.setId("other-name");
        title.setPromptText("method and values");
        GridPane form = LaneForm.grid(WIDTH);
        form.addRow(0, LaneForm.label("Title", title), title);
        String note =
                "Any text; empty for the method and the values in which the lane differs. Files and options go on naming it "
                        + lane.lane().id() + ", and what it trained stays.";
        LaneForm.show(owner, "Rename " + lane.title(), "Rename", form, note, () -> rename.accept(title.getText()));
        title.requestFocus();
        title.selectAll();
    }
}
