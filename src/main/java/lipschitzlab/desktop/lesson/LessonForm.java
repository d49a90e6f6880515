package lipschitzlab.desktop.lesson;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Buttons;

/** Asks for the words of a lesson. It stays open until they are saved or given up. */
final class LessonForm {
    private static final ButtonType SAVE = new ButtonType("Save …", ButtonData.OK_DONE);
    private static final double WIDTH = 600;

    /**
     * What a lesson says.
     *
     * @param steps at least one
     */
    record Words(
            String title,
            String claim,
            String source,
            List<String> steps,
            String lookFor,
            String where,
            String answer) {}

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final TextInputControl title;
    private final TextInputControl claim;
    private final TextInputControl source;
    private final TextInputControl steps;
    private final TextInputControl lookFor;
    private final TextInputControl where;
    private final TextInputControl answer;

    /**
     * @param draft what stands in the form at first
     * @param note what else the lesson will have
     * @param save saves, or returns false to leave the form open
     */
    LessonForm(Window owner, Words draft, String note, Predicate<Words> save) {
        title = line("title", draft.title());
        claim = area("claim", draft.claim(), 2);
        source = line("source", draft.source());
        steps = area("steps", String.join("\n", draft.steps()), 3);
        lookFor = area("look-for", draft.lookFor(), 2);
        where = area("where", draft.where(), 2);
        answer = area("answer", draft.answer(), 2);
        dialog.initOwner(owner);
        dialog.setTitle("Lipschitz Lab");
        dialog.setHeaderText("Save the experiment as a lesson");
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(SAVE, Buttons.CANCEL);
        dialog.getDialogPane().setContent(content(note));
        var button = dialog.getDialogPane().lookupButton(SAVE);
        button.setId("save-lesson");
        button.disableProperty().bind(incomplete());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            if (!save.test(words())) {
                event.consume();
            }
        });
    }

    private VBox content(String note) {
        Label foot = new Label(note);
        foot.getStyleClass().add("note");
        foot.setWrapText(true);
        foot.setMinHeight(Label.USE_PREF_SIZE);
        VBox content = new VBox(
                8,
                field("Title", title),
                field("Claim: one sentence that can be false", claim),
                field("Source: the paper with its figure, or your own name", source),
                field("Steps, one a line", steps),
                field("What to look for", lookFor),
                field("Where in the window that is to be seen", where),
                field("Answer: what comes out, and why", answer),
                foot);
        content.setPrefWidth(WIDTH);
        content.getStyleClass().add("lesson-form");
        return content;
    }

    private static VBox field(String name, TextInputControl input) {
        Label label = new Label(name);
        label.setLabelFor(input);
        return new VBox(2, label, input);
    }

    private static TextField line(String id, String text) {
        TextField field = new TextField(text);
        field.setId("form-" + id);
        return field;
    }

    private static TextArea area(String id, String text, int rows) {
        TextArea area = new TextArea(text);
        area.setId("form-" + id);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        return area;
    }

    private BooleanBinding incomplete() {
        List<TextInputControl> all = List.of(title, claim, source, steps, lookFor, where, answer);
        return Bindings.createBooleanBinding(
                () -> all.stream().anyMatch(input -> input.getText().isBlank()),
                all.stream().map(TextInputControl::textProperty).toArray(javafx.beans.Observable[]::new));
    }

    private Words words() {
        return new Words(
                words(title),
                words(claim),
                words(source),
                steps.getText()
                        .lines()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                words(lookFor),
                words(where),
                words(answer));
    }

    private static String words(TextInputControl input) {
        return input.getText().strip();
    }

    /** Shows it; returns at once. */
    void show() {
        dialog.show();
    }
}
