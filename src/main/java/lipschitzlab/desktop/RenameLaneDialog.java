package lipschitzlab.desktop;

import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/** Asks for a lane's new name. */
final class RenameLaneDialog {
    private static final double WIDTH = 300;

    private final String id;
    private final Consumer<String> rename;

    /** @param rename takes the name; throws {@link lipschitzlab.setting.InputException} if it is none */
    RenameLaneDialog(String id, Consumer<String> rename) {
        this.id = id;
        this.rename = rename;
    }

    /** Shows it until it is answered; returns at once. */
    void show(Window owner) {
        TextField name = new TextField(id);
        name.setId("other-name");
        GridPane form = LaneForm.grid(WIDTH);
        form.addRow(0, LaneForm.label("Name", name), name);
        String note = "Lower-case letters, digits and hyphens: files are named after it. What the lane trained stays.";
        LaneForm.show(
                owner,
                "Rename " + id,
                "Rename",
                form,
                note,
                () -> rename.accept(name.getText().strip()));
        name.requestFocus();
        name.selectAll();
    }
}
