package lipschitzlab.desktop.panel;

import java.util.Optional;
import javafx.scene.control.Label;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;

/**
 * How the file with the data was read, so that a person sees whether that is what was meant; empty for data that come from no
 * file.
 */
public final class DataNotes extends Label {
    public DataNotes(LabModel model) {
        setId("data-notes");
        getStyleClass().add("note");
        setWrapText(true);
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        model.experimentProperty().subscribe(this::show);
    }

    private void show(Optional<Experiment> now) {
        String notes = now.map(experiment -> String.join(" ", experiment.data().notes()))
                .orElse("");
        setText(notes);
        setVisible(!notes.isEmpty());
    }
}
