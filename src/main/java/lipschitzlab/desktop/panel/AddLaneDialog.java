package lipschitzlab.desktop.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.LaneForm;
import lipschitzlab.desktop.model.LaneDraft;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.ChoiceSetting;

/** Asks for a new lane: its methods, objective, optimizer and title. */
final class AddLaneDialog {
    private static final double WIDTH = 330;

    private final LaneDraft draft;
    private final Consumer<LaneSpec> add;
    private final String like;
    private final ComboBox<ConstraintKind> method = new ComboBox<>();
    private final FlowPane together = new FlowPane(14, 6);
    private final Map<ConstraintKind, CheckBox> others = new LinkedHashMap<>();
    private final TextField name = new TextField();

    /**
     * @param like the name of the lane that the draft began as
     * @param add takes the lane; throws {@link lipschitzlab.setting.InputException} if it cannot
     */
    AddLaneDialog(LaneDraft draft, String like, Consumer<LaneSpec> add) {
        this.draft = draft;
        this.like = like;
        this.add = add;
    }

    /** Shows it until it is answered; returns at once. */
    void show(Window owner) {
        method.setId("new-method");
        method.getItems().setAll(ConstraintKind.values());
        Follow.titles(method, kind -> kind.title() + " (" + kind.source() + ")");
        method.setMaxWidth(Double.MAX_VALUE);
        method.setValue(draft.constraint().primary());
        method.valueProperty().subscribe(this::methodChosen);
        together.setId("new-together");
        together.setPrefWrapLength(WIDTH);
        name.setId("new-name");
        name.textProperty().subscribe(draft::setTitle);
        LaneForm.show(owner, "Add a lane", "Add", form(), note(), () -> add.accept(draft.spec()));
    }

    private GridPane form() {
        GridPane form = LaneForm.grid(WIDTH);
        ComboBox<Objective> objective = choice(LaneSettings.OBJECTIVE);
        ComboBox<OptimizerKind> optimizer = choice(LaneSettings.OPTIMIZER);
        form.addRow(0, LaneForm.label("Method", method), method);
        form.addRow(1, LaneForm.label("Together with", together), together);
        form.addRow(2, LaneForm.label(LaneSettings.OBJECTIVE.label(), objective), objective);
        form.addRow(3, LaneForm.label(LaneSettings.OPTIMIZER.label(), optimizer), optimizer);
        form.addRow(4, LaneForm.label("Title", name), name);
        return form;
    }

    private String note() {
        return "It starts at step 0 from the weights and batches that all lanes start from, and has the values of "
                + like + " where it can, or else the defaults; they can be changed on the panel.";
    }

    private <T> ComboBox<T> choice(ChoiceSetting<T> setting) {
        ComboBox<T> box = new ComboBox<>();
        Follow.titles(box, setting::text);
        box.setId("new-" + setting.key());
        box.getItems().setAll(setting.choices());
        box.setValue(draft.get(setting));
        box.setMaxWidth(Double.MAX_VALUE);
        Hint.set(box, setting.help());
        box.valueProperty().subscribe((before, now) -> {
            draft.set(setting, now);
            name.setPromptText(draft.methodTitle());
        });
        return box;
    }

    private void methodChosen(ConstraintKind lead) {
        others.clear();
        Arrays.stream(ConstraintKind.values())
                .filter(kind -> kind != lead && goesWith(List.of(lead), kind))
                .forEach(kind -> others.put(kind, box(kind)));
        List<Node> shown = new ArrayList<>(others.values());
        if (shown.isEmpty()) {
            shown.add(new Label("nothing else makes sense"));
        }
        together.getChildren().setAll(shown);
        constraintChanged();
    }

    private CheckBox box(ConstraintKind kind) {
        CheckBox box = new CheckBox(kind.title());
        box.setId("new-with-" + kind.id());
        Hint.set(box, "after " + kind.source());
        box.selectedProperty().subscribe((before, now) -> constraintChanged());
        return box;
    }

    private List<ConstraintKind> chosenKinds() {
        List<ConstraintKind> kinds = new ArrayList<>(List.of(method.getValue()));
        others.forEach((kind, box) -> {
            if (box.isSelected()) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    private void constraintChanged() {
        List<ConstraintKind> kinds = chosenKinds();
        others.forEach((kind, box) -> box.setDisable(!box.isSelected() && !goesWith(kinds, kind)));
        draft.set(LaneSettings.CONSTRAINT, new ConstraintSet(kinds));
        name.setPromptText(draft.methodTitle());
    }

    private static boolean goesWith(List<ConstraintKind> kinds, ConstraintKind more) {
        List<String> ids =
                new ArrayList<>(kinds.stream().map(ConstraintKind::id).toList());
        ids.add(more.id());
        return ConstraintSet.objection(ids).isEmpty();
    }
}
