package lipschitzlab.desktop.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.SettingsModel;
import lipschitzlab.desktop.panel.LaneChooser;
import lipschitzlab.desktop.panel.SettingField;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Values;

/** Of all parameters, those that a lesson needs: of the data, of all lanes, and of the lane that is chosen. */
public final class LessonControls extends VBox {
    private final LabModel model;
    private final SettingsModel changes;
    private final ObjectProperty<LaneModel> lane;
    private final LaneChooser chooser;
    private final VBox shared = new VBox(4);
    private final VBox own = new VBox(4);
    private final Label none = new Label("This lane has none of the lesson's controls.");
    private final List<SettingField<?>> ownFields = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;
    private List<String> keys = List.of();

    /** @param lane the lane whose settings are shown, null while there is none */
    public LessonControls(LabModel model, SettingsModel changes, ObjectProperty<LaneModel> lane) {
        super(6);
        this.model = model;
        this.changes = changes;
        this.lane = lane;
        this.chooser = new LaneChooser(lane);
        none.getStyleClass().add("note");
        none.setWrapText(true);
        for (javafx.scene.layout.Region part : List.of(chooser, none)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().setAll(shared, chooser, own, none);
        Follow.list(model.lanes(), this::showAll);
        lane.subscribe(now -> showLane());
    }

    /** Offers what a lesson needs, of the first lane that has any of it. */
    void show(Lesson lesson) {
        keys = lesson.controls();
        model.lanes().stream().filter(this::hasControls).findFirst().ifPresent(lane::set);
        showAll();
    }

    private boolean hasControls(LaneModel each) {
        Values values = each.valuesProperty().get();
        return keys.stream().anyMatch(values::declares);
    }

    private void showAll() {
        model.experimentProperty().get().ifPresent(open -> showShared(open.preset()));
        chooser.show(model.lanes(), lane.get());
        boolean ofLanes = model.lanes().stream().anyMatch(this::hasControls);
        chooser.setVisible(ofLanes && model.lanes().size() > 1);
        showLane();
        none.setVisible(ofLanes && ownFields.isEmpty());
    }

    private void showShared(Preset preset) {
        List<SettingField<?>> fields = new ArrayList<>();
        fields.addAll(fields(preset.data().values(), changes.chosenData(preset), changes::changeData));
        fields.addAll(fields(preset.shared(), changes.chosenShared(preset), changes::changeShared));
        shared.getChildren().setAll(fields);
    }

    private void showLane() {
        following.unsubscribe();
        ownFields.clear();
        Optional.ofNullable(lane.get()).ifPresent(chosen -> {
            String id = chosen.lane().id();
            ownFields.addAll(fields(
                    chosen.valuesProperty().get(),
                    changes.chosenOf(chosen),
                    changed -> changes.changeLane(id, changed)));
            following = chosen.valuesProperty().subscribe(this::follow);
        });
        own.getChildren().setAll(ownFields);
        none.setVisible(chooser.isVisible() && ownFields.isEmpty());
    }

    /** In the lesson's order. */
    private List<SettingField<?>> fields(Values values, Values ofThePreset, Consumer<Assignment<?>> commit) {
        List<SettingField<?>> fields = new ArrayList<>();
        for (String key : keys) {
            values.find(key)
                    .ifPresent(
                            assignment -> fields.add(field(assignment, commit).markAgainst(ofThePreset)));
        }
        return fields;
    }

    private static <T> SettingField<T> field(Assignment<T> now, Consumer<Assignment<?>> commit) {
        return new SettingField<>(
                now.setting(), now.value(), value -> commit.accept(new Assignment<>(now.setting(), value)));
    }

    private void follow(Values now) {
        ownFields.forEach(field -> field.show(now));
    }
}
