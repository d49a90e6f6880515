package lipschitzlab.desktop.autosave;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.export.autosave.Autosaved;

/** Lists the runs that windows kept by themselves, the newest first, and leads to how they are kept. */
public final class KeptRunsMenu extends Menu {
    private static final int LISTED = 12;

    private final KeptRuns runs;
    private final Consumer<List<Path>> opener;
    private final Runnable settings;

    /**
     * @param opener opens what lies in a folder
     * @param settings shows how runs are kept
     */
    public KeptRunsMenu(KeptRuns runs, Consumer<List<Path>> opener, Runnable settings) {
        super("Runs that the lab kept");
        setId("kept-runs");
        this.runs = runs;
        this.opener = opener;
        this.settings = settings;
        Follow.list(runs.all(), this::list);
        setOnShowing(event -> runs.look());
    }

    private void list() {
        List<MenuItem> items = new ArrayList<>();
        runs.all().stream().filter(run -> run.damage().isEmpty()).limit(LISTED).forEach(run -> items.add(item(run)));
        if (items.isEmpty()) {
            MenuItem none = new MenuItem("None yet");
            none.setDisable(true);
            items.add(none);
        }
        MenuItem how = new MenuItem("How runs are kept, and discarding them …");
        how.setId("kept-runs-settings");
        how.setOnAction(event -> settings.run());
        items.add(new SeparatorMenuItem());
        items.add(how);
        getItems().setAll(items);
    }

    private MenuItem item(Autosaved run) {
        MenuItem item = new MenuItem(AutosaveWords.inWords(run));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> runs.open(run, opener));
        return item;
    }
}
