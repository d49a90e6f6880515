package lipschitzlab.desktop.file;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.desktop.control.Buttons;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.Presets;

/** Opens presets, asking for the file of their data where they have none. */
public final class PresetOpener {
    private static final String LAST = "preset";
    private static final ButtonType FILE = new ButtonType("Choose a file …", ButtonData.OK_DONE);
    private static final ButtonType FOLDER = new ButtonType("Choose a folder …", ButtonData.OTHER);

    private final LabModel model;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;
    private final WindowPreferences preferences;

    public PresetOpener(LabModel model, FileDialogs dialogs, Supplier<Window> owner, WindowPreferences preferences) {
        this.model = model;
        this.dialogs = dialogs;
        this.owner = owner;
        this.preferences = preferences;
    }

    /** The name or file of the preset to open at a start: the one that was opened last, or what comes first. */
    public static String last(WindowPreferences preferences) {
        return preferences.recall(LAST).orElse(Presets.DEFAULT);
    }

    /** Opens the preset of a file, which is remembered for the next start; false as {@link #open(Preset)}. */
    public boolean open(Preset preset, Path file) {
        boolean opened = open(preset);
        if (opened && !preset.data().missesFile()) {
            preferences.remember(LAST, file.toAbsolutePath().toString());
        }
        return opened;
    }

    /** Opens a preset; false if it needs data and none were named, and everything stays as it is. */
    public boolean open(Preset preset) {
        if (!preset.data().missesFile()) {
            if (Presets.names().contains(preset.name())) {
                preferences.remember(LAST, preset.name());
            }
            model.open(preset);
            return true;
        }
        Optional<Path> data = askForData(preset.data().kind());
        data.ifPresent(path -> model.open(preset.withData(path)));
        return data.isPresent();
    }

    private Optional<Path> askForData(DatasetKind kind) {
        Alert question = new Alert(Alert.AlertType.NONE, "", FILE, FOLDER, Buttons.CANCEL);
        question.initOwner(owner.get());
        question.setTitle("Lipschitz Lab");
        question.setHeaderText(kind.title());
        question.setContentText("This preset has no data of its own. Name yours.\n\n" + kind.help());
        ButtonType answer = question.showAndWait().orElse(Buttons.CANCEL);
        if (answer == FILE) {
            return dialogs.open(owner.get(), kind.title(), "Data files", "*");
        }
        return answer == FOLDER ? dialogs.folder(owner.get(), kind.title()) : Optional.empty();
    }
}
