package lipschitzlab.desktop.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.preset.NetworkSettings;
import lipschitzlab.setting.InputException;

/** The hidden layers of a dense network, from input to output: a chip for each with its width, and one that adds a layer. */
final class LayerChips extends VBox {
    private final String network;
    private final List<Integer> widths;
    private final Consumer<List<Integer>> commit;
    private final FlowPane chips = new FlowPane(4, 4);
    private final Label refusal = new Label();

    /**
     * Chips as the layers are.
     *
     * @param network such as critic
     * @param commit takes other layers
     */
    LayerChips(String network, List<Integer> widths, Consumer<List<Integer>> commit) {
        super(3);
        this.network = network;
        this.widths = List.copyOf(widths);
        this.commit = commit;
        getStyleClass().add("setting-field");
        setId(network + "-layers");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refusal.managedProperty().bind(refusal.visibleProperty());
        refusal.setVisible(false);
        for (int layer = 0; layer < widths.size(); layer++) {
            chips.getChildren().add(chip(layer));
        }
        chips.getChildren().add(more());
        Label name = new Label("Hidden layers of the " + network + " ↻");
        name.getStyleClass().add("setting-label");
        getChildren().setAll(name, chips, refusal);
    }

    private TextField chip(int layer) {
        TextField chip = new TextField(widths.get(layer).toString());
        chip.getStyleClass().add("layer-chip");
        chip.setAccessibleText("Width of hidden layer " + (layer + 1) + " of the " + network);
        Hint.set(
                chip,
                "Hidden layer " + (layer + 1) + " of the " + network
                        + "\nIts units, 1 to 4,096; Up doubles and Down halves them, an empty chip takes the layer out. Enter starts"
                        + " the run again with it.");
        chip.setOnAction(event -> take(layer, chip.getText()));
        chip.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(chip, event));
        return chip;
    }

    private static void pressed(TextField chip, KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            try {
                int width = Integer.parseInt(chip.getText().strip());
                int next = event.getCode() == KeyCode.UP ? 2 * width : width / 2;
                chip.setText(Integer.toString(Math.max(1, Math.min(NetworkSettings.LAYER_WIDTH.maximum(), next))));
            } catch (NumberFormatException noNumber) {
                return;
            }
            event.consume();
        }
    }

    private Button more() {
        Button more = new Button("+");
        more.setId(network + "-more");
        more.getStyleClass().add("layer-chip");
        more.setAccessibleText("Add a hidden layer to the " + network);
        Hint.set(more, "One more hidden layer, as wide as the last. The run starts again with it.");
        more.setDisable(widths.size() >= NetworkSettings.MAX_LAYERS);
        more.setOnAction(event -> {
            List<Integer> longer = new ArrayList<>(widths);
            longer.add(widths.get(widths.size() - 1));
            commit.accept(longer);
        });
        return more;
    }

    private void take(int layer, String text) {
        List<Integer> next = new ArrayList<>(widths);
        try {
            if (text.isBlank()) {
                next.remove(layer);
            } else {
                next.set(layer, NetworkSettings.LAYER_WIDTH.parse(text.strip(), "this layer"));
            }
        } catch (InputException unfit) {
            refuse("Expected " + NetworkSettings.LAYER_WIDTH.range() + " units.");
            return;
        }
        if (next.isEmpty()) {
            refuse("One hidden layer stays: a critic without any is a plane.");
        } else if (!next.equals(widths)) {
            commit.accept(next);
        }
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(true);
    }
}
