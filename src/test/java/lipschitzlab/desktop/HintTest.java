package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import lipschitzlab.desktop.control.Hint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HintTest {
    private Label label;

    /** Not before: a test's fields are made before there is a toolkit. */
    @Start
    void start(Stage stage) {
        label = new Label("σ₁");
    }

    @Test
    void aTooltipIsMadeWhenTheMouseComesAndFollowsTheText() {
        onWindow(() -> Hint.set(label, "the spectral norm"));
        assertThat(tooltips()).isEmpty();
        onWindow(this::enter);
        assertThat(tooltips()).extracting(Tooltip::getText).containsExactly("the spectral norm");
        onWindow(() -> Hint.set(label, "the largest singular value"));
        assertThat(tooltips()).extracting(Tooltip::getText).containsExactly("the largest singular value");
    }

    @Test
    void aNodeWithoutATextHasNoTooltip() {
        SimpleStringProperty text = new SimpleStringProperty("not recorded");
        onWindow(() -> Hint.bind(label, text));
        onWindow(this::enter);
        assertThat(tooltips()).hasSize(1);
        onWindow(() -> text.set(""));
        onWindow(this::enter);
        assertThat(tooltips()).isEmpty();
    }

    @Test
    void whoCannotSeeTheMouseIsToldTheSame() {
        onWindow(() -> Hint.set(label, "the spectral norm"));
        assertThat(label.getAccessibleHelp()).isEqualTo("the spectral norm");
    }

    private void enter() {
        Event.fireEvent(
                label,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    private List<Tooltip> tooltips() {
        return onWindow(() -> label.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .toList());
    }
}
