package lipschitzlab.desktop.file;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;

/** Everything that can be opened: own data first. */
public final class OpenMenu extends MenuButton {
    /**
     * @param paste opens an experiment from the clipboard
     * @param kept leads to the runs that the lab kept by itself
     * @param weights opens files of weights
     */
    public OpenMenu(FileOpener files, MenuItem paste, MenuItem kept, MenuItem weights) {
        super(Command.OPEN.title());
        MenuItem drop = new MenuItem("A file or folder may also be dropped onto the window");
        drop.setDisable(true);
        getItems()
                .setAll(
                        item(
                                "open-data",
                                "Your data: points (CSV, text) or pictures (IDX) …  (" + Command.YOUR_DATA.keys() + ")",
                                files::askForData),
                        item("open-folder", "Your data: a folder of pictures …", files::askForFolder),
                        new SeparatorMenuItem(),
                        item(
                                "open-file",
                                "A preset, a run's record or a lesson (YAML) …  (" + Command.OPEN.keys() + ")",
                                files::ask),
                        paste,
                        item("open-run", "A run: its folder, as it was left …", files::askForRun),
                        item("open-beside", "A second run, beside this one …", files::askForRunBeside),
                        item("recent-runs", "Recent runs …", files::showRecentRuns),
                        kept,
                        new SeparatorMenuItem(),
                        weights,
                        new SeparatorMenuItem(),
                        drop);
        Actions.dress(this, Command.OPEN);
    }

    private static MenuItem item(String id, String text, Runnable work) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> work.run());
        return item;
    }
}
