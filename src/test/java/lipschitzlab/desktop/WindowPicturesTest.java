package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lipschitzlab.desktop.card.ChartPane;
import lipschitzlab.desktop.card.LaneCard;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.lesson.CardView;
import lipschitzlab.plot.Pictures;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Pictures of the window after real training, in {@code target/screenshots}, to be looked at by a person. */
@ExtendWith(ApplicationExtension.class)
class WindowPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int STEPS = 300;
    private static final int MAX_COLOURS_OF_AN_EMPTY_PICTURE = 8;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(
                stage,
                Small.eightGaussians(
                        STEPS, "generator.hidden", "[64, 64]", "critic.hidden", "[64, 64]", "batch", "128"));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void everyCardAndChartShowsSomethingAtBothSizesInBothThemes() {
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(STEPS);
        await("the end", () -> lab.model.training().finishedProperty().get());
        pictures(1280, 800);
        pictures(1920, 1080);
        everyViewOfTheCards();
        history();
        lab.press("#lab", KeyCode.F);
        picture("filled-1280x800-light", 1280, 800);
    }

    private void everyViewOfTheCards() {
        lab.fire("#ground-slope");
        for (CardView view : List.of(CardView.OPERATOR, CardView.WEIGHTS, CardView.GRADIENTS, CardView.GAUGE)) {
            choose(view);
            picture("view-" + view.name().toLowerCase(java.util.Locale.ROOT) + "-1280x800-light", 1280, 800);
        }
        lab.fire("#ground-value");
        choose(CardView.MATRIX);
    }

    private void history() {
        choose(CardView.STRIP);
        for (Theme theme : Theme.values()) {
            String name = theme.name().toLowerCase(java.util.Locale.ROOT);
            onWindow(() -> lab.window.setTheme(theme));
            picture("strip-1280x800-" + name, 1280, 800);
            onWindow(() -> lab.model.history().goTo(STEPS / 3));
            picture("history-1280x800-" + name, 1280, 800);
            picture("history-1920x1080-" + name, 1920, 1080);
            onWindow(() -> lab.model.history().live());
        }
        onWindow(() -> lab.window.setTheme(Theme.LIGHT));
        choose(CardView.MATRIX);
    }

    @SuppressWarnings("unchecked")
    private void choose(CardView view) {
        onWindow(() ->
                ((javafx.scene.control.ComboBox<CardView>) lab.window.scene().lookup("#card-view")).setValue(view));
    }

    @Test
    void imagesAndTroubleAreShownToo() {
        lab.awaitReady();
        onWindow(() -> lab.model.open(PresetReader.of(
                "shapes",
                Map.of(
                        "schedule.steps", "4",
                        "batch", "8",
                        "lanes.unconstrained.learningRate", "1e9",
                        "lanes.unconstrained.generatorLearningRate", "1e9"))));
        await("pictures of shapes", () -> !lab.model.openingProperty().get());
        lab.awaitReady();
        lab.fire("#play");
        await("the end", () -> lab.model.training().finishedProperty().get());
        lab.type("#setting-learningRate", "-1", KeyCode.ENTER);
        picture("images-and-trouble-1280x800-light", 1280, 800);
        assertThat(shownIn("#card-unconstrained", ".failure"))
                .as("why the lane stopped and what to do")
                .isEqualTo(onWindow(() -> lab.model
                        .lanes()
                        .get(3)
                        .failureProperty()
                        .get()
                        .map(why -> why.cause() + " " + why.remedy())
                        .orElseThrow()));
        assertThat(shownIn("#lab", ".refusal")).as("why the value is refused").startsWith("Expected ");
        choose(CardView.OPERATOR);
        await("the operators' spectra", () -> healthyCards().stream()
                .noneMatch(WindowPicturesTest::waitsForItsMeasure));
        picture("images-operator-1280x800-light", 1280, 800);
        onWindow(() -> HelpDialog.show(lab.stage));
        BufferedImage shown = onWindow(
                () -> drawn(javafx.stage.Window.getWindows().get(1).getScene().snapshot(null)));
        Pictures.write(PICTURES.resolve("help.png"), shown, Map.of());
        ScrollPane help = onWindow(() -> (ScrollPane)
                ((DialogPane) javafx.stage.Window.getWindows().get(1).getScene().getRoot()).getContent());
        assertThat(onWindow(() -> help.getContent().getLayoutBounds().getWidth()))
                .as("no line of the help is cut off")
                .isLessThanOrEqualTo(onWindow(() -> help.getViewportBounds().getWidth() + 0.5));
        onWindow(() -> javafx.stage.Window.getWindows().get(1).hide());
    }

    /** The words of the labels of a style that are on show somewhere. */
    private String shownIn(String place, String style) {
        return onWindow(() -> find(place).lookupAll(style).stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining()));
    }

    private void pictures(int width, int height) {
        for (Theme theme : Theme.values()) {
            onWindow(() -> lab.window.setTheme(theme));
            BufferedImage picture = picture(
                    "window-" + width + "x" + height + "-" + theme.name().toLowerCase(java.util.Locale.ROOT),
                    width,
                    height);
            assertDressed(picture, theme);
        }
        onWindow(() -> lab.window.setTheme(Theme.LIGHT));
    }

    /** Most of it is light, or dark. */
    static void assertDressed(BufferedImage picture, Theme theme) {
        double lightness = Arrays.stream(
                        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .mapToDouble(rgb -> ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / (3 * 255.0))
                .average()
                .orElseThrow();
        if (theme == Theme.LIGHT) {
            assertThat(lightness).isGreaterThan(0.7);
        } else {
            assertThat(lightness).isLessThan(0.3);
        }
    }

    private BufferedImage picture(String name, int width, int height) {
        lab.resize(width, height);
        lab.awaitPainted();
        BufferedImage picture = onWindow(() -> drawn(lab.window.scene().snapshot(null)));
        Pictures.write(PICTURES.resolve(name + ".png"), picture, Map.of());
        List<LaneCard> cards = healthyCards();
        assertThat(cards).as("cards in " + name).isNotEmpty();
        for (LaneCard card : cards) {
            assertShowsSomething(name + ": samples of " + card.getId(), card.samples());
            assertShowsSomething(name + ": chart of " + card.getId(), chartOrWhyNone(card));
        }
        if (onWindow(() -> lab.window.bench().getItems().size()) > 1) {
            assertShowsSomething(name + ": curves", onWindow(() -> chart(find("#curves"))));
        }
        return picture;
    }

    /** Those on show whose lane did not stop by itself: what a broken network makes may be of one colour. */
    private List<LaneCard> healthyCards() {
        return onWindow(() -> lab.window.bench().deck().cards().stream()
                .filter(card ->
                        card.isVisible() && card.lane().failureProperty().get().isEmpty())
                .toList());
    }

    private Parent find(String selector) {
        return (Parent) lab.window.scene().lookup(selector);
    }

    /** Of a layer with a stride above 1 there is no operator's spectrum: its card says so. */
    private static Node chartOrWhyNone(LaneCard card) {
        Label words = onWindow(() -> (Label) card.chart().lookup(".numbers"));
        return words.getText().startsWith("no such spectrum") ? words : onWindow(() -> chart(card.chart()));
    }

    /** Details are measured when somebody wants to see them, one lane after another. */
    private static boolean waitsForItsMeasure(LaneCard card) {
        return ((Label) card.chart().lookup(".numbers")).getText().equals("not measured yet");
    }

    private static Node chart(Parent pane) {
        return pane.getChildrenUnmodifiable().stream()
                .flatMap(child -> child instanceof StackPane stack ? stack.getChildren().stream() : Stream.of(child))
                .filter(ChartPane.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static void assertShowsSomething(String what, Node part) {
        assertThat(onWindow(part::isVisible)).as(what + " is there").isTrue();
        assertThat(coloursOf(part)).as("colours of " + what).isGreaterThan(MAX_COLOURS_OF_AN_EMPTY_PICTURE);
    }

    /** How many colours there are, counted until there are enough. */
    private static long coloursOf(Node part) {
        BufferedImage image = onWindow(() -> drawn(part.snapshot(null, null)));
        int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(argb)
                .distinct()
                .limit(MAX_COLOURS_OF_AN_EMPTY_PICTURE + 1)
                .count();
    }

    static BufferedImage drawn(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.getRaster().setDataElements(0, 0, width, height, argb);
        return picture;
    }
}
