package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.constraint.WeightClipping;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.LessonText;
import lipschitzlab.lesson.CardView;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.SurfaceQuantity;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Goes through lessons as a person does. */
@ExtendWith(ApplicationExtension.class)
class LessonWindowTest {

    @TempDir
    Path folder;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(6));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void aLessonIsGoneThroughStepByStepAndLeftWithTheExperimentAsItStands() throws IOException {
        lab.awaitReady();
        openFile(Files.writeString(
                folder.resolve("small.yaml"), LessonText.twofold().toString()));
        await("the lesson", () -> exists("#lesson"));
        assertThat(exists("#preset-chooser")).isFalse();
        assertThat(text("#lesson-title")).isEqualTo("A small one");
        assertThat(onWindow(this::view))
                .isEqualTo(
                        new Lesson.View(CardView.WEIGHTS, SurfaceQuantity.SLOPE, Metric.NEAR_MODE, OptionalInt.of(2)));

        assertThat(text("#lesson-step")).isEqualTo("Press Play.");
        assertThat(text("#lesson-progress")).isEqualTo("1 of 2");
        assertThat(lab.enabled("#previous_step")).isFalse();
        lab.press("#lab", KeyCode.PAGE_DOWN);
        assertThat(text("#lesson-step")).isEqualTo("Look again.");
        assertThat(text("#lesson-progress")).isEqualTo("2 of 2");
        assertThat(lab.enabled("#next_step")).isFalse();
        lab.fire("#previous_step");
        assertThat(text("#lesson-progress")).isEqualTo("1 of 2");

        assertThat(exists("#lesson-rule")).isFalse();
        lab.fire("#show-answer");
        assertThat(text("#lesson-rule")).isEqualTo("share > 0.01");
        assertThat(text("#lesson-decided"))
                .isEqualTo(
                        "The claim holds if the whole 95 % interval of the median effect over 10 seeds lies above 0.01.");
        assertThat(exists("#lesson-verdict"))
                .as("a verdict of a lesson in a file")
                .isFalse();
        assertThat(exists("#show-answer")).isFalse();

        lab.awaitReady();
        lab.type("#setting-c", "0.05", KeyCode.ENTER);
        await("c = 0.05", () -> clippingBound() == 0.05);
        assertThat(exists("#setting-learningRate")).isFalse();

        assertThat(selected("#variant-narrow")).isTrue();
        lab.fire("#variant-wide");
        await("the wide variant", () -> batch() == 32);
        assertThat(selected("#variant-wide")).isTrue();
        assertThat(selected("#variant-narrow")).isFalse();
        assertThat(exists("#show-answer")).isFalse();

        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);
        Experiment before = experiment();
        lab.press("#lab", KeyCode.ESCAPE);
        assertThat(exists("#lesson")).isFalse();
        assertThat(exists("#preset-chooser")).isTrue();
        assertThat(experiment()).isSameAs(before);
    }

    @Test
    void anotherExperimentEndsTheLessonAndANewStartDoesNot() throws IOException {
        lab.awaitReady();
        openFile(Files.writeString(
                folder.resolve("small.yaml"), LessonText.twofold().toString()));
        await("the lesson", () -> exists("#lesson"));
        lab.awaitReady();
        lab.type("#setting-batch", "24", KeyCode.ENTER);
        await("a batch of 24", () -> batch() == 24);
        assertThat(exists("#lesson")).isTrue();
        onWindow(() -> lab.model.open(Small.eightGaussians(6)));
        await("the ordinary panel", () -> exists("#preset-chooser"));
        assertThat(exists("#lesson")).isFalse();
    }

    @Test
    void theMenuOffersEveryBundledLessonWithItsClaim() {
        await("the lessons", () -> menu().getItems().size() == Lessons.names().size() + 2);
        assertThat(menu().getItems())
                .extracting(javafx.scene.control.MenuItem::getId)
                .containsAll(
                        Lessons.names().stream().map(name -> "lesson-" + name).toList())
                .contains("open-lesson-file");
    }

    @Test
    void anExperimentIsSavedAsALessonThatTheWindowOpens() {
        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);
        onWindow(() -> experiment().change("gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 7.0)));
        Path file = folder.resolve("mine.yaml");
        lab.choose("#save", "save-as-lesson");
        Scene form = onWindow(this::form);
        Button save = (Button) form.lookup("#save-lesson");
        assertThat(save.isDisabled()).isTrue();
        onWindow(() -> {
            input(form, "#form-claim").setText("λ = 7 is better.");
            input(form, "#form-steps").setText("Press Play.\n\nLook.");
            input(form, "#form-answer").setText("It is not.");
        });
        assertThat(save.isDisabled()).isFalse();
        lab.answers.add(Optional.empty());
        onWindow(save::fire);
        assertThat(onWindow(() -> form.getWindow().isShowing())).isTrue();
        lab.answers.add(Optional.of(file));
        onWindow(save::fire);
        await("the saved lesson", () -> lab.model.messageProperty().get().equals("Saved to " + file));
        assertThat(onWindow(() -> form.getWindow() == null || !form.getWindow().isShowing()))
                .isTrue();

        Lesson saved = LessonReader.read(file);
        assertThat(saved.steps()).containsExactly("Press Play.", "Look.");
        assertThat(saved.controls()).contains("lambda", "c");
        assertThat(saved.variants().get(0).preset().changes())
                .anySatisfy(change ->
                        assertThat(((Change.Value) change).assignment().text()).isEqualTo("7"));
        openFile(file);
        await("the lesson", () -> exists("#lesson"));
        assertThat(exists("#lesson-rule")).isFalse();
    }

    private void openFile(Path file) {
        lab.answers.add(Optional.of(file));
        lab.choose("#open", "open-file");
    }

    private Lesson.View view() {
        return lab.window.bench().view();
    }

    private MenuButton menu() {
        return lab.find("#lessons", MenuButton.class);
    }

    private Scene form() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .findFirst()
                .orElseThrow()
                .getScene();
    }

    private static TextInputControl input(Scene form, String selector) {
        return (TextInputControl) form.lookup(selector);
    }

    private boolean exists(String selector) {
        return onWindow(() -> lab.window.scene().lookup(selector) != null);
    }

    private boolean selected(String selector) {
        return onWindow(() -> ((ToggleButton) lab.window.scene().lookup(selector)).isSelected());
    }

    private String text(String selector) {
        return onWindow(() -> ((Label) lab.window.scene().lookup(selector)).getText());
    }

    private Experiment experiment() {
        return onWindow(() -> lab.model.experimentProperty().get().orElseThrow());
    }

    private double clippingBound() {
        return lab.model.lanes().get(1).valuesProperty().get().get(WeightClipping.BOUND);
    }

    private double batch() {
        return lab.model
                .experimentProperty()
                .get()
                .orElseThrow()
                .preset()
                .shared()
                .get(SharedSettings.BATCH);
    }
}
