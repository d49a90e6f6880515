package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.LaneForm;
import lipschitzlab.export.RunFiles;

/** Asks for the name of a folder that is to be made, and says what and how much will be in it. */
final class NewFolderForm {
    private static final double WIDTH = 420;

    private final FileDialogs dialogs;
    private final Label place = new Label();
    private Path parent;

    NewFolderForm(FileDialogs dialogs) {
        this.dialogs = dialogs;
    }

    /**
     * Shows it until it is answered; returns at once.
     *
     * @param title what is saved
     * @param suggested the folder's name; another one where it is taken
     * @param make takes a folder that does not exist yet
     */
    void show(Window owner, String title, String suggested, RunFiles files, Consumer<Path> make) {
        TextField name = new TextField();
        name.setId("folder-name");
        Button change = new Button("Change …");
        change.setId("folder-place");
        change.setOnAction(
                event -> dialogs.folder(owner, "Where the new folder is made").ifPresent(this::setParent));
        setParent(dialogs.start());
        name.setText(FileNames.free(parent.resolve(suggested)).getFileName().toString());
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMaxWidth(Double.MAX_VALUE);
        place.setMinWidth(0);
        HBox.setHgrow(place, Priority.ALWAYS);
        change.setMinWidth(Button.USE_PREF_SIZE);
        HBox where = new HBox(8, place, change);
        where.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        GridPane form = LaneForm.grid(WIDTH);
        form.addRow(0, LaneForm.label("New folder", name), name);
        form.addRow(1, LaneForm.label("Inside", change), where);
        String counted = RunFiles.counted(files.count());
        LaneForm.show(owner, title, "Save " + counted, form, files.contents(), () -> {
            Path folder = FileNames.newFolder(parent, name.getText());
            dialogs.remember(parent);
            make.accept(folder);
        });
        name.requestFocus();
        name.selectAll();
    }

    private void setParent(Path folder) {
        parent = folder;
        place.setText(folder.toString());
        Hint.set(place, folder.toString());
    }
}
