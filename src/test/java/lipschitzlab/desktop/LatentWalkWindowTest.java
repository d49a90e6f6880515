package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One latent point is moved for all lanes, beside the window. */
@ExtendWith(ApplicationExtension.class)
class LatentWalkWindowTest {
    @TempDir
    static Path folder;

    private OpenWindow lab;

    @Start
    void open(Stage stage) throws IOException {
        lab = new OpenWindow(stage, ColourPictures.preset(folder, 4, "concatenation"));
    }

    @AfterEach
    void close() throws InterruptedException {
        onWindow(() -> walk().ifPresent(scene -> scene.getWindow().hide()));
        onWindow(() -> lab.window.setTheme(Theme.LIGHT));
        lab.close();
    }

    private void openWalk() {
        lab.awaitReady();
        lab.press("#lab", KeyCode.W);
        awaitPictures();
    }

    private void awaitPictures() {
        await("a picture of each lane", () -> pictures().size() == 4);
    }

    @Test
    void theKeyOpensItAndArrowsPlayAnotherClassAndTruncationChangeThePictureOfEveryLane() {
        openWalk();
        List<int[]> middle = onWindow(this::pixels);
        onWindow(() -> press(find("#latent-pad"), KeyCode.LEFT));
        onWindow(() -> press(find("#latent-pad"), KeyCode.UP));
        awaitOthers(middle);
        List<int[]> beside = onWindow(this::pixels);
        onWindow(() -> classes().getSelectionModel().select("night sea"));
        awaitOthers(beside);
        expectTruncationAndTheSettingThatTheAverageNeeds();
        List<int[]> ofTheClass = onWindow(this::pixels);
        onWindow(() -> ((ToggleButton) find("#walk-play")).fire());
        awaitOthers(ofTheClass);
        assertThat(onWindow(() -> lab.model.lanes().get(0).stepProperty().get()))
                .as("arrow keys that move the point train nothing")
                .isZero();
    }

    private void expectTruncationAndTheSettingThatTheAverageNeeds() {
        List<int[]> usual = onWindow(this::pixels);
        TextField field = (TextField) onWindow(() -> find("#source-truncation"));
        onWindow(() -> field.setText("0.3"));
        awaitOthers(usual);
        onWindow(() -> field.setText("0.3x"));
        assertThat(onWindow(() -> field.getPseudoClassStates().toString())).contains("invalid");
        assertThat(onWindow(() -> find("#source-average").isDisabled())).isTrue();
        assertThat(onWindow(() -> ((Label) find("#source-average-need")).getText()))
                .contains("generatorAverage");
    }

    @Test
    void itFollowsTrainingWhichGoesOn() {
        openWalk();
        List<int[]> untrained = onWindow(this::pixels);
        lab.fire("#play");
        lab.awaitStep(4);
        awaitOthers(untrained);
    }

    @Test
    void anotherExperimentClosesItAndItsPointsAreWalkedOverTheirData() {
        openWalk();
        onWindow(() -> lab.model.open(Small.eightGaussians(4)));
        await("no walk", () -> walk().isEmpty());
        lab.awaitReady();
        lab.press("#lab", KeyCode.W);
        await("a point of each lane", () -> marks().size() == 4);
        List<Double> before =
                onWindow(() -> marks().stream().map(Circle::getCenterX).toList());
        onWindow(() -> press(find("#latent-pad"), KeyCode.LEFT));
        onWindow(() -> press(find("#latent-pad"), KeyCode.UP));
        await("other places", () -> {
            List<Double> now = marks().stream().map(Circle::getCenterX).toList();
            return now.size() == 4
                    && IntStream.range(0, 4).noneMatch(i -> now.get(i).equals(before.get(i)));
        });
        Polyline way = (Polyline) onWindow(() -> find(".walk-line"));
        assertThat(onWindow(() -> way.getPoints().size())).isGreaterThanOrEqualTo(4);
        onWindow(() -> ((ToggleButton) find("#walk-play")).fire());
        await("a way", () -> way.getPoints().size() > 10);
        write("latent-walk-points", onWindow(() -> walk().orElseThrow().snapshot(null)));
    }

    @Test
    void allOfItIsReadAtBothSizesOfTheWindowInBothThemes() {
        openWalk();
        for (Theme theme : Theme.values()) {
            onWindow(() -> lab.window.setTheme(theme));
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                lab.resize(size[0], size[1]);
                WaitForAsyncUtils.waitForFxEvents();
                awaitPictures();
                String name = size[0] + "x" + size[1] + "-" + theme.name().toLowerCase(java.util.Locale.ROOT);
                Scene scene = onWindow(() -> walk().orElseThrow());
                write("latent-walk-" + name, onWindow(() -> scene.snapshot(null)));
                write(
                        "window-latent-walk-" + name,
                        onWindow(() -> lab.window.scene().snapshot(null)));
                assertThat(onWindow(scene::getWidth)).isLessThan(size[0]);
                assertThat(onWindow(scene::getHeight)).isLessThan(size[1]);
                await("words of the walk that are whole", () -> onWindow(() -> clipped(scene))
                        .isEmpty());
            }
        }
    }

    private static void write(String name, Image image) {
        Pictures.write(Path.of("target/screenshots/" + name + ".png"), FxImages.of(image), Map.of());
    }

    /** Labels that do not show all of their words. */
    private static List<String> clipped(Scene scene) {
        return scene.getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label
                        && !label.isWrapText()
                        && node.lookup(".text") instanceof Text text
                        && !text.getText().equals(label.getText()))
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private void awaitOthers(List<int[]> before) {
        await("other pictures in every lane", () -> {
            List<int[]> now = pixels();
            for (int i = 0; i < before.size(); i++) {
                if (now.size() != before.size() || Arrays.equals(now.get(i), before.get(i))) {
                    return false;
                }
            }
            return true;
        });
    }

    private List<int[]> pixels() {
        return pictures().stream()
                .map(FxImages::of)
                .map(image -> image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .toList();
    }

    private List<Image> pictures() {
        return walk().map(scene -> scene.lookup("#walk-pictures").lookupAll(".image-view").stream()
                        .map(node -> ((ImageView) node).getImage())
                        .toList())
                .orElse(List.of());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> classes() {
        return (ComboBox<String>) find("#walk-class");
    }

    private List<Circle> marks() {
        return walk().map(scene -> scene.getRoot().lookupAll(".walk-point").stream()
                        .map(Circle.class::cast)
                        .toList())
                .orElse(List.of());
    }

    private Node find(String selector) {
        return walk().orElseThrow().lookup(selector);
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private Optional<Scene> walk() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#latent-pad") != null)
                .findFirst();
    }
}
