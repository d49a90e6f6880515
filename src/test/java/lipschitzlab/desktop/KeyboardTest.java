package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Uses the window without a mouse. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    /** More than there are places to stop at. */
    private static final int ONCE_AROUND = 60;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(20));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private boolean selected(String toggle) {
        return onWindow(() -> ((ToggleButton) lab.window.scene().lookup(toggle)).isSelected());
    }

    @Test
    void keysChooseWhatLiesBelowThePointsAndWhatCurvesAreDrawnAgainst() {
        lab.awaitReady();
        lab.press("#lab", KeyCode.G);
        assertThat(selected("#ground-slope")).isTrue();
        lab.press("#lab", KeyCode.G);
        assertThat(selected("#ground-direction")).isTrue();
        lab.press("#lab", KeyCode.G);
        assertThat(selected("#ground-value")).isTrue();
        lab.press("#lab", KeyCode.F9);
        assertThat(onWindow(() -> lab.window.scene().lookup("#pointer-ring").isVisible()))
                .isTrue();
        lab.press("#lab", KeyCode.F9);
        assertThat(onWindow(() -> lab.window.scene().lookup("#pointer-ring").isVisible()))
                .isFalse();
        lab.press("#lab", KeyCode.X);
        assertThat(selected("#by-time")).isTrue();
        lab.press("#lab", KeyCode.X);
        assertThat(selected("#by-steps")).isTrue();
    }

    @Test
    void whereverTheTabulatorStopsARingShowsIt(FxRobot robot) {
        lab.awaitReady();
        Set<Node> stops = new LinkedHashSet<>();
        for (int i = 0; i < ONCE_AROUND; i++) {
            robot.type(KeyCode.TAB);
            Node stop = onWindow(() -> lab.window.scene().getFocusOwner());
            if (!stops.add(stop)) {
                break;
            }
            await("a ring around " + stop, () -> ringed(stop));
        }
        assertThat(stops)
                .extracting(Node::getId)
                .contains("speed", "preset-chooser", "metric", "by-steps", "ground-value");
    }

    private static boolean ringed(Node stop) {
        Node shown = stop instanceof TitledPane ? stop.lookup(".title") : stop;
        return shown.getEffect() != null;
    }
}
