package lipschitzlab.desktop.panel;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.LaneForm;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.ValueSweep;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/** Asks for values of one setting of a lane, and says while they are typed which lanes they make. */
final class ValueSweepDialog {
    private static final double WIDTH = 330;
    private static final int LINES = 3;

    private final LaneModel like;
    private final List<LaneSpec> lanes;
    private final Consumer<List<LaneSpec>> add;
    private final ComboBox<Setting<?>> setting = new ComboBox<>();
    private final TextField values = new TextField();
    private final Label outcome = new Label();

    /**
     * @param lanes all lanes there are
     * @param add takes the lanes
     */
    ValueSweepDialog(LaneModel like, List<LaneSpec> lanes, Consumer<List<LaneSpec>> add) {
        this.like = like;
        this.lanes = lanes;
        this.add = add;
    }

    /** Shows it until it is answered; returns at once. */
    void show(Window owner) {
        Values own = like.valuesProperty().get();
        setting.setId("sweep-setting");
        setting.setMaxWidth(Double.MAX_VALUE);
        Follow.titles(setting, Setting::label);
        SettingsPane.inOrder(like).stream()
                .filter(each -> !each.equals(LaneSettings.CONSTRAINT))
                .forEach(setting.getItems()::add);
        values.setId("sweep-values");
        outcome.setId("sweep-outcome");
        outcome.setWrapText(true);
        outcome.setPrefWidth(WIDTH);
        // As high as its longest words, so that the form does not move while they change.
        outcome.setMinHeight(LINES * 20);
        setting.setValue(setting.getItems().stream()
                .filter(each -> each.defaultValue() instanceof Number && !(each instanceof ChoiceSetting))
                .findFirst()
                .orElse(setting.getItems().get(0)));
        setting.valueProperty().subscribe(now -> {
            Hint.set(setting, now.help());
            values.setText(ValueSweep.suggested(now, own));
            tell();
        });
        values.textProperty().subscribe(now -> tell());
        GridPane form = LaneForm.grid(WIDTH);
        form.addRow(0, LaneForm.label("Setting", setting), setting);
        form.addRow(1, LaneForm.label("Values", values), values);
        form.addRow(2, new Label(), outcome);
        String note =
                "One lane for each value, like " + like.title() + " in everything else; commas or semicolons between."
                        + " They start at step 0 from the same weights and batches.";
        LaneForm.show(owner, "Values side by side", "Add lanes", form, note, () -> add.accept(sweep().specs(lanes)));
    }

    private ValueSweep<?> sweep() {
        return ValueSweep.read(like.lane().id(), like.valuesProperty().get(), setting.getValue(), values.getText());
    }

    private void tell() {
        try {
            outcome.setText(sweep().inWords(like.title(), lanes));
        } catch (InputException incomplete) {
            outcome.setText(incomplete.getMessage());
        }
    }
}
