package lipschitzlab.desktop.panel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import lipschitzlab.desktop.model.LabModel;

/**
 * How the file with the data was read, so that a person sees whether that is what was meant, and by which features its pictures are
 * compared; empty where there is neither.
 */
public final class DataNotes extends Label {
    public DataNotes(LabModel model) {
        setId("data-notes");
        getStyleClass().add("note");
        setWrapText(true);
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(model),
                        model.experimentProperty(),
                        model.comparison().notesProperty()));
        visibleProperty().bind(textProperty().isNotEmpty());
    }

    private static String text(LabModel model) {
        List<String> notes = model.experimentProperty()
                .get()
                .map(experiment -> experiment.data().notes())
                .orElse(List.of());
        return Stream.concat(
                        notes.stream(),
                        Stream.of(model.comparison().notesProperty().get()))
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
