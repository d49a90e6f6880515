package lipschitzlab.desktop.card;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import lipschitzlab.desktop.control.Command;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.Speed;

/** Chooses a speed. */
public final class SpeedBox extends ComboBox<Speed> {
    public SpeedBox(String id, ObjectProperty<Speed> speed, String help) {
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
