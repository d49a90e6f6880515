package lipschitzlab.desktop.panel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.ChosenLane;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.RecipeModel;
import lipschitzlab.desktop.model.SettingsModel;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PublishedRecipe;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/** The parameters, generated from their declarations: what all lanes share, and what the chosen lane has for itself. */
public final class SettingsPane extends VBox {
    private final LabModel model;
    private final SettingsModel changes;
    private final RecipeModel recipes;
    private final ObjectProperty<LaneModel> lane;
    private final VBox sharedFields = new VBox(6);
    private final VBox laneFields = new VBox(6);
    private final TitledPane shared = new TitledPane("All lanes", sharedFields);
    private final LaneChooser chooser;
    private final VBox laneBox;
    private final List<SettingField<?>> shownFields = new ArrayList<>();
    private final NetworkFields networks;
    private Runnable makeShared = () -> {};
    private Subscription following = Subscription.EMPTY;

    public SettingsPane(LabModel model, SettingsModel changes, RecipeModel recipes, ChosenLane chosen) {
        this.model = model;
        this.changes = changes;
        this.recipes = recipes;
        this.networks = new NetworkFields(changes);
        this.lane = chosen.laneProperty();
        this.chooser = new LaneChooser(lane);
        this.laneBox = new VBox(8, chooser, laneFields);
        getStyleClass().add("settings");
        Label note = new Label("Enter applies a value; ↻ starts the run again.");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        shared.setId("shared-settings");
        shared.setExpanded(false);
        shared.expandedProperty().subscribe(open -> {
            if (open) {
                makeShared.run();
            }
        });
        TitledPane own = new TitledPane("One lane", laneBox);
        own.getContent().getStyleClass().add("lane-settings");
        own.setCollapsible(false);
        own.setMinWidth(0);
        shared.setMinWidth(0);
        setMinWidth(0);
        getChildren().setAll(new RecipeSwitch(model, recipes), shared, own, note);
        lane.subscribe(this::showLane);
        Follow.list(model.lanes(), this::lanesChanged);
    }

    /** Puts what can be done with the lanes themselves below their list. */
    public void setLaneTools(LaneTools tools) {
        laneBox.getChildren().setAll(chooser, tools, laneFields);
    }

    private void lanesChanged() {
        List<LaneModel> lanes = model.lanes();
        if (lanes.isEmpty()) {
            chooser.getItems().clear();
            return;
        }
        chooser.show(lanes, lane.get());
        model.experimentProperty().get().ifPresent(open -> showShared(open.preset()));
    }

    /** Most people never open these: their fields are made when somebody does. */
    private void showShared(Preset preset) {
        shared.setText(summary(preset.shared()));
        makeShared = () -> {
            sharedFields.getChildren().setAll(networks.of(preset));
            sharedFields.getChildren().addAll(sharedFields(preset));
        };
        if (shared.isExpanded()) {
            makeShared.run();
        }
    }

    private List<SettingField<?>> sharedFields(Preset preset) {
        List<SettingField<?>> fields = new ArrayList<>();
        Values data = preset.data().values();
        Values chosenData = changes.chosenData(preset);
        Values chosenShared = changes.chosenShared(preset);
        data.settings().forEach(setting -> fields.add(field(setting, data, chosenData, changes::changeData)));
        SharedSettings.all().stream()
                .filter(setting -> !setting.equals(SharedSettings.MODE))
                .forEach(setting -> fields.add(field(setting, preset.shared(), chosenShared, changes::changeShared)));
        return fields;
    }

    private static String summary(Values values) {
        return "All lanes: seed %s, %s steps"
                .formatted(values.text(SharedSettings.SEED), Texts.count(values.get(SharedSettings.STEPS)));
    }

    private static <T> SettingField<T> field(
            Setting<T> setting, Values values, Values chosen, Consumer<Assignment<?>> commit) {
        return new SettingField<>(
                        setting, values.get(setting), value -> commit.accept(new Assignment<>(setting, value)))
                .markAgainst(chosen);
    }

    private void showLane(LaneModel chosen) {
        following.unsubscribe();
        shownFields.clear();
        if (chosen != null) {
            Values values = chosen.valuesProperty().get();
            String id = chosen.lane().id();
            Optional<PublishedRecipe> recipe = recipes.recipe(chosen);
            for (Setting<?> setting : inOrder(chosen)) {
                SettingField<?> field =
                        field(setting, values, changes.chosenOf(chosen), changed -> changes.changeLane(id, changed));
                recipe.flatMap(found -> found.value(setting)).ifPresent(field::cite);
                shownFields.add(field);
            }
            following = chosen.valuesProperty().subscribe(this::showValues);
        }
        laneFields.getChildren().setAll(shownFields);
    }

    private void showValues(Values values) {
        shownFields.forEach(field -> field.show(values));
    }

    /** The constraint and what is its own first: they are what a lane is about. */
    static Set<Setting<?>> inOrder(LaneModel chosen) {
        Set<Setting<?>> settings = new LinkedHashSet<>();
        settings.add(LaneSettings.CONSTRAINT);
        settings.addAll(chosen.lane().spec().constraint().settings());
        settings.addAll(chosen.valuesProperty().get().settings());
        return settings;
    }
}
