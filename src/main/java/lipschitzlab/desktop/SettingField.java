package lipschitzlab.desktop;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.ChoicesSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.TextSetting;

/**
 * One line of the panel, made from a setting's declaration. Enter commits, Esc takes back; leaving the field commits what is
 * valid and takes back what is not. A refused value stays, outlined in red, with the range below.
 */
final class SettingField extends VBox {
    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final Setting setting;
    private final Consumer<String> commit;
    private final Label refusal = new Label();
    private final Node editor;
    private final Consumer<String> shower;
    private String value;

    /**
     * @param value the value in force
     * @param commit takes a new value's text; throws {@link InputException} if it is none
     */
    SettingField(Setting setting, String value, Consumer<String> commit) {
        this.setting = setting;
        this.value = value;
        this.commit = commit;
        getStyleClass().add("setting-field");
        setMinWidth(0);
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(refusal.visibleProperty());
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
        HBox line = new HBox(6, label());
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

    private Label label() {
        Label label = new Label(setting.label());
        label.getStyleClass().add("setting-label");
        Hint.set(label, explanation());
        label.setMinWidth(0);
        return label;
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
    }

    private boolean commit(String text) {
        try {
            setting.parse(text, setting.label());
            value = text;
            shower.accept(text);
            editor.pseudoClassStateChanged(PENDING, false);
            commit.accept(text);
            return true;
        } catch (InputException refused) {
            refusal.setText("Expected " + setting.range() + ".");
            refusal.setVisible(true);
            return false;
        }
    }

    /** What the field edits. */
    Setting setting() {
        return setting;
    }

    /** Shows the value in force, unless a person is at the field. */
    void show(String inForce) {
        if (!inForce.equals(value) && !editor.isFocused()) {
            value = inForce;
            shower.accept(inForce);
            editor.pseudoClassStateChanged(PENDING, false);
        }
    }
}
