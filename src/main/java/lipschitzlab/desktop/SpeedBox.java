package lipschitzlab.desktop;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;

/** Chooses a speed. */
final class SpeedBox extends ComboBox<Speed> {
    SpeedBox(String id, ObjectProperty<Speed> speed, String help) {
        setId(id);
        getStyleClass().add("small-box");
        getItems().setAll(Speed.values());
        Follow.titles(this, Speed::title);
        valueProperty().bindBidirectional(speed);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Speed");
        Hint.set(this, help + "\n" + Command.FASTER.keys() + " is faster, " + Command.SLOWER.keys() + " slower.");
    }
}
