package lipschitzlab.desktop.card;

import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LaneModel;

/** How far a lane is; or, as a chip, the recorded step that its card shows. */
final class StepLabel extends Label {
    private static final PseudoClass RECORDED = PseudoClass.getPseudoClass("recorded");

    /** Shows these {@link #steps}. */
    StepLabel(LaneModel lane, StringBinding steps) {
        getStyleClass().add("lane-step");
        textProperty().bind(Bindings.concat("step ", steps));
        lane.recordedProperty().subscribe(this::mark);
    }

    /** The step and the horizon, or the recorded step that the card shows. */
    static StringBinding steps(LaneModel lane) {
        return Bindings.createStringBinding(
                () -> text(lane), lane.recordedProperty(), lane.stepProperty(), lane.horizonProperty());
    }

    private static String text(LaneModel lane) {
        OptionalInt recorded = lane.recordedProperty().get();
        return recorded.isPresent()
                ? Texts.count(recorded.getAsInt()) + ", recorded"
                : Texts.count(lane.stepProperty().get()) + " / "
                        + Texts.count(lane.horizonProperty().get());
    }

    private void mark(OptionalInt recorded) {
        pseudoClassStateChanged(RECORDED, recorded.isPresent());
    }
}
