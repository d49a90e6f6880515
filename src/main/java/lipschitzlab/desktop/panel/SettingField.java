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
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.preset.PublishedValue;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.ChoicesSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * One line of the panel, made from a setting's declaration. Enter commits, Esc takes back; leaving the field commits what is
 * valid and takes back what is not. A refused value stays, outlined in red, with the range below. A value that is not the preset's
 * is marked.
 *
 * @param <T> what a value is
 */
public final class SettingField<T> extends VBox {
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private static final double GAP = 3;
    private static final double ABOVE_OTHERS = -1;

    private final Setting<T> setting;
    private final Consumer<T> commit;
    private final Label refusal = new Label();
    private final Node editor;
    private final Consumer<T> shower;
    private final Label label = new Label();
    private T value;
    private Optional<T> planned = Optional.empty();
    private String cited = "";

    /**
     * @param value the value in force
     * @param commit takes a new value; throws {@link InputException} where it cannot be
     */
    public SettingField(Setting<T> setting, T value, Consumer<T> commit) {
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
        Optional<List<T>> offered = offered();
        if (offered.isPresent()) {
            ComboBox<T> box = choiceBox(offered.get());
            editor = box;
            shower = box::setValue;
        } else {
            TextField text = textField();
            editor = text;
            shower = now -> text.setText(setting.text(now));
        }
        editor.setId("setting-" + setting.key());
        getChildren().setAll(line(), refusal);
    }

    /** What a list offers; nothing where a value is typed. */
    private Optional<List<T>> offered() {
        if (setting instanceof ChoicesSetting<T> several) {
            return Optional.of(several.offered(value));
        }
        return setting instanceof ChoiceSetting<T> choice ? Optional.of(choice.choices()) : Optional.empty();
    }

    private HBox line() {
        label.setText(setting.label());
        label.getStyleClass().add("setting-label");
        label.setMinWidth(0);
        Hint.set(label, explanation());
        HBox line = new HBox(6, label);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!setting.symbol().isEmpty()) {
            Label symbol = new Label(setting.symbol());
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
        if (!setting.unit().isEmpty()) {
            line.getChildren().add(new Label(setting.unit()));
        }
        return line;
    }

    private String explanation() {
        String effect = setting.live() ? "Takes effect between two steps." : "Changing this starts again.";
        return setting.help() + "\n\nTakes " + setting.range() + ".\n" + effect;
    }

    private ComboBox<T> choiceBox(List<T> choices) {
        ComboBox<T> box = new ComboBox<>();
        Follow.titles(box, setting::text);
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

    private TextField textField() {
        TextField field = new TextField(setting.text(value));
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
                field.setText(setting.text(value));
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
        return !field.getText().strip().equals(setting.text(value));
    }

    private void enter(TextField field) {
        if (!pending(field) || commit(field.getText())) {
            leave(field);
        } else {
            field.pseudoClassStateChanged(INVALID, true);
            field.selectAll();
        }
    }

    private void left(TextField field) {
        if (pending(field) && !commit(field.getText())) {
            field.setText(setting.text(value));
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
        try {
            commit(setting.parse(text.strip(), setting.label()));
            return true;
        } catch (InputException refused) {
            refuse(setting.doubt(text).orElse("Expected " + setting.range() + "."));
            return false;
        }
    }

    /** Shows it as a person would write it best, 0.01 for 0,01, and passes it on if it is another one. */
    private void commit(T now) {
        T before = value;
        value = now;
        shower.accept(now);
        editor.pseudoClassStateChanged(PENDING, false);
        try {
            if (!now.equals(before)) {
                commit.accept(now);
            }
        } catch (InputException refused) {
            value = before;
            throw refused;
        }
        mark();
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
        String ofThePreset = changed ? "\nChanged: the preset has " + setting.text(planned.get()) + "." : "";
        Hint.set(label, explanation() + ofThePreset + cited);
    }

    /** Says what the method's paper has. */
    SettingField<T> cite(PublishedValue published) {
        cited = "\nAs published: " + published.assignment().text() + " (" + published.reference() + ").";
        mark();
        return this;
    }

    /** Marks the value whenever it is not what the preset has. */
    public SettingField<T> markAgainst(Values ofThePreset) {
        planned = Optional.of(ofThePreset)
                .filter(values -> values.declares(setting))
                .map(values -> values.get(setting));
        mark();
        return this;
    }

    /** Shows the value in force, unless a person is at the field. */
    public void show(Values values) {
        T inForce = values.get(setting);
        if (!inForce.equals(value) && !editor.isFocused()) {
            value = inForce;
            shower.accept(inForce);
            editor.pseudoClassStateChanged(PENDING, false);
            mark();
        }
    }
}
