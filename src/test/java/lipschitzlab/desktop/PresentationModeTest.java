package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import lipschitzlab.desktop.control.FontProbe;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.Presets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Shows the window to an audience: larger type, the whole screen, one card alone; and looks at what it opens with. */
@ExtendWith(ApplicationExtension.class)
class PresentationModeTest {
    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(100, "schedule.diagnosticsEvery", "1"));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private void size(int width, int height) {
        onWindow(() -> {
            lab.stage.setWidth(width);
            lab.stage.setHeight(height);
        });
        // The divider is placed after the window has its size, and the cards after that.
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            onWindow(() -> {
                lab.window.scene().getRoot().applyCss();
                lab.window.scene().getRoot().layout();
            });
        }
    }

    private void withShortcut(KeyCode code) {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        onWindow(() -> Event.fireEvent(
                lab.window.scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, !mac, false, mac)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private double type(String selector) {
        return onWindow(() -> {
            lab.window.scene().getRoot().applyCss();
            return ((Label) lab.window.scene().getRoot().lookup(selector))
                    .getFont()
                    .getSize();
        });
    }

    @Test
    void typeGrowsWithTheWindowAndWithTheKeysAndGoesBackToTheUsualSize() {
        lab.awaitReady();
        size(1280, 800);
        double small = type("#message");
        size(1920, 1080);
        double large = type("#message");
        assertThat(large).isGreaterThan(1.1 * small);
        withShortcut(KeyCode.PLUS);
        withShortcut(KeyCode.EQUALS);
        withShortcut(KeyCode.ADD);
        assertThat(type("#message")).isGreaterThan(1.4 * large);
        assertThat(type(".fact-name")).isGreaterThan(12);
        withShortcut(KeyCode.MINUS);
        assertThat(type("#message")).isBetween(1.2 * large, 1.3 * large);
        withShortcut(KeyCode.DIGIT0);
        assertThat(type("#message")).isEqualTo(large);
    }

    @Test
    void chartsAreDrawnInLargerTypeToo() {
        lab.awaitReady();
        size(1920, 1080);
        double before = onWindow(() -> probe().scale());
        withShortcut(KeyCode.PLUS);
        assertThat(onWindow(() -> probe().scale()))
                .isEqualTo(1.1 * before, org.assertj.core.api.Assertions.within(1e-6));
    }

    private FontProbe probe() {
        lab.window.scene().getRoot().applyCss();
        return lab.window.scene().getRoot().lookup("#curves").lookupAll(".label").stream()
                .filter(FontProbe.class::isInstance)
                .map(FontProbe.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCardThatFillsTheWindowHasLargerType() {
        lab.awaitReady();
        size(1280, 800);
        double before = type(".lane-title");
        lab.press("#lab", KeyCode.F);
        assertThat(type(".lane-title")).isGreaterThan(1.2 * before);
        assertThat(onWindow(() -> LayoutCheck.faults(lab.window.scene()))).isEmpty();
    }

    @Test
    void theWindowFillsTheScreenAndEscLeavesItOnlyWhenNothingElseIsToBeLeft() {
        lab.awaitReady();
        lab.press("#lab", KeyCode.F11);
        assertThat(onWindow(lab.stage::isFullScreen)).isTrue();
        lab.press("#lab", KeyCode.F);
        lab.press("#lab", KeyCode.ESCAPE);
        assertThat(onWindow(() -> lab.window.bench().deck().fillingProperty().get()))
                .isEmpty();
        assertThat(onWindow(lab.stage::isFullScreen)).isTrue();
        lab.press("#lab", KeyCode.ESCAPE);
        assertThat(onWindow(lab.stage::isFullScreen)).isFalse();
    }

    @Test
    void theFirstCurveIsOneThatLanesShareAUnitOfOnEveryKindOfData() {
        lab.awaitReady();
        Metric shown = onWindow(() -> (Metric) ((ComboBox<?>) lab.window.scene().lookup("#metric")).getValue());
        assertThat(shown.comparable()).isTrue();
        for (String preset : Presets.names()) {
            assertThat(shown.fits(PresetReader.of(preset, java.util.Map.of()).data()))
                    .as(preset)
                    .isTrue();
        }
    }

    @Test
    void nothingBesideANumberMovesWhenItsDigitsChange() {
        lab.awaitReady();
        size(1280, 800);
        for (int step = 1; step <= 3; step++) {
            List<Double> before = places();
            lab.fire("#step");
            lab.awaitStep(step);
            assertThat(places()).as("step " + step).isEqualTo(before);
        }
    }

    /** Where names and units beside numbers begin, and numbers end. */
    private List<Double> places() {
        return onWindow(() -> {
            lab.window.scene().getRoot().applyCss();
            lab.window.scene().getRoot().layout();
            List<Double> places = new ArrayList<>();
            for (String selector : List.of(".fact-name", ".lane-pace .label", ".deck-legend .label")) {
                for (Node node : lab.window.scene().getRoot().lookupAll(selector)) {
                    if (!(node instanceof FontProbe)) {
                        places.add(node.localToScene(node.getLayoutBounds()).getMinX());
                    }
                }
            }
            lab.window
                    .scene()
                    .getRoot()
                    .lookupAll(".fact-value")
                    .forEach(node ->
                            places.add(node.localToScene(node.getLayoutBounds()).getMaxX()));
            return places;
        });
    }

    @Test
    void theCrossesOfTheSlopeAreExplainedWhileTheyAreShown() {
        lab.awaitReady();
        assertThat(onWindow(() -> lab.window.scene().lookup("#between").isVisible()))
                .isFalse();
        lab.fire("#ground-slope");
        OpenWindow.await(
                "the crosses' name", () -> lab.window.scene().lookup("#between").isVisible());
        assertThat(onWindow(() -> ((Label) lab.window.scene().lookup("#between")).getText()))
                .isEqualTo("between");
    }

    @Test
    void whatToLookForIsTwoSentencesAndTheOthersOnDemand() {
        lab.awaitReady();
        Label first = lab.find("#look-for", Label.class);
        Label others = lab.find("#look-for-more", Label.class);
        assertThat(first.getText().split("(?<=[.?!]) ")).hasSize(2);
        assertThat(others.isVisible()).isFalse();
        assertThat(others.isManaged()).isFalse();
        lab.fire("#more-to-look-for");
        assertThat(others.isVisible()).isTrue();
        assertThat(first.getText() + " " + others.getText())
                .isEqualTo(lab.model
                        .experimentProperty()
                        .get()
                        .orElseThrow()
                        .preset()
                        .lookFor()
                        .strip());
    }
}
