package lipschitzlab.desktop;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.file.GridSaving;
import lipschitzlab.desktop.file.PictureSaving;
import lipschitzlab.desktop.file.Saving;
import lipschitzlab.desktop.lesson.LessonSaving;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.plot.grid.GridPicture;

/** Everything that can be copied or saved of what is on show. */
final class SaveMenu extends MenuButton {
    /**
     * @param sharing copies the experiment and shows its QR code
     * @param keeping shows how runs are kept by themselves
     */
    SaveMenu(
            LabModel model,
            Saving saving,
            PictureSaving pictures,
            GridSaving grids,
            LessonSaving lessons,
            List<MenuItem> sharing,
            Runnable keeping) {
        super(Command.SAVE.title());
        MenuItem grid = item("save-grid", "Grid of pictures beside real ones (PNG) …", grids::grid);
        grid.disableProperty().bind(model.experimentProperty().map(open -> open.filter(GridPicture::hasPictures)
                .isEmpty()));
        getItems()
                .setAll(
                        item("copy-card-item", Command.COPY_CARD, pictures::copyCard),
                        item("copy-cards-item", Command.COPY_CARDS, pictures::copyAll),
                        new SeparatorMenuItem(),
                        item("save-card", "The chosen lane's card as a picture (PNG, SVG) …", pictures::saveCard),
                        item("save-cards", "All cards as one picture (PNG, SVG) …", pictures::saveAll),
                        item("save-window", "Picture of the window (PNG, SVG) …", pictures::saveWindow),
                        new SeparatorMenuItem(),
                        item("save-samples", "Samples of all lanes (PNG) …", saving::samples),
                        grid,
                        item("save-film", "Film of training (GIF) …", grids::film),
                        item("save-frames", "Film of training as pictures (PNG) …", grids::frames),
                        item("save-figures", "Figures of curves and spectra (PNG, SVG) …", saving::figures),
                        item("save-networks", "Networks of all lanes (safetensors) …", saving::networks),
                        item("save-run", "The whole run (record, CSV, history, samples, figures) …", saving::run),
                        new SeparatorMenuItem(),
                        item("save-preset", "The experiment as a preset (YAML) …", saving::preset),
                        item("save-as-lesson", "The experiment as a lesson (YAML) …", lessons::ask),
                        new SeparatorMenuItem());
        getItems().addAll(sharing);
        getItems().addAll(new SeparatorMenuItem(), item("keeping", "How runs are kept by themselves …", keeping));
        Actions.dress(this, Command.SAVE);
        disableProperty().bind(model.experimentProperty().map(open -> open.isEmpty()));
    }

    private static MenuItem item(String id, Command command, Runnable work) {
        return item(id, command.title() + "  (" + command.keys() + ")", work);
    }

    private static MenuItem item(String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }
}
