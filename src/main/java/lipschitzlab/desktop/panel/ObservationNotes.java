package lipschitzlab.desktop.panel;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What to look for in an experiment: two sentences, and the others when they are asked for. */
final class ObservationNotes extends VBox {
    private static final int SENTENCES = 2;

    private final Label first = words("look-for");
    private final Label others = words("look-for-more");
    private final Hyperlink more = new Hyperlink();
    private String shown = "";

    ObservationNotes() {
        getStyleClass().add("guide");
        Label heading = new Label("What to look for");
        heading.getStyleClass().add("heading");
        more.setId("more-to-look-for");
        more.setFocusTraversable(false);
        more.setOnAction(event -> unfold(!others.isVisible()));
        others.managedProperty().bind(others.visibleProperty());
        more.managedProperty().bind(more.visibleProperty());
        getChildren().setAll(heading, first, others, more);
    }

    private static Label words(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Shows the first sentences of a text; one that is shown already stays as far unfolded as it is. */
    void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        int end = endOfFirst(text);
        first.setText(text.substring(0, end).strip());
        others.setText(text.substring(end).strip());
        more.setVisible(!others.getText().isEmpty());
        unfold(false);
    }

    private static int endOfFirst(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        int end = sentences.first();
        for (int i = 0; i < SENTENCES && end < text.length(); i++) {
            end = sentences.next();
        }
        return end;
    }

    private void unfold(boolean all) {
        others.setVisible(all);
        more.setText(all ? "Less" : "More");
    }
}
