package lipschitzlab.desktop.panel;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.ChoicesSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.TextSetting;
import lipschitzlab.setting.Values;

/**
 * One line of the panel, made from a setting's declaration. Enter commits, Esc takes back; leaving the field commits what is
 * valid and takes back what is not. A refused value stays, outlined in red, with the range below. A value that is not the preset's
 * is marked.
 */
public final class SettingField extends VBox {
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final double GAP = 3;
    private static final double ABOVE_OTHERS = -1;

    private final Setting setting;
    private final Consumer<String> commit;
    private final Label refusal = new Label();
    private final Node editor;
    private final Consumer<String> shower;
    private final Label label = new Label();
    private String value;
    private Optional<String> planned = Optional.empty();

    /**
     * @param value the value in force
     * @param commit takes a new value's text; throws {@link InputException} if it is none
     */
    public SettingField(Setting setting, String value, Consumer<String> commit) {
        this.setting = setting;
        this.value = value;
        this.commit = commit;
        getStyleClass().add("setting-field");
        setMinWidth(0);
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setManaged(false);
        refusal.setMouseTransparent(true);
        refusal.setVisible(false);
        if (setting instanceof NumberSetting || setting instanceof TextSetting) {
            TextField text = numberField();
            editor = text;
            shower = text::setText;
        } else {
            ComboBox<String> box = choiceBox(offered());
            editor = box;
            shower = box::setValue;
        }
        editor.setId("setting-" + setting.key());
        getChildren().setAll(line(), refusal);
    }

    private List<String> offered() {
        if (setting instanceof ChoicesSetting several) {
            return several.offered(value);
        }
        return ((ChoiceSetting) setting).choices();
    }

    private HBox line() {
        label.setText(setting.label());
        label.getStyleClass().add("setting-label");
        label.setMinWidth(0);
        Hint.set(label, explanation());
        HBox line = new HBox(6, label);
        line.setAlignment(Pos.CENTER_LEFT);
        if (setting instanceof NumberSetting number && !number.symbol().isEmpty()) {
            Label symbol = new Label(number.symbol());
            symbol.getStyleClass().add("symbol");
            symbol.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(symbol);
        }
        if (!setting.live()) {
            Label mark = new Label("↻");
            mark.getStyleClass().add("note");
            line.getChildren().add(mark);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line.getChildren().addAll(gap, editor);
        if (setting instanceof NumberSetting number && !number.unit().isEmpty()) {
            line.getChildren().add(new Label(number.unit()));
        }
        return line;
    }

    private String explanation() {
        String effect = setting.live() ? "Takes effect between two steps." : "Changing this starts again.";
        return setting.help() + "\n\nTakes " + setting.range() + ".\n" + effect;
    }

    private ComboBox<String> choiceBox(List<String> choices) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setValue(value);
        box.getStyleClass().add("small-box");
        Hint.set(box, explanation());
        box.valueProperty().subscribe(now -> {
            if (now != null && !now.equals(value)) {
                commit(now);
            }
        });
        return box;
    }

    private TextField numberField() {
        TextField field = new TextField(value);
        field.setPrefColumnCount(7);
        field.setAlignment(Pos.CENTER_RIGHT);
        Hint.set(field, explanation());
        field.textProperty().subscribe(now -> {
            field.pseudoClassStateChanged(PENDING, pending(field));
            accepted(field);
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                enter(field);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                field.setText(value);
                leave(field);
                event.consume();
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                left(field);
            }
        });
        return field;
    }

    private boolean pending(TextField field) {
        return !field.getText().strip().equals(value);
    }

    private void enter(TextField field) {
        if (!pending(field) || commit(field.getText().strip())) {
            leave(field);
        } else {
            field.pseudoClassStateChanged(INVALID, true);
            field.selectAll();
        }
    }

    private void left(TextField field) {
        if (pending(field) && !commit(field.getText().strip())) {
            field.setText(value);
        }
    }

    /** Gives the keys back to the window, so that a space is Play again. */
    private static void leave(TextField field) {
        field.getScene().getRoot().requestFocus();
    }

    private void accepted(TextField field) {
        field.pseudoClassStateChanged(INVALID, false);
        refusal.setVisible(false);
        setViewOrder(0);
    }

    private boolean commit(String text) {
        String before = value;
        try {
            String written = written(text);
            value = written;
            shower.accept(written);
            editor.pseudoClassStateChanged(PENDING, false);
            if (!written.equals(before)) {
                commit.accept(written);
            }
            mark();
            return true;
        } catch (InputException refused) {
            value = before;
            String doubt = setting instanceof NumberSetting ? NumberSetting.doubt(text) : "";
            refuse(doubt.isEmpty() ? "Expected " + setting.range() + "." : doubt);
            return false;
        }
    }

    /** As a person would write it best: 0.01 for 0,01. */
    private String written(String text) {
        Object parsed = setting.parse(text, setting.label());
        return parsed instanceof Double number ? NumberSetting.format(number) : (String) parsed;
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(true);
        setViewOrder(ABOVE_OTHERS);
        requestLayout();
    }

    /**
     * The refusal lies over what is below, or above a line with too little of the panel below it: no field moves under the mouse
     * because another was refused.
     */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double height = refusal.prefHeight(getWidth());
        boolean above = roomBelow() < height + GAP;
        refusal.resizeRelocate(0, above ? -height - GAP : getHeight() + GAP, getWidth(), height);
    }

    /** As far as the panel is in view: to its lower edge, or to that of what scrolls it. */
    private double roomBelow() {
        double below =
                getParent().getLayoutBounds().getHeight() - getBoundsInParent().getMaxY();
        for (Node node = getParent(); node != null; node = node.getParent()) {
            if (node instanceof ScrollPane scroll) {
                double edge = scroll.localToScene(0, scroll.getHeight()).getY();
                return Math.min(below, edge - localToScene(0, getHeight()).getY());
            }
        }
        return below;
    }

    private void mark() {
        boolean changed = planned.isPresent() && !planned.get().equals(value);
        pseudoClassStateChanged(CHANGED, changed);
        Hint.set(label, changed ? explanation() + "\nChanged: the preset has " + planned.get() + "." : explanation());
    }

    /** Marks the value whenever it is not what the preset has. */
    public SettingField markAgainst(Values ofThePreset) {
        planned = Optional.of(ofThePreset)
                .filter(values -> values.declares(setting.key()))
                .map(values -> values.text(setting.key()));
        mark();
        return this;
    }

    /** What the field edits. */
    public Setting setting() {
        return setting;
    }

    /** Shows the value in force, unless a person is at the field. */
    public void show(String inForce) {
        if (!inForce.equals(value) && !editor.isFocused()) {
            value = inForce;
            shower.accept(inForce);
            editor.pseudoClassStateChanged(PENDING, false);
            mark();
        }
    }
}
