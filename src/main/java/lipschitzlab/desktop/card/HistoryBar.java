package lipschitzlab.desktop.card;

import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import lipschitzlab.desktop.control.Actions;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.control.SteadyLabel;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.HistoryModel;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A slider over the steps that lanes have recorded, with a button to play them; hidden while there are fewer than two steps.
 */
public final class HistoryBar extends HBox {
    private static final PseudoClass RECORDED = PseudoClass.getPseudoClass("recorded");

    private final HistoryModel history;
    private final Slider slider = new Slider(0, 1, 1);
    private final SteadyLabel label = new SteadyLabel("", Pos.CENTER_LEFT);
    private final Button play;
    private final Button live;
    private boolean placing;

    public HistoryBar(HistoryModel history, Actions actions) {
        super(8);
        this.history = history;
        this.play = actions.button(Command.PLAY_HISTORY);
        this.live = actions.button(Command.LIVE);
        setId("history");
        getStyleClass().add("history-bar");
        setAlignment(Pos.CENTER_LEFT);
        live.setText(Command.LIVE.title());
        play.getStyleClass().addAll("flat", "button-icon", "small");
        live.getStyleClass().add("small");
        label.setId("history-step");
        SpeedBox speed = new SpeedBox("history-speed", history.speedProperty(), "How fast recorded steps are played.");
        getChildren().setAll(play, speed, slider(), label, live);
        live.setMinWidth(USE_PREF_SIZE);
        // Its place is kept while there is nothing to go back to: the cards do not shrink when there is.
        visibleProperty().bind(history.availableProperty());
        history.stepProperty().subscribe(now -> place());
        history.lastProperty().subscribe(now -> place());
        history.playingProperty()
                .subscribe(now -> play.setGraphic(new FontIcon((now ? Command.PAUSE : Command.PLAY_HISTORY).icon())));
    }

    private Slider slider() {
        slider.setId("history-slider");
        Hint.set(
                slider,
                "Every card shows the samples, surface and spectra that it had recorded at this step"
                        + " or before; training goes on. " + Command.EARLIER.keys() + " and " + Command.LATER.keys()
                        + ", or the arrows here, go from one recorded step to the next.");
        slider.setMinWidth(0);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((before, now) -> moved(now.doubleValue()));
        slider.valueChangingProperty().subscribe((before, now) -> place());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        return slider;
    }

    /** A person moved the knob; at the right end begins what is newest. */
    private void moved(double value) {
        if (placing) {
            return;
        }
        if (value >= slider.getMax()) {
            history.live();
        } else {
            history.goTo((int) value);
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT, DOWN -> history.earlier();
            case RIGHT, UP -> history.later();
            case HOME -> history.goTo(0);
            case END -> history.live();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static String recorded(int step, int last) {
        return "step " + Texts.count(step) + " of " + Texts.count(last) + ", recorded";
    }

    /** Puts the knob where the model is, unless a person holds it. */
    private void place() {
        OptionalInt step = history.stepProperty().get();
        int last = history.lastProperty().get();
        placing = true;
        slider.setMax(Math.max(1, last));
        if (!slider.isValueChanging()) {
            slider.setValue(step.orElse(Math.max(1, last)));
        }
        placing = false;
        String text = step.isPresent() ? recorded(step.getAsInt(), last) : "newest, recorded to " + Texts.count(last);
        label.setWidest(recorded(last, last));
        label.setText(text);
        slider.setAccessibleText("Recorded steps: " + text);
        pseudoClassStateChanged(RECORDED, step.isPresent());
        if (step.isEmpty() && slider.isFocused() && !slider.isValueChanging()) {
            // The arrows are the window's again.
            getScene().getRoot().requestFocus();
        }
    }
}
