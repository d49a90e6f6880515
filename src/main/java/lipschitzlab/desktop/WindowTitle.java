package lipschitzlab.desktop;

import java.util.Optional;
import javafx.stage.Stage;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.RunOnShow;

/** What stands above the window: the program, and the run whose record is on show. */
final class WindowTitle {
    private static final String PROGRAM = "Lipschitz Lab";

    private WindowTitle() {}

    /** Lets a window's title say what is on show from now on. */
    static void follow(Stage stage, LabModel model) {
        model.records().onShowProperty().subscribe(now -> stage.setTitle(title(now)));
    }

    private static String title(Optional<RunOnShow> record) {
        return record.map(run -> run.name() + " (record of a run) – " + PROGRAM).orElse(PROGRAM);
    }
}
