package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.desktop.card.CardDeck;
import lipschitzlab.desktop.card.LaneCard;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.plot.Pictures;
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
    private static final double PIXEL = 1;

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
    void eightCardsStandInTwoRowsAtBothSizesInBothThemes() {
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
    void eightLanesOfOneMethodDifferByDashAndMarker() {
        Preset one = Small.eightGaussians(60).withOnly(List.of("gradient-penalty"), "test");
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
        List<LaneCard> cards = lab.window.bench().deck().cards();
        assertThat(cards.stream().map(card -> card.lane().style().colour()).distinct())
                .as("the colour of the method")
                .hasSize(1);
        assertThat(cards.stream()
                        .map(card -> Arrays.toString(card.lane().style().dash()) + " with "
                                + card.lane().style().marker().getBounds2D())
                        .distinct())
                .as("dashes with markers")
                .hasSize(8);
        assertThat(cards.stream().map(EightLanesPicturesTest::mark).distinct())
                .as("what stands beside the titles")
                .hasSize(8);
    }

    private void pictures(int width, int height) {
        for (Theme theme : Theme.values()) {
            onWindow(() -> lab.window.setTheme(theme));
            String ending = theme.name().toLowerCase(Locale.ROOT);
            BufferedImage picture = picture("eight-lanes-" + width + "x" + height + "-" + ending, width, height);
            WindowPicturesTest.assertDressed(picture, theme);
        }
    }

    /** The pixels of the piece of line with its marker. */
    private static String mark(LaneCard card) {
        BufferedImage image =
                onWindow(() -> WindowPicturesTest.drawn(title(card).getGraphic().snapshot(null, null)));
        return Arrays.toString(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    private ComboBox<?> chooser() {
        return (ComboBox<?>) lab.window.scene().lookup("#lane-chooser");
    }

    private BufferedImage picture(String name, int width, int height) {
        lab.resize(width, height);
        lab.awaitPainted();
        BufferedImage picture = save(lab.window.scene(), name);
        onWindow(() -> assertTwoRowsOfFour(name, lab.window.bench().deck()));
        return picture;
    }

    /** Four cards above four, all of one size, side by side and whole, with titles that can be read and samples that can be seen. */
    private static void assertTwoRowsOfFour(String name, CardDeck deck) {
        List<LaneCard> cards = deck.cards();
        assertThat(cards).as(name).hasSize(8).allMatch(Node::isVisible);
        Bounds room = inScene(lookupParent(deck, "viewport"));
        List<Bounds> places =
                cards.stream().map(EightLanesPicturesTest::inScene).toList();
        for (int i = 0; i < 8; i++) {
            Bounds place = places.get(i);
            String which = name + ": " + cards.get(i).getId();
            assertThat(place.getWidth()).as(which).isCloseTo(places.get(0).getWidth(), within(PIXEL));
            assertThat(place.getHeight()).as(which).isCloseTo(places.get(0).getHeight(), within(PIXEL));
            assertThat(place.getMinX()).as(which).isCloseTo(places.get(i % 4).getMinX(), within(PIXEL));
            assertThat(place.getMinY())
                    .as(which)
                    .isCloseTo(places.get(i / 4 * 4).getMinY(), within(PIXEL));
            assertThat(place.getMinX()).as(which).isGreaterThanOrEqualTo(room.getMinX() - PIXEL);
            assertThat(place.getMaxX()).as(which).isLessThanOrEqualTo(room.getMaxX() + PIXEL);
            assertThat(place.getMinY()).as(which).isGreaterThanOrEqualTo(room.getMinY() - PIXEL);
            assertThat(place.getMaxY()).as(which).isLessThanOrEqualTo(room.getMaxY() + PIXEL);
            for (int j = 0; j < i; j++) {
                assertThat(place.intersects(places.get(j)))
                        .as(which + " lies over another")
                        .isFalse();
            }
            assertThat(side(cards.get(i).samples())).as(which).isGreaterThan(LEGIBLE_SAMPLES);
            assertThat(title(cards.get(i)).getText())
                    .as(which)
                    .isEqualTo(cards.get(i).lane().title());
        }
        assertThat(LayoutCheck.faults(deck)).as(name).isEmpty();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Node lookupParent(Node node, String style) {
        Node parent = node.getParent();
        return parent.getStyleClass().contains(style) ? parent : lookupParent(parent, style);
    }

    private static Label title(LaneCard card) {
        return (Label) card.lookup(".lane-title");
    }

    private static double side(Node samples) {
        return Math.min(
                samples.getLayoutBounds().getWidth(), samples.getLayoutBounds().getHeight());
    }

    private static BufferedImage save(Scene scene, String name) {
        BufferedImage picture = onWindow(() -> WindowPicturesTest.drawn(scene.snapshot(null)));
        Pictures.write(PICTURES.resolve(name + ".png"), picture, Map.of());
        return picture;
    }
}
