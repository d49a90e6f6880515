package lipschitzlab.desktop.panel;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.file.PresetOpener;
import lipschitzlab.desktop.model.Bundled;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Chooses an experiment, and says what to look for in it and in what its lanes differ. */
public final class PresetPane extends VBox {
    private final LabModel model;
    private final PresetOpener opener;
    private final PresetChooser chooser;
    private final ObservationNotes observationNotes = new ObservationNotes();
    private final DifferencesLine differences = new DifferencesLine();
    private Subscription following = Subscription.EMPTY;

    public PresetPane(LabModel model, PresetOpener opener, Bundled bundled) {
        this.model = model;
        this.opener = opener;
        this.chooser = new PresetChooser(bundled.presets(), this::openChosen);
        chooser.setOnShowing(event -> bundled.read());
        getStyleClass().add("preset-pane");
        setMinWidth(0);
        Button restore = new Button(null, new FontIcon(Material2AL.AUTORENEW));
        restore.setId("restore");
        Hint.set(restore, "Open this preset again with its own settings");
        restore.setOnAction(event -> openAgain());
        restore.getStyleClass().addAll("flat", "button-icon");
        HBox.setHgrow(chooser, Priority.ALWAYS);
        HBox choice = new HBox(2, chooser, restore);
        choice.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(choice, differences, observationNotes);
        model.experimentProperty().subscribe(now -> show());
        model.openingProperty().subscribe(now -> show());
        Follow.list(bundled.presets(), this::show);
        Follow.list(model.lanes(), this::followLanes);
    }

    private void openChosen() {
        if (chooser.getValue() != null && !opener.open(chooser.getValue())) {
            show();
        }
    }

    /** As it was chosen: what is open may have other settings, and another title, by now. */
    private void openAgain() {
        Optional<Preset> own = model.openingProperty().get() ? Optional.empty() : model.chosen();
        own.ifPresentOrElse(opener::open, this::openChosen);
    }

    /** While another is being opened, the chooser goes on to name what a person chose. */
    private void show() {
        Optional<Preset> open = model.experimentProperty().get().map(Experiment::preset);
        if (!model.openingProperty().get() || open.isEmpty()) {
            chooser.show(open);
        }
        open.ifPresent(preset -> {
            Hint.set(chooser, preset.title());
            observationNotes.show(preset.lookFor().strip());
        });
        showDifferences();
    }

    /** A value that changes while lanes train may make lanes differ, or alike. */
    private void followLanes() {
        following.unsubscribe();
        following = model.lanes().stream()
                .map(lane -> lane.valuesProperty().subscribe(now -> showDifferences()))
                .reduce(Subscription.EMPTY, Subscription::and);
        showDifferences();
    }

    private void showDifferences() {
        model.experimentProperty().get().map(Experiment::currentPreset).ifPresent(preset -> differences.show(preset));
    }
}
