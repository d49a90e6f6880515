package lipschitzlab.desktop.card;

import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.desktop.model.LaneModel;

/** How far a lane is; or, as a chip, the recorded step that its card shows, or that its samples are the averaged generator's. */
final class StepLabel extends Label {
    private static final PseudoClass RECORDED = PseudoClass.getPseudoClass("recorded");
    private static final PseudoClass AVERAGED = PseudoClass.getPseudoClass("averaged");

    /** Shows these {@link #steps}. */
    StepLabel(LaneModel lane, StringBinding steps) {
        getStyleClass().add("lane-step");
        textProperty().bind(Bindings.concat("step ", steps));
        lane.recordedProperty().subscribe(this::mark);
        lane.averagedProperty().subscribe(now -> pseudoClassStateChanged(AVERAGED, now));
    }

    /** The step and the horizon, or the recorded step that the card shows, or whose samples. */
    static StringBinding steps(LaneModel lane) {
        return Bindings.createStringBinding(
                () -> text(lane),
                lane.recordedProperty(),
                lane.averagedProperty(),
                lane.stepProperty(),
                lane.horizonProperty());
    }

    private static String text(LaneModel lane) {
        OptionalInt recorded = lane.recordedProperty().get();
        if (lane.averagedProperty().get()) {
            return Texts.count(lane.stepProperty().get()) + ", averaged";
        }
        return recorded.isPresent()
                ? Texts.count(recorded.getAsInt()) + ", recorded"
                : Texts.count(lane.stepProperty().get()) + " / "
                        + Texts.count(lane.horizonProperty().get());
    }

    private void mark(OptionalInt recorded) {
        pseudoClassStateChanged(RECORDED, recorded.isPresent());
    }
}
