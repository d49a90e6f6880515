package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.lesson.CardView;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Every word in the window can be read in full: at the sizes of common screens, and with type of twice the size on the largest. */
class LayoutTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int[][] SIZES = {{1280, 800}, {1440, 900}, {1920, 1080}};
    private static final int STEPS = 4;

    private OpenWindow lab;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() throws InterruptedException {
        onWindow(() -> lab.window.setTheme(Theme.LIGHT));
        lab.close();
    }

    private void open(Preset preset) {
        lab = onWindow(() -> new OpenWindow(new Stage(), preset));
        lab.awaitReady();
        for (int step = 1; step <= STEPS; step++) {
            lab.fire("#step");
            lab.awaitStep(step);
        }
        await("rest", () -> lab.enabled("#play"));
        await(
                "something to go back to",
                () -> lab.window.scene().lookup("#history").isVisible());
    }

    @Test
    void fourLanesAreReadAtEverySize() throws IOException {
        open(Small.eightGaussians(1000, "schedule.diagnosticsEvery", "1"));
        assertRead("four", SIZES);
        for (CardView view : CardView.values()) {
            choose(view);
            assertRead("four-" + view.id(), new int[][] {{1280, 800}});
        }
        choose(CardView.MATRIX);
        lab.fire("#ground-slope");
        onWindow(() -> lab.model.history().goTo(1));
        assertRead("four-recorded", SIZES);
    }

    @Test
    void theWholeToolbarHasRoomInTheSmallestWindow() throws IOException {
        open(Small.eightGaussians(1000, "schedule.diagnosticsEvery", "1"));
        assertRead("smallest", new int[][] {{1182, 682}});
        assertThat(onWindow(() ->
                        lab.window.scene().lookup(".tool-bar-overflow-button").isVisible()))
                .as("a button is hidden behind the arrows at the end")
                .isFalse();
    }

    @Test
    void fourLanesAreReadInTypeOfTwiceTheSize() throws IOException {
        open(Small.eightGaussians(1000, "schedule.diagnosticsEvery", "1"));
        larger();
        assertRead("four-twice", SIZES);
    }

    @Test
    void eightLanesAreReadAtEverySize() throws IOException {
        open(PresetReader.of(
                "more-methods",
                Map.of(
                        "generator.hidden", "[16]",
                        "critic.hidden", "[16]",
                        "batch", "16",
                        "schedule.diagnosticsEvery", "1",
                        "schedule.steps", "1000")));
        assertRead("eight", SIZES);
        onWindow(() -> lab.model.history().goTo(1));
        assertRead("eight-recorded", new int[][] {{1280, 800}});
    }

    @Test
    void combinationsAndTheirLongNamesAreReadAtEverySize() throws IOException {
        open(PresetReader.of(
                "combinations",
                Map.of(
                        "generator.hidden", "[16]",
                        "critic.hidden", "[16]",
                        "batch", "16",
                        "schedule.diagnosticsEvery", "1",
                        "schedule.steps", "1000")));
        assertRead("combinations", SIZES);
    }

    @Test
    void imagesAreReadAtEverySizeAndInBothThemes() throws IOException {
        open(PresetReader.of("shapes", Map.of("schedule.steps", "10", "schedule.diagnosticsEvery", "1", "batch", "8")));
        assertRead("images", SIZES);
        onWindow(() -> lab.window.setTheme(Theme.DARK));
        assertRead("images-dark", new int[][] {{1280, 800}});
    }

    private void larger() {
        for (int i = 0; i < 5; i++) {
            onWindow(() -> Event.fireEvent(
                    lab.window.scene().getRoot(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.PLUS, false, true, false, false)));
        }
    }

    @SuppressWarnings("unchecked")
    private void choose(CardView view) {
        onWindow(() -> ((ComboBox<CardView>) lab.window.scene().lookup("#card-view")).setValue(view));
    }

    private void assertRead(String name, int[][] sizes) throws IOException {
        List<String> faults = new ArrayList<>();
        for (int[] size : sizes) {
            lab.resize(size[0], size[1]);
            String place = String.format(Locale.ROOT, "layout-%s-%dx%d", name, size[0], size[1]);
            // A message may be of any length, beside a processor's name of any length; its tooltip has all of it.
            onWindow(() -> LayoutCheck.faults(lab.window.scene())).stream()
                    .filter(fault -> !fault.endsWith("#message"))
                    .forEach(fault -> faults.add(place + ": " + fault));
            picture(place);
        }
        assertThat(faults).isEmpty();
    }

    private void picture(String name) throws IOException {
        if (!Boolean.getBoolean("lab.pictures")) {
            return;
        }
        lab.awaitPainted();
        BufferedImage picture =
                onWindow(() -> WindowPicturesTest.drawn(lab.window.scene().snapshot(null)));
        Files.createDirectories(PICTURES);
        ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
    }
}
