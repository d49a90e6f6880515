package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lipschitzlab.experiment.Lesson;
import lipschitzlab.experiment.LessonReader;
import lipschitzlab.experiment.Lessons;
import lipschitzlab.network.Architecture.Mlp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

/** A picture of the window in each lesson, in {@code target/screenshots}, to be looked at by a person; one window for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> ALSO_DARK = List.of("why-a-constraint", "clipping-piles-up", "too-tight");
    private static final int DEEP = 8;

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
    void theWindowShowsWhatTheLessonIsAbout(String name) throws IOException {
        Lesson lesson = LessonReader.of(name);
        onWindow(() -> lab.window.lessons().open(lesson));
        await("the lesson", () -> lab.window.lessons().lessonProperty().get().equals(Optional.of(lesson)));
        lab.awaitReady();
        for (int step = 1; step <= steps(lesson); step++) {
            lab.fire("#step");
            lab.awaitStep(step);
        }
        await("rest", () -> lab.enabled("#play") && !experimentBusy());
        picture("lesson-" + name, 1280, 800);
        if (ALSO_DARK.contains(name)) {
            lab.fire("#show-answer");
            onWindow(() -> lab.window.setTheme(Theme.DARK));
            picture("lesson-" + name + "-dark", 1920, 1080);
            onWindow(() -> lab.window.setTheme(Theme.LIGHT));
        }
    }

    private static int steps(Lesson lesson) {
        boolean deep = lesson.variants().get(0).preset().critic() instanceof Mlp mlp
                && mlp.hidden().size() > DEEP;
        return deep ? 1 : 2;
    }

    private boolean experimentBusy() {
        return lab.model.experimentProperty().get().orElseThrow().busy();
    }

    private void picture(String name, int width, int height) throws IOException {
        onWindow(() -> {
            lab.stage.setX(0);
            lab.stage.setY(0);
            lab.stage.setWidth(width);
            lab.stage.setHeight(height);
        });
        Stillness stillness = new Stillness();
        await("a still picture", stillness::reached);
        Files.createDirectories(PICTURES);
        ImageIO.write(stillness.last, "png", PICTURES.resolve(name + ".png").toFile());
        assertThat(colours(stillness.last)).isGreaterThan(100);
    }

    /** Nothing changed between two looks that are a round of the charts apart. */
    private final class Stillness {
        private static final long APART_NANOS = 1_000_000_000L;
        private BufferedImage last = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        private long since = System.nanoTime();

        boolean reached() {
            if (System.nanoTime() - since < APART_NANOS) {
                return false;
            }
            WritableImage now = lab.window.scene().snapshot(null);
            BufferedImage drawn = WindowPicturesTest.drawn(now);
            boolean same = Arrays.equals(pixels(drawn), pixels(last));
            last = drawn;
            since = System.nanoTime();
            return same;
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(pixels(image)).distinct().count();
    }
}
