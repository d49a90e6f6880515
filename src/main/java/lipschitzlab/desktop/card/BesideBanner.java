package lipschitzlab.desktop.card;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.BesideModel;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.RunDifferences;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Names the run that stands beside the one on show, and in which settings it differs. */
public final class BesideBanner extends HBox {
    private static final int NAMED = 4;

    private final LabModel model;
    private final BesideModel beside;
    private final Label text = new Label();
    private Subscription values = Subscription.EMPTY;

    public BesideBanner(LabModel model, BesideModel beside) {
        super(10);
        this.model = model;
        this.beside = beside;
        setId("beside");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        Button close = new Button(null, new FontIcon(Material2AL.CLOSE));
        close.setId("close-beside");
        close.getStyleClass().addAll("flat", "button-icon", "small");
        Hint.set(close, "Show that run no more");
        close.setFocusTraversable(false);
        close.setOnAction(event -> beside.close());
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(text, close);
        managedProperty().bind(visibleProperty());
        beside.runProperty().subscribe(now -> show());
        beside.follow(this::followValues);
    }

    /** A value that changes while lanes train may make runs differ, or alike. */
    private void followValues() {
        values.unsubscribe();
        values = model.lanes().stream()
                .map(lane -> lane.valuesProperty().subscribe(now -> show()))
                .reduce(Subscription.EMPTY, Subscription::and);
        show();
    }

    private void show() {
        setVisible(beside.runProperty().get().isPresent());
        beside.runProperty().get().ifPresent(run -> model.experimentProperty()
                .get()
                .ifPresent(open -> show(
                        run,
                        RunDifferences.of(open.currentPreset(), run.experiment().currentPreset()))));
    }

    private void show(BesideModel.Run run, List<String> differences) {
        String start = "Beside: the run " + run.name() + ", drawn with thin lines. ";
        text.setText(start + inWords(differences, NAMED));
        Hint.set(text, run.folder() + "\n" + inWords(differences, Integer.MAX_VALUE));
    }

    private static String inWords(List<String> differences, int most) {
        if (differences.isEmpty()) {
            return "It has the same settings.";
        }
        int named = Math.min(most, differences.size());
        String more = named < differences.size() ? "; and " + (differences.size() - named) + " more." : ".";
        return "It differs in: " + String.join("; ", differences.subList(0, named)) + more;
    }
}
