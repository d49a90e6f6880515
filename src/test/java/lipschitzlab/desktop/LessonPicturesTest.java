package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.plot.Pictures;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

/** A picture of the window in each lesson, in {@code target/screenshots}, to be looked at by a person; one window for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> ALSO_DARK = List.of("why-a-constraint", "clipping-piles-up", "too-tight");
    private static final int STEPS = 2;
    private static final int WIDTH = 32;
    private static final int SMALL_SCREEN = 768;

    private OpenWindow lab;

    @BeforeAll
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        lab = onWindow(() -> new OpenWindow(new Stage(), Small.eightGaussians(2)));
        lab.awaitReady();
    }

    @AfterAll
    void close() throws InterruptedException {
        lab.close();
    }

    static List<String> names() {
        return Lessons.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theWindowShowsWhatTheLessonIsAboutAndAllThatEachStepNames(String name) {
        Lesson lesson = small(LessonReader.of(name));
        onWindow(() -> lab.window.lessons().open(lesson));
        await("the lesson", () -> lab.window.lessons().lessonProperty().get().equals(Optional.of(lesson)));
        lab.awaitReady();
        for (int step = 1; step <= STEPS; step++) {
            lab.fire("#step");
            lab.awaitStep(step);
        }
        await("rest", () -> lab.enabled("#play") && !experimentBusy());
        await("a history", () -> lab.window.scene().lookup("#history").isVisible());
        picture("lesson-" + name, 1280, 800);
        assertThat(new LessonEvidence(lab, lesson).unseen())
                .as("all that the lesson points at is seen at 1280 × 800")
                .isEmpty();
        if (ALSO_DARK.contains(name)) {
            lab.fire("#show-answer");
            onWindow(() -> lab.window.setTheme(Theme.DARK));
            picture("lesson-" + name + "-dark", 1920, 1080);
            onWindow(() -> lab.window.setTheme(Theme.LIGHT));
        }
    }

    /** A test of what words name shows nothing for words that it does not know. */
    @ParameterizedTest
    @MethodSource("names")
    void mostTextsOfALessonPointAtAPartOfTheWindow(String name) {
        Lesson lesson = LessonReader.of(name);
        assertThat(LessonEvidence.pointless(lesson)).isLessThan((lesson.steps().size() + 2) / 2 + 1);
    }

    @Test
    void theMenuFitsASmallScreen() {
        await("the lessons", () -> menu().getItems().size() > Lessons.names().size());
        onWindow(() -> menu().show());
        BufferedImage picture =
                onWindow(() -> WindowPicturesTest.drawn(popup().getScene().snapshot(null)));
        onWindow(() -> menu().hide());
        write("lesson-menu", picture);
        assertThat(picture.getHeight()).isLessThan(SMALL_SCREEN);
    }

    @Test
    void theFormAsksForEverythingThatALessonSays() {
        onWindow(() -> ((MenuButton) lab.window.scene().lookup("#save"))
                .getItems().stream()
                        .filter(item -> "save-as-lesson".equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        Window form = onWindow(() -> Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .findFirst()
                .orElseThrow());
        write(
                "lesson-form",
                onWindow(() -> WindowPicturesTest.drawn(form.getScene().snapshot(null))));
        assertThat(form.getHeight()).isLessThan(SMALL_SCREEN);
        onWindow(() -> assertAsksForAll(form.getScene()));
        onWindow(form::hide);
    }

    /** Each has its name above it, and without words in any of them there is nothing to save. */
    private static void assertAsksForAll(Scene form) {
        assertThat(LayoutCheck.faults(form)).isEmpty();
        Node save = form.lookup("#save-lesson");
        List<TextInputControl> fields = Stream.of("title", "claim", "source", "steps", "look-for", "where", "answer")
                .map(word -> (TextInputControl) form.lookup("#form-" + word))
                .toList();
        assertThat(form.getRoot().lookupAll(".text-input")).containsExactlyInAnyOrderElementsOf(fields);
        for (TextInputControl field : fields) {
            assertThat(form.getRoot().lookupAll(".label"))
                    .as("the name of " + field.getId())
                    .anyMatch(
                            label -> label instanceof Label named && named.getLabelFor() == field && named.isVisible());
            fields.forEach(each -> each.setText("words"));
            assertThat(save.isDisabled()).isFalse();
            field.setText(" ");
            assertThat(save.isDisabled()).as("saved without " + field.getId()).isTrue();
        }
    }

    /** The same with narrow layers and small batches, measured at every step. */
    static Lesson small(Lesson lesson) {
        return new Lesson(
                lesson.name(),
                lesson.title(),
                lesson.claim(),
                lesson.source(),
                lesson.steps(),
                lesson.lookFor(),
                lesson.where(),
                lesson.answer(),
                lesson.variants().stream()
                        .map(variant -> new Lesson.Variant(variant.name(), small(variant.preset())))
                        .toList(),
                lesson.alone(),
                lesson.controls(),
                lesson.view(),
                lesson.check());
    }

    private static Preset small(Preset preset) {
        Values shared = ByKey.with(preset.shared(), "batch", "16", "diagnosticsEvery", "1");
        Architecture critic = preset.critic() instanceof Mlp mlp
                ? new Mlp(Collections.nCopies(mlp.hidden().size(), WIDTH), mlp.slope())
                : preset.critic();
        return new Preset(
                preset.name(),
                preset.title(),
                preset.lookFor(),
                shared,
                preset.data(),
                preset.generator(),
                critic,
                preset.lanes(),
                preset.tuning(),
                preset.changes());
    }

    private static Window popup() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private MenuButton menu() {
        return lab.find("#lessons", MenuButton.class);
    }

    private boolean experimentBusy() {
        return lab.model.experimentProperty().get().orElseThrow().busy();
    }

    private void picture(String name, int width, int height) {
        lab.resize(width, height);
        lab.awaitPainted();
        BufferedImage picture =
                onWindow(() -> WindowPicturesTest.drawn(lab.window.scene().snapshot(null)));
        write(name, picture);
        assertThat(Arrays.stream(pixels(picture)).distinct().limit(101).count())
                .as("more than 100 colours")
                .isEqualTo(101);
    }

    private static void write(String name, BufferedImage picture) {
        Pictures.write(PICTURES.resolve(name + ".png"), picture, Map.of());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
