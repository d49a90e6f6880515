package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import ar.com.hjg.pngj.PngReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.desktop.card.SampleView;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.diagnostic.feature.QuickClassifier;
import lipschitzlab.file.UserFolder;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window with pictures in colour: the real ones, the nearest to a generated one, and grids and films that are saved. */
@ExtendWith(ApplicationExtension.class)
class ColourPicturesWindowTest {
    private static final int STEPS = 4;

    @TempDir
    static Path folder;

    private OpenWindow lab;

    @Start
    void open(Stage stage) throws IOException {
        lab = new OpenWindow(stage, ColourPictures.preset(folder, STEPS));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void realPicturesStandAboveTheCardsBeforePlayEachClassUnderItsName() {
        lab.awaitReady();
        lab.resize(1280, 800);
        awaitStrip();
        assertThat(labels("#real-pictures"))
                .contains("Real pictures", "desert", "meadow", "night sea", "snow field", "sunset over the bay");
        List<Image> before = onWindow(() -> images("#real-pictures"));
        train();
        assertThat(onWindow(() -> images("#real-pictures"))).isEqualTo(before);
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(java.util.Locale.ROOT);
            onWindow(() -> lab.window.setTheme(theme));
            picture("colour-1280x800-" + name, 1280, 800);
            picture("colour-1920x1080-" + name, 1920, 1080);
        }
    }

    @Test
    void aClickOnAGeneratedPictureShowsTheTrainingPicturesNearestToIt() {
        lab.awaitReady();
        lab.resize(1280, 800);
        lab.awaitPainted();
        SampleView samples = onWindow(() -> (SampleView) lab.window.scene().lookup(".sample-view"));
        onWindow(() -> Event.fireEvent(samples, click(samples)));
        await("six neighbours", () -> neighbours().size() == 7);
        assertThat(popoverWords())
                .contains(
                        "Training pictures nearest to one of spectral norm at step 0",
                        "Among all 180 training pictures");
        await("the critic's answer", () -> popoverWords().contains("‖∂D/∂x‖ = "));
        assertThat(popoverWords()).contains("What would make it more real?", "Red, green and blue alike");
        awaitNothingClipped();
        pictureOfPopover("light");
        picture("neighbours-1280x800", 1280, 800);
    }

    @Test
    void neighboursAreSearchedByFeaturesIfThatIsChosenAndItIsRemembered() {
        lab.awaitReady();
        lab.resize(1280, 800);
        lab.awaitPainted();
        QuickClassifier.cache(
                UserFolder.CACHE.path().resolve("classifiers"),
                onWindow(
                        () -> lab.model.experimentProperty().get().orElseThrow().data()));
        SampleView samples = onWindow(() -> (SampleView) lab.window.scene().lookup(".sample-view"));
        onWindow(() -> Event.fireEvent(samples, click(samples)));
        await("neighbours by pixels", () -> popoverWords().contains("levels of 0 to 255"));
        onWindow(() -> ((ToggleButton) popover().orElseThrow().lookup("#neighbours-by-features")).fire());
        await(
                "neighbours by features",
                () -> neighbours().size() == 7
                        && popoverWords().contains("Euclidean distance of 128 features of a classifier"));
        assertThat(popoverWords())
                .contains("Among all 180 training pictures", "The classifier takes the generated picture for: ");
        pictureOfPopover("features");
        assertThat(lab.preferences.recall("neighboursBy")).contains("FEATURES");
        onWindow(() -> Event.fireEvent(samples, click(samples)));
        await("neighbours by features again", () -> popoverWords().contains("Euclidean distance"));
    }

    @Test
    void theKeyboardChoosesAPictureAndShowsItsNeighboursWithoutTraining() {
        lab.awaitReady();
        lab.resize(1920, 1080);
        lab.awaitPainted();
        onWindow(() -> {
            lab.window.setTheme(Theme.DARK);
            Node samples = lab.window.scene().lookup(".sample-view");
            samples.setId("first-samples");
            samples.requestFocus();
        });
        lab.press("#first-samples", KeyCode.RIGHT);
        lab.press("#first-samples", KeyCode.DOWN);
        lab.press("#first-samples", KeyCode.ENTER);
        await("six neighbours", () -> neighbours().size() == 7);
        assertThat(onWindow(
                        () -> lab.model.experimentProperty().get().orElseThrow().busy()))
                .isFalse();
        assertThat(onWindow(() -> lab.model.lanes().get(0).stepProperty().get()))
                .isZero();
        await("the critic's answer", () -> popoverWords().contains("‖∂D/∂x‖ = "));
        awaitNothingClipped();
        pictureOfPopover("dark");
    }

    @Test
    void aGridOfAsManyPicturesAsAreAskedForIsSavedBesideRealOnes() {
        train();
        Path file = folder.resolve("grid.png");
        lab.answers.add(Optional.of(file));
        lab.choose("#save", "save-grid");
        await("the question", () -> !dialogs().isEmpty());
        onWindow(() -> {
            text("#grid-rows").setText("many");
            ((Button) dialog("#accept")).fire();
        });
        assertThat(onWindow(() -> ((Label) dialog(".refusal")).getText())).contains("rows and columns", "'manyx8'");
        onWindow(() -> text("#grid-rows").setText("9"));
        assertThat(onWindow(() -> dialog(".refusal").isVisible()))
                .as("the error under a number that is corrected")
                .isFalse();
        onWindow(() -> {
            ((CheckBox) dialog("#grid-between")).setSelected(true);
            text("#grid-columns").setText("1");
            ((Button) dialog("#accept")).fire();
        });
        assertThat(onWindow(() -> ((Label) dialog(".refusal")).getText())).contains("2 or more");
        onWindow(() -> {
            text("#grid-columns").setText("10");
            text("#grid-scale").setText("2");
        });
        dialogPicture("save-grid");
        assertThat(onWindow(() -> ((CheckBox) dialog("#grid-real")).isSelected()))
                .isTrue();
        onWindow(() -> ((Button) dialog("#accept")).fire());
        await("a saved grid", () -> said().equals("Saved to " + file));
        assertThat(lab.suggestions).containsExactly("shapes-seed1-step4-grid.png");
        PngReader reader = new PngReader(file.toFile());
        assertThat(reader.imgInfo.cols).isGreaterThan(5 * 10 * 2 * 32);
        reader.readSkippingAllRows();
        assertThat(reader.getMetadata().getTxtForKey("lane"))
                .isEqualTo("spectral-norm, gradient-penalty, weight-clipping, unconstrained");
        assertThat(reader.getMetadata().getTxtForKey("step")).isEqualTo("4");
        assertThat(reader.getMetadata().getTxtForKey("rows")).isEqualTo("each from one latent point to another");
    }

    @Test
    void aFilmIsSavedAsOneAnimatedPictureOrAsAFolderOfFrames() throws IOException {
        train();
        Path gif = folder.resolve("film.gif");
        lab.answers.add(Optional.of(gif));
        lab.choose("#save", "save-film");
        await("a saved film", () -> said().equals("Saved to " + gif));
        assertThat(Files.readString(gif, StandardCharsets.ISO_8859_1)).startsWith("GIF89a");
        lab.start = folder;
        lab.choose("#save", "save-frames");
        await("the question", () -> !dialogs().isEmpty());
        onWindow(() -> ((Button) dialog("#accept")).fire());
        await("saved frames", () -> said().startsWith("Saved") && said().contains("film"));
        assertThat(folder.resolve("shapes-seed1-step4-film/frame-0001-step-0.png"))
                .exists();
    }

    @Test
    void pointsHaveNoRealStripAndNoGrid() {
        lab.awaitReady();
        onWindow(() -> lab.model.open(Small.eightGaussians(4)));
        await("points", () -> lab.model
                .experimentProperty()
                .get()
                .filter(open -> open.data().sampleShape().rank() == 1)
                .isPresent());
        lab.awaitReady();
        assertThat(onWindow(() -> lab.window.scene().lookup("#real-pictures").isVisible()))
                .isFalse();
        assertThat(onWindow(() -> ((MenuButton) lab.window.scene().lookup("#save"))
                        .getItems().stream()
                                .filter(item -> "save-grid".equals(item.getId()))
                                .allMatch(item -> item.isDisable())))
                .isTrue();
    }

    private void train() {
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(STEPS);
        await("the end", () -> lab.model.training().finishedProperty().get());
    }

    private void awaitStrip() {
        await("real pictures", () -> !images("#real-pictures").isEmpty());
    }

    private List<Image> images(String selector) {
        return lab.window.scene().lookup(selector).lookupAll(".image-view").stream()
                .map(node -> ((ImageView) node).getImage())
                .toList();
    }

    private String labels(String selector) {
        return onWindow(() -> words((Parent) lab.window.scene().lookup(selector)));
    }

    private static String words(Parent parent) {
        return parent.lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private static MouseEvent click(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        double x = place.getCenterX() + 5;
        double y = place.getCenterY() + 5;
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private Optional<Scene> popover() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && !(window instanceof Stage))
                .map(Window::getScene)
                .filter(scene -> scene.lookup(".neighbours") != null)
                .findFirst();
    }

    private List<Node> neighbours() {
        return popover()
                .map(scene -> List.copyOf(scene.lookup(".neighbour-row").lookupAll(".image-view")))
                .orElse(List.of());
    }

    /** A text that has just come is cut until the popover has grown with it, at the next pulse. */
    private void awaitNothingClipped() {
        await(
                "words of the popover that are whole",
                () -> onWindow(() -> clipped(popover().orElseThrow())).isEmpty());
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

    private String popoverWords() {
        return onWindow(() -> words((Parent) popover().orElseThrow().lookup(".neighbours")));
    }

    private void pictureOfPopover(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
        Image image = onWindow(() -> popover().orElseThrow().snapshot(null));
        Pictures.write(Path.of("target/screenshots/neighbours-" + name + ".png"), FxImages.of(image), Map.of());
    }

    private void picture(String name, int width, int height) {
        lab.resize(width, height);
        lab.awaitPainted();
        Image image = onWindow(() -> lab.window.scene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/window-" + name + ".png"), FxImages.of(image), Map.of());
    }

    private void dialogPicture(String name) {
        Image image = onWindow(() -> dialogs().get(0).getScene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/dialog-" + name + ".png"), FxImages.of(image), Map.of());
    }

    private TextField text(String selector) {
        return (TextField) dialog(selector);
    }

    private Node dialog(String selector) {
        return dialogs().get(0).getScene().lookup(selector);
    }

    private String said() {
        return lab.model.messageProperty().get();
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .toList();
    }
}
