package lipschitzlab.desktop.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.preset.Preset;

/**
 * Chooses a preset, and names the one that is open, even if it does not come with the program or if those that do are not
 * read yet. The one that it names is always among those that it offers.
 */
final class PresetChooser extends ComboBox<Preset> {
    private final ObservableList<Preset> bundled;
    private final Runnable chosen;
    private boolean showing;

    /**
     * @param bundled what comes with the program; empty until it is read
     * @param chosen what happens when a person chose another
     */
    PresetChooser(ObservableList<Preset> bundled, Runnable chosen) {
        this.bundled = bundled;
        this.chosen = chosen;
        setId("preset-chooser");
        getStyleClass().add("small-box");
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setVisibleRowCount(12);
        setPromptText("Opening …");
        Follow.titles(this, Preset::title);
        valueProperty().subscribe((before, now) -> {
            if (now != null && !showing) {
                this.chosen.run();
            }
        });
    }

    /** Shows what is open, if anything is; chooses nothing. */
    void show(Optional<Preset> open) {
        List<Preset> offered = new ArrayList<>(bundled);
        Optional<Preset> shown = open.map(preset -> bundledOf(preset).orElse(preset));
        shown.filter(preset -> !bundled.contains(preset)).ifPresent(own -> offered.add(0, own));
        showing = true;
        if (!getItems().equals(offered)) {
            getItems().setAll(offered);
        }
        setValue(shown.orElse(null));
        showing = false;
    }

    /** The bundled preset of which the open one may be a changed copy. */
    private Optional<Preset> bundledOf(Preset preset) {
        return bundled.stream()
                .filter(item ->
                        item.name().equals(preset.name()) && item.title().equals(preset.title()))
                .findFirst();
    }
}
