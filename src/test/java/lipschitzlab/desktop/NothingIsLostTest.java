package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.desktop.model.KeptRun;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What took long to train is lost only by whom answered yes. In this window any training is long, or else none is. */
@ExtendWith(ApplicationExtension.class)
class NothingIsLostTest {
    private static final double ANY = 0;
    private static final int STEPS = 3;

    @TempDir
    Path folder;

    private Stage stage;
    private OpenWindow lab;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private void open(double longSeconds) {
        lab = onWindow(() -> new OpenWindow(
                stage, Small.eightGaussians(STEPS, "batch", "16"), WindowPreferences.ofThisRun(), longSeconds));
        lab.awaitReady();
    }

    private Experiment trained() {
        lab.fire("#play");
        await("the end", () -> lab.model.training().finishedProperty().get());
        return shown();
    }

    private Experiment shown() {
        return onWindow(() -> lab.model.experimentProperty().get().orElseThrow());
    }

    /** The ways in which another experiment takes the place of the one on show. */
    enum Replacing {
        RESET(lab -> lab.press("#lab", KeyCode.R)),
        RESET_AFTER_A_CHANGE(lab -> {
            onWindow(() -> lab.model
                    .experimentProperty()
                    .get()
                    .orElseThrow()
                    .change("gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 3.0)));
            await("λ = 3", () -> lab.model.lanes().get(1).valuesProperty().get().get(GradientPenalty.LAMBDA) == 3);
            lab.press("#lab", KeyCode.R);
        }),
        RESEED(lab -> lab.fire("#reseed")),
        ANOTHER_PRESET(lab -> onWindow(() -> lab.model.open(Small.eightGaussians(5)))),
        A_LESSON(lab -> onWindow(
                () -> lab.window.lessons().open(LessonPicturesTest.small(LessonReader.of("why-a-constraint"))))),
        A_SETTING_THAT_STARTS_AGAIN(lab -> {
            lab.openSharedSettings();
            lab.type("#setting-batch", "8", KeyCode.ENTER);
        }),
        THE_PAPERS_SETTINGS(lab -> lab.fire("#recipe-published")),
        ANOTHER_ENGINE(lab ->
                onWindow(() -> lab.model.restart(java.util.function.UnaryOperator.identity(), "Started again", false)));

        private final Consumer<OpenWindow> way;

        Replacing(Consumer<OpenWindow> way) {
            this.way = way;
        }
    }

    @ParameterizedTest
    @EnumSource(Replacing.class)
    void aLongRunThatAnotherTakesThePlaceOfComesBackWithUndo(Replacing replacing) {
        open(ANY);
        assertThat(lab.enabled("#undo")).isFalse();
        Experiment before = trained();
        double[] losses = lab.losses(0);
        replacing.way.accept(lab);
        await("another experiment", () -> lab.model
                .experimentProperty()
                .get()
                .filter(now -> now != before)
                .isPresent());
        lab.awaitReady();
        assertThat(onWindow(() -> lab.model.messageProperty().get())).endsWith("; Undo (Ctrl+Z) brings back step 3");
        assertThat(lab.enabled("#undo")).isTrue();

        onWindow(() -> lab.model.undo());
        assertThat(shown()).isSameAs(before);
        lab.awaitReady();
        assertThat(lab.losses(0)).isEqualTo(losses);
        lab.fire("#play");
        lab.awaitStep(STEPS + 1);
    }

    @Test
    void aShortRunIsLeftWithoutAWord() {
        open(KeptRun.LONG_SECONDS);
        Experiment before = trained();
        lab.press("#lab", KeyCode.R);
        await("step 0", () -> lab.model.lanes().get(0).stepProperty().get() == 0);
        lab.fire("#reseed");
        await("another experiment", () -> lab.model
                .experimentProperty()
                .get()
                .filter(now -> now != before)
                .isPresent());
        lab.awaitReady();
        assertThat(lab.enabled("#undo")).isFalse();
        trained();
        lab.fire("#remove_lane");
        await("three lanes", () -> lab.model.lanes().size() == 3);
        assertThat(requestClose().isConsumed()).isFalse();
        assertThat(onWindow(this::dialogs)).isEmpty();
    }

    @Test
    void aLaneThatTrainedLongIsRemovedOnlyByWhomAnsweredYes() {
        open(ANY);
        trained();
        lab.press("#lab", KeyCode.DELETE);
        assertThat(answers()).containsExactlyInAnyOrder("Save …", "Remove", "Cancel");
        answer("Cancel");
        assertThat(onWindow(() -> lab.model.lanes().size())).isEqualTo(4);
        lab.press("#lab", KeyCode.DELETE);
        answer("Remove");
        await("three lanes", () -> lab.model.lanes().size() == 3);
    }

    @Test
    void aWindowWithALongRunAsksBeforeItCloses() {
        open(ANY);
        trained();
        assertThat(requestClose().isConsumed()).isTrue();
        assertThat(answers()).containsExactlyInAnyOrder("Save …", "Close", "Cancel");
        answer("Cancel");
        assertThat(onWindow(() -> lab.stage.isShowing())).isTrue();
        requestClose();
        answer("Close");
        await("a closed window", () -> !lab.stage.isShowing());
    }

    @Test
    void aRunThatIsSavedAsItStandsMayBeClosed() throws Exception {
        open(ANY);
        trained();
        lab.start = folder;
        requestClose();
        answer("Save …");
        onWindow(() -> ((TextField) dialogs().get(0).getScene().lookup("#folder-name")).setText("run"));
        onWindow(() -> ((ButtonBase) dialogs().get(0).getScene().lookup("#accept")).fire());
        await("a closed window", () -> !lab.stage.isShowing());
        assertThat(Files.exists(folder.resolve("run").resolve("run.yaml"))).isTrue();
        assertThat(requestClose().isConsumed()).isFalse();
        onWindow(() -> lab.model.training().step());
        lab.awaitStep(STEPS + 1);
        assertThat(requestClose().isConsumed()).isTrue();
        answer("Cancel");
    }

    private WindowEvent requestClose() {
        return onWindow(() -> {
            WindowEvent event = new WindowEvent(lab.stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            lab.stage.getOnCloseRequest().handle(event);
            return event;
        });
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .toList();
    }

    private List<String> answers() {
        return onWindow(() -> buttons().stream().map(ButtonBase::getText).toList());
    }

    private List<ButtonBase> buttons() {
        DialogPane pane = (DialogPane) dialogs().get(0).getScene().getRoot();
        return pane.getButtonTypes().stream()
                .map(pane::lookupButton)
                .map(ButtonBase.class::cast)
                .toList();
    }

    private void answer(String text) {
        onWindow(() -> buttons().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .fire());
    }
}
