package lipschitzlab.desktop.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.SettingsModel;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.preset.GeneratorSpec.Trained;
import lipschitzlab.preset.NetworkSettings;
import lipschitzlab.preset.Preset;

/** The networks of all lanes, to be changed: layers, widths and activation of the critic and of the generator. */
final class NetworkFields {
    private final SettingsModel changes;

    NetworkFields(SettingsModel changes) {
        this.changes = changes;
    }

    /** What can be changed of a preset's networks. */
    List<Node> of(Preset preset) {
        List<Node> fields = new ArrayList<>(fields("critic", preset.critic(), changes::changeCritic));
        trained(preset)
                .ifPresent(generator -> fields.addAll(fields(
                        "generator",
                        generator.architecture(),
                        other -> changes.changeGenerator(new Trained(other, generator.outputScale())))));
        return fields;
    }

    private static Optional<Trained> trained(Preset preset) {
        return preset.generator() instanceof Trained generator ? Optional.of(generator) : Optional.empty();
    }

    private static List<Node> fields(String network, Architecture architecture, Consumer<Architecture> commit) {
        if (architecture instanceof Mlp dense) {
            return List.of(
                    new LayerChips(network, dense.hidden(), hidden -> commit.accept(new Mlp(hidden, dense.slope()))),
                    activation(network, dense, commit));
        }
        return List.of(
                architecture instanceof StandardCnn standard
                        ? width(network, standard.width(), wide -> commit.accept(new StandardCnn(wide)))
                        : width(network, ((ResNet) architecture).width(), wide -> commit.accept(new ResNet(wide))));
    }

    private static Node width(String network, double width, Consumer<Double> commit) {
        SettingField<Double> field = new SettingField<>(NetworkSettings.WIDTH, width, commit);
        field.setId(network + "-width");
        Label name = new Label("The " + network + ":");
        name.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(6, name, field);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }

    private static Node activation(String network, Mlp dense, Consumer<Architecture> commit) {
        ComboBox<Double> slopes = new ComboBox<>();
        slopes.setId(network + "-activation");
        slopes.getStyleClass().add("small-box");
        Follow.titles(slopes, slope -> slope == 0 ? "ReLU" : "leaky ReLU " + slope);
        slopes.getItems()
                .setAll(Stream.concat(NetworkSettings.USUAL_SLOPES.stream(), Stream.of(dense.slope()))
                        .distinct()
                        .sorted()
                        .toList());
        slopes.setValue(dense.slope());
        slopes.setAccessibleText("Activation of the " + network);
        Hint.set(slopes, "Between the layers. Leaky ReLU lets negative inputs through, multiplied by the number.");
        slopes.valueProperty().subscribe((before, now) -> {
            if (now != null && now != dense.slope()) {
                commit.accept(new Mlp(dense.hidden(), now));
            }
        });
        Label name = new Label("Activation ↻");
        name.getStyleClass().add("setting-label");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(6, name, slopes);
        row.getStyleClass().add("setting-field");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
