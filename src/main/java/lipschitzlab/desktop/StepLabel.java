package lipschitzlab.desktop;

import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** How far a lane is; or, as a chip, the recorded step that its card shows. */
final class StepLabel extends Label {
    private static final PseudoClass RECORDED = PseudoClass.getPseudoClass("recorded");

    StepLabel(LaneModel lane) {
        getStyleClass().add("lane-step");
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(lane), lane.recordedProperty(), lane.stepProperty(), lane.horizonProperty()));
        lane.recordedProperty().addListener((property, before, now) -> mark(now));
        mark(lane.recordedProperty().get());
    }

    private static String text(LaneModel lane) {
        OptionalInt recorded = lane.recordedProperty().get();
        return recorded.isPresent()
                ? "step " + Texts.count(recorded.getAsInt()) + ", recorded"
                : "step " + Texts.count(lane.stepProperty().get()) + " / "
                        + Texts.count(lane.horizonProperty().get());
    }

    private void mark(OptionalInt recorded) {
        pseudoClassStateChanged(RECORDED, recorded.isPresent());
    }
}
