package lipschitzlab.desktop;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Preset;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Chooses an experiment, and says what to look for in it and in what its lanes differ. */
final class PresetPane extends VBox {
    private final PresetOpener opener;
    private final ComboBox<Preset> chooser;
    private final Label lookFor = new Label();
    private final Label differences = new Label();
    private boolean showing;

    PresetPane(LabModel model, PresetOpener opener, Bundled bundled) {
        this.opener = opener;
        this.chooser = chooser(bundled.presets());
        chooser.setOnShowing(event -> bundled.read());
        getStyleClass().add("preset-pane");
        setMinWidth(0);
        Button restore = new Button(null, new FontIcon(Material2AL.AUTORENEW));
        restore.setId("restore");
        Hint.set(restore, "Open this preset again with its own settings");
        restore.setOnAction(event -> openChosen());
        restore.getStyleClass().addAll("flat", "button-icon");
        HBox.setHgrow(chooser, Priority.ALWAYS);
        lookFor.setId("look-for");
        lookFor.setWrapText(true);
        differences.setId("differences");
        differences.setWrapText(true);
        lookFor.setMinWidth(0);
        TitledPane guide = new TitledPane("What to look for", lookFor);
        guide.setMinWidth(0);
        guide.getStyleClass().add("guide");
        getChildren().setAll(new HBox(2, chooser, restore), differences, guide);
        model.experimentProperty().addListener((property, before, now) -> now.ifPresent(this::show));
        InvalidationListener anew = changed -> model.experimentProperty().get().ifPresent(this::showDifferences);
        bundled.presets().addListener((ListChangeListener<Preset>)
                change -> model.experimentProperty().get().ifPresent(this::show));
        model.lanes().addListener((ListChangeListener<LaneModel>) change -> {
            anew.invalidated(model.lanes());
            follow(model.lanes(), anew);
        });
        model.openingProperty().addListener((property, before, opening) -> {
            if (!opening) {
                model.experimentProperty().get().ifPresent(this::show);
            }
        });
    }

    private ComboBox<Preset> chooser(ObservableList<Preset> bundled) {
        ComboBox<Preset> box = new ComboBox<>(bundled);
        box.setId("preset-chooser");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setVisibleRowCount(12);
        box.setPromptText("Preset");
        box.setButtonCell(new PresetCell());
        box.setCellFactory(list -> new PresetCell());
        box.valueProperty().addListener((property, before, now) -> {
            if (!showing) {
                openChosen();
            }
        });
        return box;
    }

    private void openChosen() {
        if (chooser.getValue() != null && !opener.open(chooser.getValue())) {
            opener.shown().ifPresent(this::show);
        }
    }

    private void show(Experiment experiment) {
        Preset preset = experiment.preset();
        showing = true;
        chooser.setValue(bundledOf(preset).orElse(preset));
        showing = false;
        Hint.set(chooser, preset.title());
        lookFor.setText(preset.lookFor().strip());
        showDifferences(experiment);
    }

    /** A value that changes while lanes train may make lanes differ, or alike. */
    private static void follow(List<LaneModel> lanes, InvalidationListener anew) {
        for (LaneModel lane : lanes) {
            lane.valuesProperty().removeListener(anew);
            lane.valuesProperty().addListener(anew);
        }
    }

    private void showDifferences(Experiment experiment) {
        differences.setText(Differences.inWords(PresetEdit.asItStands(experiment)));
    }

    private Optional<Preset> bundledOf(Preset preset) {
        return chooser.getItems().stream()
                .filter(item ->
                        item.name().equals(preset.name()) && item.title().equals(preset.title()))
                .findFirst();
    }

    private static final class PresetCell extends ListCell<Preset> {
        @Override
        protected void updateItem(Preset preset, boolean empty) {
            super.updateItem(preset, empty);
            setText(empty || preset == null ? null : preset.title());
        }
    }
}
