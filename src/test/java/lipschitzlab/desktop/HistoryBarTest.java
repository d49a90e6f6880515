package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Looks back as a person does. Frames are at every fifth of 20 steps. */
@ExtendWith(ApplicationExtension.class)
class HistoryBarTest {
    private static final int STEPS = 20;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(STEPS, "schedule.diagnosticsEvery", "5", "batch", "16"));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private void train() {
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(STEPS);
        await("the end", () -> lab.model.training().finishedProperty().get());
        await("the last frame", () -> lab.model.history().lastProperty().get() == STEPS);
    }

    private void scrub(double value) {
        onWindow(() -> ((Slider) lab.window.scene().lookup("#history-slider")).setValue(value));
    }

    private List<String> cards() {
        List<String> texts = new ArrayList<>();
        lab.window.scene().getRoot().lookupAll(".lane-step").forEach(label -> texts.add(((Label) label).getText()));
        return texts;
    }

    private void awaitCards(String text) {
        await(
                "cards that say " + text,
                () -> cards().size() == 4 && cards().stream().allMatch(text::equals));
    }

    private boolean barVisible() {
        return onWindow(() -> lab.window.scene().lookup("#history").isVisible());
    }

    private OptionalInt step() {
        return onWindow(() -> lab.model.history().stepProperty().get());
    }

    private int[] settledPicture() {
        lab.awaitPainted();
        return picture();
    }

    private int[] picture() {
        return onWindow(() -> {
            Image image = ((ImageView) lab.window
                            .scene()
                            .lookup("#card-weight-clipping .sample-view")
                            .lookup("ImageView"))
                    .getImage();
            int width = (int) image.getWidth();
            int[] argb = new int[width * (int) image.getHeight()];
            image.getPixelReader()
                    .getPixels(0, 0, width, argb.length / width, PixelFormat.getIntArgbInstance(), argb, 0, width);
            return argb;
        });
    }

    @Test
    void thereIsNoBarBeforeTwoFramesAreRecordedNorAfterReset() {
        lab.awaitReady();
        assertThat(barVisible()).isFalse();
        train();
        assertThat(barVisible()).isTrue();
        scrub(10);
        awaitCards("step 10, recorded");
        lab.fire("#reset");
        await("no bar", () -> !lab.window.scene().lookup("#history").isVisible());
        awaitCards("step 0 / 20");
        assertThat(step()).isEmpty();
    }

    @Test
    void scrubbingShowsTheRecordedStepNearestBeforeOnEveryCardAndEscGoesBackToLive() {
        train();
        int[] newest = settledPicture();
        scrub(13.7);
        awaitCards("step 10, recorded");
        assertThat(onWindow(() -> ((Label) lab.window.scene().lookup("#history-step")).getText()))
                .isEqualTo("step 10 of 20, recorded");
        assertThat(lab.model.lanes()).allSatisfy(lane -> assertThat(onWindow(
                        () -> lane.snapshotProperty().get().orElseThrow().step()))
                .isEqualTo(10));
        assertThat(settledPicture()).isNotEqualTo(newest);
        lab.press("#lab", KeyCode.ESCAPE);
        awaitCards("step 20 / 20");
        assertThat(settledPicture()).isEqualTo(newest);
    }

    @Test
    void trainingGoesOnWhileCardsShowHistory() {
        train();
        scrub(5);
        awaitCards("step 5, recorded");
        lab.fire("#extend");
        lab.awaitStep(2 * STEPS);
        assertThat(onWindow(this::cards)).containsOnly("step 5, recorded");
        await("more to look back at", () -> lab.model.history().lastProperty().get() == 2 * STEPS);
        lab.fire("#live");
        awaitCards("step 40 / 40");
    }

    @Test
    void keysGoFromOneRecordedStepToTheNext() {
        train();
        lab.press("#lab", KeyCode.COMMA);
        awaitCards("step 15, recorded");
        lab.press("#history-slider", KeyCode.LEFT);
        awaitCards("step 10, recorded");
        lab.press("#history-slider", KeyCode.RIGHT);
        awaitCards("step 15, recorded");
        lab.press("#history-slider", KeyCode.HOME);
        awaitCards("step 0, recorded");
        lab.press("#lab", KeyCode.PERIOD);
        awaitCards("step 5, recorded");
        lab.press("#history-slider", KeyCode.END);
        awaitCards("step 20 / 20");
    }

    @Test
    void playingHistoryShowsEachRecordedStepAndEndsAtTheNewest() {
        train();
        Set<Integer> seen = new TreeSet<>();
        onWindow(() ->
                lab.model.history().stepProperty().addListener((property, before, now) -> now.ifPresent(seen::add)));
        lab.press("#lab", KeyCode.P);
        assertThat(onWindow(() -> lab.model.history().playingProperty().get())).isTrue();
        await("the end of history", () -> !lab.model.history().playingProperty().get());
        assertThat(onWindow(() -> List.copyOf(seen))).containsExactly(0, 5, 10, 15, 20);
        awaitCards("step 20 / 20");
    }
}
