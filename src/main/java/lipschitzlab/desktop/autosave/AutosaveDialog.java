package lipschitzlab.desktop.autosave;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.LaneForm;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.export.autosave.Autosaved;
import lipschitzlab.setting.InputException;

/** Whether, where and in how much space the window keeps runs by itself; and how many it kept. */
public final class AutosaveDialog {
    private static final double WIDTH = 400;
    private static final String NOTE =
            """
            A run is saved while it trains, when it rests and when the window closes, in the background, and each save takes the place \
            of the one before. If the lab is killed, the next start offers the run. Where there is no more room the oldest runs go first; one \
            that a window shows stays, and so does the newest that was not opened again since the lab was killed.""";

    private final AutosaveModel model;
    private final FileDialogs dialogs;
    private final CheckBox keeps = new CheckBox("Keep what is trained, every minute");
    private final Label place = new Label();
    private final TextField space = new TextField();
    private final Label used = new Label();
    private final Button discard = new Button("Discard kept runs …");
    private Path folder;

    public AutosaveDialog(AutosaveModel model, FileDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    /** Shows it until it is answered; returns at once. */
    public void show(Window owner) {
        AutosavePreferences now = model.preferences();
        keeps.setId("keep-runs");
        keeps.setSelected(now.keeps());
        space.setId("kept-runs-space");
        space.setText(Integer.toString(now.megabytes()));
        space.setPrefColumnCount(8);
        used.setId("kept-runs-used");
        discard.setId("discard-kept-runs");
        setFolder(now.folder());
        GridPane form = LaneForm.grid(WIDTH);
        form.add(keeps, 1, 0);
        form.addRow(1, new Label("Folder"), places(owner));
        form.addRow(2, LaneForm.label("Space in MB", space), row(space));
        form.addRow(3, new Label("Kept now"), row(used, discard));
        discard.setOnAction(event -> {
            List<Autosaved> gone = List.copyOf(model.runs().all());
            String question = "Discard " + AutosaveWords.runs(gone.size()) + "?";
            DiscardRuns.ask(owner, question, gone, () -> model.runs().discard(gone, this::measure));
        });
        measure();
        LaneForm.show(owner, "How runs are kept", "Keep them so", form, NOTE, this::accept);
    }

    private HBox places(Window owner) {
        Button change = new Button("Change …");
        change.setId("kept-runs-folder");
        change.setMinWidth(Button.USE_PREF_SIZE);
        change.setOnAction(event -> dialogs.folder(owner, "Where runs are kept").ifPresent(this::setFolder));
        Button usual = new Button("Usual");
        usual.setMinWidth(Button.USE_PREF_SIZE);
        Hint.set(usual, model.preferences().usual().toString());
        usual.setOnAction(event -> setFolder(model.preferences().usual()));
        place.setId("kept-runs-place");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMaxWidth(Double.MAX_VALUE);
        place.setMinWidth(0);
        HBox.setHgrow(place, Priority.ALWAYS);
        return row(place, change, usual);
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void setFolder(Path chosen) {
        folder = chosen.toAbsolutePath();
        place.setText(folder.toString());
        Hint.set(place, folder.toString());
    }

    private void measure() {
        discard.setDisable(true);
        used.setText("none");
        model.runs().look(found -> model.runs().measure(bytes -> {
            discard.setDisable(found.isEmpty());
            used.setText(AutosaveWords.runs(found.size()) + "; with those on show " + AutosaveWords.megabytes(bytes));
        }));
    }

    private void accept() {
        AutosavePreferences preferences = model.preferences();
        int megabytes = megabytes();
        boolean changed = keeps.isSelected() != preferences.keeps()
                || !folder.equals(preferences.folder())
                || megabytes != preferences.megabytes();
        if (changed) {
            preferences.setKeeps(keeps.isSelected());
            preferences.setFolder(folder);
            preferences.setMegabytes(megabytes);
            model.settingsChanged();
        }
    }

    private int megabytes() {
        String text = space.getText().strip().replace(",", "");
        if (text.matches("\\d{1,7}") && AutosavePreferences.possible(Integer.parseInt(text))) {
            return Integer.parseInt(text);
        }
        throw new InputException(
                "Space in MB",
                "a whole number from " + AutosavePreferences.MIN_MEGABYTES + " to "
                        + Texts.count(AutosavePreferences.MAX_MEGABYTES),
                text.isEmpty() ? "nothing" : text,
                AutosavePreferences.DEFAULT_MEGABYTES + " is usual.");
    }
}
