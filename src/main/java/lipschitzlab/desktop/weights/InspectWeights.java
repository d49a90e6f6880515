package lipschitzlab.desktop.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import lipschitzlab.desktop.control.BackgroundRunner;
import lipschitzlab.desktop.file.FileDialogs;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.inspection.WeightInspection;
import lipschitzlab.plot.style.ChartTheme;

/** Asks for a file of weights, measures it in the background and shows what was measured. Training goes on meanwhile. */
public final class InspectWeights {
    private static final String[] PATTERNS = {"*.safetensors", "*.npz"};

    private static final Pattern NAME = Pattern.compile("(?i)\\.(safetensors|npz)$");

    private final LabModel model;
    private final FileDialogs dialogs;
    private final Supplier<Window> owner;
    private final Supplier<ChartTheme> theme;

    public InspectWeights(LabModel model, FileDialogs dialogs, Supplier<Window> owner, Supplier<ChartTheme> theme) {
        this.model = model;
        this.dialogs = dialogs;
        this.owner = owner;
        this.theme = theme;
    }

    /** The command, for a menu. */
    public MenuItem item() {
        MenuItem item = new MenuItem("Inspect the weights of any network (safetensors, NPZ) …");
        item.setId("inspect-weights");
        item.setOnAction(event -> ask());
        return item;
    }

    private void ask() {
        dialogs.open(owner.get(), "Inspect weights", "Weights (safetensors, NPZ)", PATTERNS)
                .ifPresent(this::inspect);
    }

    /** Inspects what was dropped onto the window if it is a file of weights by its name; tells whether it is. */
    public boolean takes(List<Path> dropped) {
        boolean weights =
                dropped.size() == 1 && NAME.matcher(dropped.get(0).toString()).find();
        if (weights) {
            inspect(dropped.get(0));
        }
        return weights;
    }

    /** Each inspection has its own thread: a large file takes a while, and another may be opened beside it. */
    private void inspect(Path file) {
        BackgroundRunner runner = new BackgroundRunner("weights");
        model.say("Measuring " + file.getFileName() + " …");
        runner.run(
                () -> WeightInspection.of(file, each -> {}),
                inspection -> {
                    model.say(file.getFileName() + " is measured");
                    new WeightsDialog(model, dialogs, inspection, runner, theme.get()).show(owner.get());
                },
                failure -> {
                    runner.finish();
                    model.report(file.getFileName() + " could not be inspected", failure);
                });
    }
}
