package lipschitzlab.desktop;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** How far a lane is and its newest measurements below one another, each a name and a number, for a small card. */
final class FactList extends GridPane {
    private static final int FIXED = 2;

    private final List<Label> values = new ArrayList<>();

    FactList(ObservableValue<List<Fact>> facts, Label steps, Label state) {
        super(4, 1);
        getStyleClass().add("fact-list");
        setMinSize(0, 0);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, numbers);
        steps.getStyleClass().add("fact-value");
        steps.setMinWidth(0);
        add(steps, 0, 0, 2, 1);
        add(state, 0, 1, 2, 1);
        facts.subscribe(now -> show(now));
    }

    private void show(List<Fact> facts) {
        if (values.size() != facts.size()) {
            getChildren().remove(FIXED, getChildren().size());
            values.clear();
            facts.forEach(this::addFact);
            return;
        }
        for (int row = 0; row < facts.size(); row++) {
            values.get(row).setText(facts.get(row).value());
        }
    }

    private static Label name(String text) {
        Label name = new Label(text);
        name.getStyleClass().add("tile-name");
        name.setMinWidth(0);
        return name;
    }

    private static Label value(String text) {
        Label value = new Label(text);
        value.getStyleClass().add("fact-value");
        value.setMinWidth(USE_PREF_SIZE);
        return value;
    }

    private void addFact(Fact fact) {
        Label name = name(fact.name());
        Label value = value(fact.value());
        for (Label label : List.of(name, value)) {
            Hint.set(label, fact.help());
        }
        addRow(FIXED + values.size(), name, value);
        values.add(value);
    }
}
