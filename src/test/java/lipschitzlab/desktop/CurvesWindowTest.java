package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import lipschitzlab.desktop.card.CurvesPane;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Touches the curves: reads them, sees a part of them, hides lanes and copies them. */
@ExtendWith(ApplicationExtension.class)
class CurvesWindowTest {
    private static final int STEPS = 40;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(STEPS));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void curvesAreReadZoomedHiddenAndCopied() {
        lab.awaitReady();
        lab.resize(1280, 800);
        lab.fire("#play");
        lab.awaitStep(STEPS);
        onWindow(() -> curves().choose(Metric.GAP));
        lab.awaitPainted();

        everyCardSaysWhatHappens();
        theCriticIsReadUnderTheMouse();
        valuesOfAllLanesStandBesideThePointer();
        arrowsReadThemToo();
        aPartIsChosenByDraggingAndTheWholeComesBack();
        aNameInTheLegendHidesItsLane();
        scalesAndSmoothingAreChosen();
        theyAreCopied();
    }

    private void everyCardSaysWhatHappens() {
        List<Label> lines = onWindow(() -> lab.window.scene().getRoot().lookupAll(".observation").stream()
                .map(Label.class::cast)
                .toList());
        assertThat(lines).hasSize(4).allSatisfy(line -> {
            assertThat(onWindow(line::getText)).isEqualTo("samples lie near no mode yet");
            assertThat(onWindow(line::getAccessibleHelp)).contains("Less than 10 % of samples");
        });
    }

    private void theCriticIsReadUnderTheMouse() {
        Node samples = onWindow(() -> lab.window.scene().lookup(".sample-view"));
        Point2D middle = onWindow(() -> new Point2D(
                samples.getLayoutBounds().getCenterX(),
                samples.getLayoutBounds().getCenterY()));
        mouse(samples, MouseEvent.MOUSE_MOVED, middle, 0);
        Label reading = (Label) onWindow(() -> samples.lookup(".point-reading"));
        assertThat(onWindow(reading::isVisible)).isTrue();
        assertThat(onWindow(reading::getText)).matches("x₁ \\S+   x₂ \\S+\nD \\S+   ‖∇D‖ \\S+");
        onWindow(() -> ((ToggleButton) lab.window.scene().lookup("#ground-direction")).setSelected(true));
        lab.awaitPainted();
        picture("arrows-light");
        onWindow(() -> ((ToggleButton) lab.window.scene().lookup("#ground-value")).setSelected(true));
        lab.awaitPainted();
    }

    private void valuesOfAllLanesStandBesideThePointer() {
        mouse(MouseEvent.MOUSE_MOVED, at(0.5, 0.5), 0);
        await("values at the pointer", () -> box().isVisible());
        assertThat(boxWords()).anyMatch(word -> word.matches("step \\d+"));
        assertThat(boxWords()).contains("spectral norm", "gradient penalty", "weight clipping");
        await("words that are whole", () -> LayoutCheck.faults((javafx.scene.Parent) box())
                .isEmpty());
        picture("curves-read-light");
        onWindow(() -> lab.window.setTheme(Theme.DARK));
        lab.awaitPainted();
        mouse(MouseEvent.MOUSE_MOVED, at(0.75, 0.4), 0);
        await("values at the pointer", () -> box().isVisible());
        assertThat(onWindow(() -> box().getBoundsInParent().getMaxX()))
                .as("the values at the right end stay within the chart")
                .isLessThanOrEqualTo(onWindow(() -> touch().getLayoutBounds().getWidth()));
        picture("curves-read-dark");
        mouse(MouseEvent.MOUSE_MOVED, at(0.5, -0.2), 0);
        await("no values beside the plot", () -> !box().isVisible());
    }

    private void arrowsReadThemToo() {
        onWindow(() -> touch().requestFocus());
        lab.press("#curve-touch", KeyCode.HOME);
        assertThat(boxWords()).contains("step 1");
        lab.press("#curve-touch", KeyCode.RIGHT);
        assertThat(boxWords()).contains("step 2");
        lab.press("#curve-touch", KeyCode.END);
        assertThat(boxWords()).contains("step " + STEPS);
        assertThat(onWindow(() -> touch().getAccessibleText()))
                .startsWith("step " + STEPS)
                .contains("; spectral norm: ");
        assertThat(lab.losses(0))
                .as("arrows train nothing while curves have the focus")
                .hasSize(STEPS);
    }

    private void aPartIsChosenByDraggingAndTheWholeComesBack() {
        assertThat(item("whole-curves").isDisable()).isTrue();
        mouse(MouseEvent.MOUSE_PRESSED, at(0.25, 0.5), 1);
        mouse(MouseEvent.MOUSE_DRAGGED, at(0.5, 0.5), 0);
        picture("curves-choosing");
        mouse(MouseEvent.MOUSE_RELEASED, at(0.5, 0.5), 0);
        await("the part that was chosen", () -> note().contains("a part: double-click shows the whole"));
        lab.awaitPainted();
        onWindow(() -> touch().requestFocus());
        lab.press("#curve-touch", KeyCode.HOME);
        assertThat(stepRead()).isBetween(STEPS / 5, STEPS / 2);
        lab.press("#curve-touch", KeyCode.END);
        assertThat(stepRead()).isBetween(STEPS / 2 - 5, STEPS - 5);
        picture("curves-part");
        mouse(MouseEvent.MOUSE_CLICKED, at(0.5, 0.5), 2);
        await("the whole again", () -> !note().contains("a part"));
        lab.awaitPainted();
    }

    private void aNameInTheLegendHidesItsLane() {
        clickOnTheFirstName();
        lab.awaitPainted();
        mouse(MouseEvent.MOUSE_MOVED, at(0.5, 0.5), 0);
        await(
                "values of the other lanes",
                () -> box().isVisible() && !boxWords().contains("spectral norm"));
        picture("curves-hidden");
        clickOnTheFirstName();
        lab.awaitPainted();
        mouse(MouseEvent.MOUSE_MOVED, at(0.5, 0.5), 0);
        await("values of all lanes", () -> box().isVisible() && boxWords().contains("spectral norm"));
    }

    private void scalesAndSmoothingAreChosen() {
        onWindow(() -> curves().choose(Metric.GRADIENT_NORM_MAX));
        onWindow(() -> ((RadioMenuItem) item("values-logarithmic")).setSelected(true));
        onWindow(() -> ((CheckMenuItem) item("logarithmic-time")).setSelected(true));
        lab.awaitPainted();
        picture("curves-logarithmic");
        onWindow(() -> ((Slider) lab.window.scene().lookup("#smoothing")).setValue(3));
        await("curves smoothed as wanted", () -> note().contains("smoothed over 5 measurements"));
        onWindow(() -> ((Slider) lab.window.scene().lookup("#smoothing")).setValue(0));
        onWindow(() -> curves().choose(Metric.GAP));
        await("why the gap, below 0, has no such scale", () -> note().contains("no value above 0"));
        onWindow(() -> ((RadioMenuItem) item("values-automatic")).setSelected(true));
        onWindow(() -> ((CheckMenuItem) item("logarithmic-time")).setSelected(false));
        lab.awaitPainted();
    }

    private void theyAreCopied() {
        onWindow(() -> item("copy-curves-numbers").fire());
        await("the message", () -> said().contains("copied as numbers"));
        String table = onWindow(() -> Clipboard.getSystemClipboard().getString());
        assertThat(table.lines()).hasSize(1 + STEPS);
        assertThat(table).startsWith("generator step\tspectral norm: Critic's gap");
        onWindow(() -> item("copy-curves-picture").fire());
        await("the message", () -> said().contains("copied as a picture"));
        assertThat(onWindow(() -> Clipboard.getSystemClipboard().getImage().getWidth()))
                .isEqualTo(1800);
    }

    /** A point of the chart, by shares of its width and height. */
    private Point2D at(double x, double y) {
        return onWindow(() -> new Point2D(
                x * touch().getLayoutBounds().getWidth(),
                y * touch().getLayoutBounds().getHeight()));
    }

    private void clickOnTheFirstName() {
        mouse(MouseEvent.MOUSE_CLICKED, onWindow(() -> curves().placeOfName(0).orElseThrow()), 1);
    }

    private void mouse(EventType<MouseEvent> type, Point2D place, int clicks) {
        mouse(onWindow(this::touch), type, place, clicks);
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D place, int clicks) {
        onWindow(() -> {
            Point2D inScene = node.localToScene(place);
            Point2D onScreen = node.localToScreen(place);
            boolean down = type == MouseEvent.MOUSE_DRAGGED || type == MouseEvent.MOUSE_PRESSED;
            MouseButton button = type == MouseEvent.MOUSE_MOVED ? MouseButton.NONE : MouseButton.PRIMARY;
            MouseEvent event = new MouseEvent(
                    type,
                    inScene.getX(),
                    inScene.getY(),
                    onScreen.getX(),
                    onScreen.getY(),
                    button,
                    clicks,
                    false,
                    false,
                    false,
                    false,
                    down,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null);
            Event.fireEvent(node, event);
        });
    }

    private int stepRead() {
        String read = boxWords().stream()
                .filter(word -> word.startsWith("step "))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(read.substring("step ".length()));
    }

    private javafx.scene.control.MenuItem item(String id) {
        return onWindow(
                () -> ((javafx.scene.control.MenuButton) lab.window.scene().lookup("#curve-menu"))
                        .getItems().stream()
                                .filter(each -> id.equals(each.getId()))
                                .findFirst()
                                .orElseThrow());
    }

    private CurvesPane curves() {
        return (CurvesPane) lab.window.scene().lookup("#curves");
    }

    private Node touch() {
        return lab.window.scene().lookup("#curve-touch");
    }

    private Node box() {
        return lab.window.scene().lookup(".readout");
    }

    private List<String> boxWords() {
        return onWindow(() -> box().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private String note() {
        return onWindow(() -> ((Label) curves().lookup(".note")).getText());
    }

    private String said() {
        return onWindow(() -> lab.model.messageProperty().get());
    }

    private void picture(String name) {
        Image image = onWindow(() -> lab.window.scene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/window-" + name + ".png"), FxImages.of(image), Map.of());
    }
}
