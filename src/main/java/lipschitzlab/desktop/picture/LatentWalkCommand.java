package lipschitzlab.desktop.picture;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.plot.grid.GridPicture;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.preset.GeneratorSpec;

/** Opens the latent walk of the experiment on show, and closes it when another takes its place. */
public final class LatentWalkCommand {
    private final LabModel model;
    private final Supplier<Window> owner;
    private final Supplier<ChartTheme> theme;
    private Optional<LatentWalkDialog> open = Optional.empty();

    public LatentWalkCommand(LabModel model, Supplier<Window> owner, Supplier<ChartTheme> theme) {
        this.model = model;
        this.owner = owner;
        this.theme = theme;
        model.experimentProperty().subscribe(now -> close());
    }

    /** Whether generators make pictures, or points of the plane, of latent points. */
    public ObservableBooleanValue allowed() {
        return Bindings.createBooleanBinding(() -> walked().isPresent(), model.experimentProperty());
    }

    private Optional<Experiment> walked() {
        return model.experimentProperty()
                .get()
                .filter(experiment -> (GridPicture.hasPictures(experiment) || WalkPlane.fits(experiment.data()))
                        && experiment.preset().generator() instanceof GeneratorSpec.Trained);
    }

    /** Opens it, if it is not open. */
    public void show() {
        if (open.isEmpty()) {
            walked().ifPresent(experiment -> {
                LatentWalkDialog dialog = new LatentWalkDialog(model, experiment, theme);
                open = Optional.of(dialog);
                dialog.show(owner.get(), () -> open = Optional.empty());
            });
        }
    }

    /** Adds the command to a card's menu. */
    public ContextMenu addTo(ContextMenu menu) {
        MenuItem item = new MenuItem(Command.LATENT_WALK.title() + " …  (" + Command.LATENT_WALK.keys() + ")");
        item.setId("latent-walk-item");
        item.setDisable(walked().isEmpty());
        item.setOnAction(event -> show());
        menu.getItems().addAll(new SeparatorMenuItem(), item);
        return menu;
    }

    /** Closes it, if it is open. */
    public void close() {
        open.ifPresent(LatentWalkDialog::close);
    }
}
