package lipschitzlab.desktop.picture;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.preset.GeneratorSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.training.SampleSource;

/** Has all cards show the samples of the averaged generators, where the experiment on show keeps any. */
public final class AverageCommand {
    private final LabModel model;
    private final Consumer<Boolean> show;
    private boolean shown;

    /** @param show takes whether cards show the averaged generators' samples */
    public AverageCommand(LabModel model, Actions actions, Consumer<Boolean> show) {
        this.model = model;
        this.show = show;
        actions.set(
                Command.AVERAGE, this::toggle, Bindings.createBooleanBinding(this::kept, model.experimentProperty()));
        model.experimentProperty().subscribe(now -> choose(shown && kept()));
    }

    private boolean kept() {
        return model.experimentProperty()
                .get()
                .filter(experiment -> keeps(experiment.preset()))
                .isPresent();
    }

    private static boolean keeps(Preset preset) {
        return SampleSource.hasAverage(preset) && preset.generator() instanceof GeneratorSpec.Trained;
    }

    private void toggle() {
        choose(!shown);
    }

    private void choose(boolean now) {
        if (now != shown) {
            shown = now;
            show.accept(now);
        }
    }

    /** Adds the command to a card's menu; where no average is kept, with the setting that keeps one. */
    public ContextMenu addTo(ContextMenu menu) {
        boolean kept = kept();
        CheckMenuItem item = new CheckMenuItem("Samples of the averaged generator  ("
                + (kept ? Command.AVERAGE.keys() : "needs " + SharedSettings.GENERATOR_AVERAGE.key()) + ")");
        item.setId("average-item");
        item.setDisable(!kept);
        item.setSelected(shown);
        item.setOnAction(event -> toggle());
        menu.getItems().add(item);
        return menu;
    }
}
