package lipschitzlab.desktop.card;

import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import lipschitzlab.desktop.control.Hint;

/** How much curves are smoothed: as suits them, not at all, or over so many steps. */
final class SmoothingSlider extends HBox {
    /** At the slider's places from 1; at 0 what suits the curves. */
    private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    private final Slider slider = new Slider(0, STEPS.length, 0);

    /** @param changed after another smoothing was chosen */
    SmoothingSlider(Runnable changed) {
        super(6);
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("smoothing");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setAccessibleText("Smoothing");
        Hint.bind(slider, Bindings.createStringBinding(this::words, slider.valueProperty()));
        Label name = new Label("smooth");
        name.setLabelFor(slider);
        name.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(name, slider);
        slider.valueProperty().map(Number::intValue).subscribe(now -> changed.run());
    }

    /** The number of points whose mean would be as smooth; empty for what suits the curves. */
    OptionalInt memory() {
        int place = (int) Math.round(slider.getValue());
        return place == 0 ? OptionalInt.empty() : OptionalInt.of(STEPS[place - 1]);
    }

    private String words() {
        OptionalInt memory = memory();
        String now = memory.isEmpty()
                ? "as suits the curves"
                : memory.getAsInt() == 1 ? "none" : String.format(Locale.ROOT, "over %,d steps", memory.getAsInt());
        return "Smoothing: " + now
                + "\nA moving average with less weight for older values. Left end: as suits the curves";
    }
}
