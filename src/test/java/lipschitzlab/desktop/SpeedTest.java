package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.event.Event;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import lipschitzlab.desktop.model.HistoryModel;
import lipschitzlab.desktop.model.Speed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Trains and plays history as slowly as somebody wants to watch. Frames are at every fifth of 20 steps. */
@ExtendWith(ApplicationExtension.class)
class SpeedTest {
    private static final int STEPS = 20;
    private static final long SECOND = 1_000_000_000L;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(STEPS, "schedule.diagnosticsEvery", "5", "batch", "16"));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private Speed speed() {
        return onWindow(() -> lab.model.training().speedProperty().get());
    }

    /** As on most keyboards. */
    private void pressPlusWhereItNeedsShift() {
        onWindow(() -> Event.fireEvent(
                lab.window.scene().getRoot(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "+", "+", KeyCode.PLUS, true, false, false, false)));
    }

    private void awaitRest() {
        await("rest", () -> !lab.model.experimentProperty().get().orElseThrow().busy());
    }

    @Test
    void keysAndTheBoxMakeTrainingFasterAndSlowerAndOnePressIsOneStepByHand() {
        lab.awaitReady();
        assertThat(speed()).isEqualTo(Speed.FULL);
        lab.press("#lab", KeyCode.MINUS);
        assertThat(speed()).isEqualTo(Speed.TWENTY_FIVE);
        for (int i = 0; i < 9; i++) {
            lab.press("#lab", KeyCode.SUBTRACT);
        }
        assertThat(onWindow(() -> ((ComboBox<?>) lab.window.scene().lookup("#speed")).getValue()))
                .isEqualTo(Speed.BY_HAND);
        for (int step = 1; step <= 2; step++) {
            lab.press("#lab", KeyCode.SPACE);
            lab.awaitStep(step);
            awaitRest();
            int now = step;
            assertThat(lab.model.lanes())
                    .allSatisfy(lane -> assertThat(lane.lane().step()).isEqualTo(now));
        }
        pressPlusWhereItNeedsShift();
        assertThat(speed()).isEqualTo(Speed.ONE);
        lab.press("#lab", KeyCode.SPACE);
        lab.awaitStep(3);
        lab.press("#lab", KeyCode.EQUALS);
        lab.press("#lab", KeyCode.EQUALS);
        lab.press("#lab", KeyCode.EQUALS);
        assertThat(speed()).isEqualTo(Speed.FULL);
        lab.awaitStep(STEPS);
    }

    @Test
    void trainingThatPlaysRestsWhenStepsAreByHand() {
        lab.awaitReady();
        onWindow(() -> lab.model.training().speedProperty().set(Speed.ONE));
        lab.fire("#play");
        lab.awaitStep(1);
        onWindow(() -> lab.model.training().speedProperty().set(Speed.BY_HAND));
        awaitRest();
        assertThat(onWindow(() -> lab.model.training().playingProperty().get())).isFalse();
    }

    @Test
    void anotherExperimentTrainsAtTheSameSpeed() {
        lab.awaitReady();
        onWindow(() -> lab.model.training().speedProperty().set(Speed.BY_HAND));
        lab.fire("#reseed");
        await("another", () -> !lab.model.openingProperty().get());
        lab.awaitReady();
        await("its pictures", () -> lab.enabled("#play"));
        lab.press("#lab", KeyCode.SPACE);
        lab.awaitStep(1);
        awaitRest();
        assertThat(onWindow(() -> lab.model.lanes().get(0).lane().step())).isEqualTo(1);
        assertThat(speed()).isEqualTo(Speed.BY_HAND);
    }

    @Test
    void historyIsPlayedAtItsOwnSpeedAndKeysChangeItWhileAPersonLooksBack() {
        lab.awaitReady();
        lab.fire("#play");
        await("the end", () -> lab.model.training().finishedProperty().get());
        await("the last frame", () -> lab.model.history().lastProperty().get() == STEPS);
        // Another one, since the window's plays by its own clock.
        HistoryModel history = new HistoryModel(lab.model.lanes());
        List<Integer> seen = new ArrayList<>();
        onWindow(() -> {
            history.pull();
            history.speedProperty().set(Speed.ONE);
            history.stepProperty().subscribe(now -> seen.add(now.orElse(-1)));
            history.playTo(0);
            history.togglePlaying();
            assertThat(history.playTo(SECOND / 2)).isFalse();
            assertThat(history.playTo(SECOND)).isTrue();
            assertThat(history.stepProperty().get()).isEqualTo(OptionalInt.of(5));
            history.speedProperty().set(Speed.FIVE);
            assertThat(history.playTo(SECOND + SECOND / 5)).isTrue();
            assertThat(history.stepProperty().get()).isEqualTo(OptionalInt.of(10));
            history.speedProperty().set(Speed.BY_HAND);
            assertThat(history.playingProperty().get()).isFalse();
            assertThat(history.playTo(10 * SECOND)).isFalse();
            history.togglePlaying();
        });
        assertThat(seen).containsExactly(-1, 0, 5, 10, 15);

        onWindow(() -> lab.model.history().goTo(0));
        Speed before = speed();
        lab.press("#lab", KeyCode.PLUS);
        assertThat(speed()).isEqualTo(before);
        assertThat(onWindow(() -> lab.model.history().speedProperty().get())).isEqualTo(Speed.TWENTY_FIVE);
    }
}
