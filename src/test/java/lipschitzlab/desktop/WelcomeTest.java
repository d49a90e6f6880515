package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The first minute of somebody who was given nothing but the program. */
@ExtendWith(ApplicationExtension.class)
class WelcomeTest {
    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(20));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void threeWaysToBeginAreOfferedOnceAndATourStopsAtFiveParts() {
        lab.awaitReady();
        lab.resize(1280, 800);
        lab.awaitPainted();
        onWindow(() -> lab.window.welcome().greet());
        assertThat(onWindow(() -> welcome().isVisible())).isTrue();
        await("words that are whole", () -> LayoutCheck.faults((javafx.scene.Parent) welcome())
                .isEmpty());
        picture("welcome-light");
        onWindow(() -> lab.window.setTheme(Theme.DARK));
        picture("welcome-dark");
        press("#welcome-touch");
        assertThat(onWindow(() -> welcome().isVisible())).isFalse();
        onWindow(() -> lab.window.welcome().greet());
        assertThat(onWindow(() -> welcome().isVisible()))
                .as("only once by itself")
                .isFalse();

        onWindow(() -> lab.window.welcome().show());
        onWindow(() -> ((Hyperlink) lab.window.scene().lookup("#welcome-tour")).fire());
        for (int stop = 1; stop <= 5; stop++) {
            String place = stop + " of 5";
            await(
                    "stop " + stop,
                    () -> tour().isPresent() && words(tour().orElseThrow()).contains(place));
            Scene words = tour().orElseThrow();
            await("words that are whole", () -> LayoutCheck.faults(words.getRoot())
                    .isEmpty());
            assertThat(onWindow(() ->
                            lab.window.scene().getRoot().lookupAll(".toured").size()))
                    .isEqualTo(1);
            Window popup = words.getWindow();
            assertThat(onWindow(() -> popup.getX() >= 0 && popup.getX() + popup.getWidth() <= 1280))
                    .isTrue();
            assertThat(onWindow(() -> popup.getY() >= 0 && popup.getY() + popup.getHeight() <= 800))
                    .isTrue();
            Image image = onWindow(() -> words.snapshot(null));
            Pictures.write(Path.of("target/screenshots/tour-" + stop + ".png"), FxImages.of(image), Map.of());
            onWindow(() -> ((Button) words.lookup("#tour-next")).fire());
        }
        await("the end of the tour", () -> tour().isEmpty());
        assertThat(onWindow(() -> lab.window.scene().getRoot().lookupAll(".toured")))
                .isEmpty();

        onWindow(() -> lab.window.welcome().show());
        lab.press("#welcome-see", KeyCode.ESCAPE);
        assertThat(onWindow(() -> welcome().isVisible())).isFalse();
        onWindow(() -> lab.window.welcome().show());
        press("#welcome-see");
        await("a lesson", () -> lab.window.lessons().lessonProperty().get().isPresent());
    }

    private Node welcome() {
        return lab.window.scene().lookup("#welcome");
    }

    private void press(String card) {
        onWindow(() -> ((Button) lab.window.scene().lookup(card)).fire());
    }

    private static Optional<Scene> tour() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Popup && window.isShowing())
                .map(Window::getScene)
                .filter(scene -> scene.lookup(".tour") != null)
                .findFirst();
    }

    private static String words(Scene scene) {
        return scene.getRoot().lookupAll(".label").stream()
                .map(label -> ((javafx.scene.control.Label) label).getText())
                .reduce("", (all, text) -> all + text + "\n");
    }

    private void picture(String name) {
        Image image = onWindow(() -> lab.window.scene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/window-" + name + ".png"), FxImages.of(image), Map.of());
    }
}
