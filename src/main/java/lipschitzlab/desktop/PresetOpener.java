package lipschitzlab.desktop;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.experiment.Preset;

/** Opens presets, asking for the file of their data where they have none. */
final class PresetOpener {
    private static final ButtonType FILE = new ButtonType("Choose a file …", ButtonData.OK_DONE);
    private static final ButtonType FOLDER = new ButtonType("Choose a folder …", ButtonData.OTHER);

    private final LabModel model;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;

    PresetOpener(LabModel model, FileDialogs dialogs, Supplier<Window> owner) {
        this.model = model;
        this.dialogs = dialogs;
        this.owner = owner;
    }

    /** Opens a preset; false if it needs data and none were named, and everything stays as it is. */
    boolean open(Preset preset) {
        if (!preset.data().missesFile()) {
            model.open(preset);
            return true;
        }
        Optional<Path> data = askForData(preset.data().kind());
        data.ifPresent(path -> model.open(preset.withData(path)));
        return data.isPresent();
    }

    private Optional<Path> askForData(DatasetKind kind) {
        Alert question = new Alert(Alert.AlertType.NONE, "", FILE, FOLDER, ButtonType.CANCEL);
        question.initOwner(owner.get());
        question.setTitle("Lipschitz Lab");
        question.setHeaderText(kind.title());
        question.setContentText("This preset has no data of its own. Name yours.\n\n" + kind.help());
        ButtonType answer = question.showAndWait().orElse(ButtonType.CANCEL);
        if (answer == FILE) {
            return dialogs.open(owner.get(), kind.title(), "Data files", "*");
        }
        return answer == FOLDER ? dialogs.folder(owner.get(), kind.title()) : Optional.empty();
    }
}
