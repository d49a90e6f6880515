package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of the window with eight lanes, in {@code target/screenshots}, to be looked at by a person. */
@ExtendWith(ApplicationExtension.class)
class EightLanesPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int STEPS = 100;
    private static final double LEGIBLE_SAMPLES = 85;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, eight());
    }

    private static Preset eight() {
        return PresetReader.of(
                "more-methods",
                Map.of(
                        "generator.hidden", "[32, 32]",
                        "critic.hidden", "[32, 32]",
                        "batch", "64",
                        "schedule.steps", Integer.toString(STEPS)));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void eightCardsStandInTwoRowsAtBothSizesInBothThemes() throws IOException {
        lab.awaitReady();
        lab.fire("#remove_lane");
        lab.press("#lab", KeyCode.A);
        Window form = onWindow(() -> Window.getWindows().get(1));
        save(onWindow(() -> form.getScene()), "add-lane-light");
        onWindow(form::hide);
        onWindow(() -> chooser().getSelectionModel().select(2));
        lab.press("#lab", KeyCode.D);
        lab.fire("#play");
        lab.awaitStep(STEPS);
        pictures(1280, 800);
        pictures(1920, 1080);
        onWindow(() -> HelpDialog.show(lab.stage));
        Window help = onWindow(() -> Window.getWindows().get(1));
        save(onWindow(() -> help.getScene()), "help-dark");
        onWindow(help::hide);
    }

    @Test
    void eightLanesOfOneMethodDifferByDashAndMarker() throws IOException {
        Preset one = Small.eightGaussians(60).withOnly(java.util.List.of("gradient-penalty"), "test");
        lab.awaitReady();
        onWindow(() -> lab.model.open(one));
        await("one lane", () -> lab.model.lanes().size() == 1);
        lab.awaitReady();
        for (int lane = 2; lane <= 8; lane++) {
            lab.press("#lab", KeyCode.D);
            int tenths = lane;
            onWindow(() -> lab.model.whenOpen(running -> running.change(
                    running.lanes().get(tenths - 1).id(),
                    new Assignment<>(GradientPenalty.LAMBDA, tenths * tenths / 4.0))));
        }
        lab.fire("#play");
        lab.awaitStep(60);
        picture("eight-of-one-method-1280x800-light", 1280, 800);
    }

    private void pictures(int width, int height) throws IOException {
        for (Theme theme : Theme.values()) {
            onWindow(() -> lab.window.setTheme(theme));
            String ending = theme.name().toLowerCase(Locale.ROOT);
            picture("eight-lanes-" + width + "x" + height + "-" + ending, width, height);
        }
    }

    private ComboBox<?> chooser() {
        return (ComboBox<?>) lab.window.scene().lookup("#lane-chooser");
    }

    private void picture(String name, int width, int height) throws IOException {
        onWindow(() -> {
            lab.stage.setX(0);
            lab.stage.setY(0);
            lab.stage.setWidth(width);
            lab.stage.setHeight(height);
        });
        await("all pictures painted", new WindowPicturesTest.Stillness());
        await("every chart's turn", new WindowPicturesTest.Stillness());
        save(lab.window.scene(), name);
        assertThat(onWindow(() -> lab.window.scene().getRoot().lookupAll(".sample-view").stream()
                        .mapToDouble(EightLanesPicturesTest::side)
                        .min()
                        .orElseThrow()))
                .isGreaterThan(LEGIBLE_SAMPLES);
    }

    private static double side(Node samples) {
        return Math.min(
                samples.getLayoutBounds().getWidth(), samples.getLayoutBounds().getHeight());
    }

    private static void save(Scene scene, String name) throws IOException {
        BufferedImage picture = onWindow(() -> WindowPicturesTest.drawn(scene.snapshot(null)));
        Files.createDirectories(PICTURES);
        ImageIO.write(picture, "png", PICTURES.resolve(name + ".png").toFile());
    }
}
