package lipschitzlab.desktop.card;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.Horizon;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.RunOnShow;
import lipschitzlab.experiment.Experiment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Says that the horizon is reached, or that a run's record is on show, and offers to go on, without hiding anything. */
public final class HorizonBanner extends HBox {
    private final Label text = new Label();
    private final Button extend;

    public HorizonBanner(LabModel model, Actions actions) {
        super(10);
        setId("banner");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        extend = actions.button(Command.EXTEND);
        extend.getStyleClass().addAll("accent", "small");
        Button close = new Button(null, new FontIcon(Material2AL.CLOSE));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        Hint.set(close, "Hide this line");
        close.setFocusTraversable(false);
        close.setOnAction(event -> setVisible(false));
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        extend.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(text, extend, close);
        managedProperty().bind(visibleProperty());
        model.training().finishedProperty().subscribe(finished -> show(model));
        model.records().onShowProperty().subscribe(record -> show(model));
    }

    private void show(LabModel model) {
        Optional<RunOnShow> record = model.records().onShowProperty().get();
        model.experimentProperty().get().ifPresent(experiment -> describe(experiment, record));
        setVisible(record.isPresent() || model.training().finishedProperty().get());
    }

    private void describe(Experiment experiment, Optional<RunOnShow> record) {
        text.setText(record.map(run -> run.inWords(experiment)).orElseGet(() -> Horizon.reached(experiment)));
        Hint.set(text, record.map(RunOnShow::place).orElseGet(text::getText));
        extend.setText(record.isPresent() ? "Train on" : "Go on");
        extend.setVisible(record.map(RunOnShow::trainable).orElse(true));
        extend.setManaged(extend.isVisible());
    }
}
