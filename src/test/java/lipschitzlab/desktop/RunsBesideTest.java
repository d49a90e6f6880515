package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import lipschitzlab.desktop.card.LaneCard;
import lipschitzlab.desktop.control.Theme;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Two runs in one window, with pictures in {@code target/screenshots}. */
@ExtendWith(ApplicationExtension.class)
class RunsBesideTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int STEPS = 200;
    private static final String[] NETWORKS = {
        "generator.hidden", "[32, 32]", "critic.hidden", "[32, 32]", "batch", "64", "schedule.diagnosticsEvery", "25"
    };

    @TempDir
    private static Path shared;

    private OpenWindow lab;

    private static String[] settings(String... more) {
        String[] all = new String[NETWORKS.length + more.length];
        System.arraycopy(NETWORKS, 0, all, 0, NETWORKS.length);
        System.arraycopy(more, 0, all, NETWORKS.length, more.length);
        return all;
    }

    @BeforeAll
    static void trainRuns() throws InterruptedException {
        RunWindowTest.train(shared.resolve("first"), Small.eightGaussians(STEPS, settings()));
        RunWindowTest.train(
                shared.resolve("second"),
                Small.eightGaussians(STEPS, settings("seed", "2", "lanes.gradient-penalty.lambda", "5"))
                        .withOnly(List.of("spectral-norm", "gradient-penalty"), "test"));
    }

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(4, settings()));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private String banner() {
        Node banner = lab.find("#beside", Node.class);
        return onWindow(() -> banner.isVisible() ? ((Label) banner.lookup(".label")).getText() : "");
    }

    private List<String> cards() {
        return onWindow(() ->
                lab.window.bench().deck().cards().stream().map(LaneCard::getId).toList());
    }

    private void picture(String name, int width, int height) {
        lab.resize(width, height);
        lab.awaitPainted();
        BufferedImage picture =
                onWindow(() -> WindowPicturesTest.drawn(lab.window.scene().snapshot(null)));
        Pictures.write(PICTURES.resolve(name + ".png"), picture, Map.of());
    }

    @Test
    void twoRunsThatAreDroppedStandSideBySideWithTheDifferencesOfTheirSettingsNamed() {
        lab.awaitReady();
        onWindow(() -> lab.window.files().open(List.of(shared.resolve("first"), shared.resolve("second"))));
        await("both", () -> lab.model.records().onShowProperty().get().isPresent() && cardsNow() == 6);
        lab.awaitReady();
        assertThat(cards())
                .containsExactly(
                        "card-spectral-norm",
                        "card-gradient-penalty",
                        "card-weight-clipping",
                        "card-unconstrained",
                        "card-beside-spectral-norm",
                        "card-beside-gradient-penalty");
        assertThat(banner())
                .startsWith("Beside: the run second, drawn with thin lines. It differs in: seed 2, here 1")
                .contains("(gradient-penalty)", "lanes only here: weight-clipping, unconstrained");
        assertThat(onWindow(
                        () -> lab.window.bench().deck().cards().get(4).lane().title()))
                .endsWith(" · second");
        picture("beside-1440x900-light", 1440, 900);
        onWindow(() -> lab.model.history().goTo(100));
        assertThat(onWindow(() -> lab.window
                        .bench()
                        .deck()
                        .cards()
                        .get(5)
                        .lane()
                        .recordedProperty()
                        .get()
                        .orElse(-1)))
                .isEqualTo(100);
        onWindow(() -> lab.window.setTheme(Theme.DARK));
        picture("beside-history-1920x1080-dark", 1920, 1080);
        lab.fire("#close-beside");
        await("one run alone", () -> cardsNow() == 4);
        assertThat(banner()).isEmpty();
    }

    private int cardsNow() {
        return lab.window.bench().deck().cards().size();
    }

    @Test
    void whatIsBesideStaysAsItIsWhileTheOpenExperimentTrainsAndWhenAnotherIsOpened() {
        lab.awaitReady();
        lab.answers.add(Optional.of(shared.resolve("second")));
        lab.choose("#open", "open-beside");
        await("both", () -> cardsNow() == 6);
        LaneCard other = onWindow(() -> lab.window.bench().deck().cards().get(4));
        lab.fire("#play");
        lab.awaitStep(4);
        assertThat(onWindow(() -> other.lane().stepProperty().get())).isEqualTo(STEPS);
        assertThat(onWindow(
                        () -> other.lane().history().curve(Metric.CRITIC_LOSS).length()))
                .isEqualTo(STEPS);
        lab.awaitPainted();
        onWindow(() -> lab.model.open(Small.eightGaussians(6, settings())));
        await("the other experiment", () -> !lab.model.openingProperty().get() && cardsNow() == 6);
        lab.awaitReady();
        assertThat(onWindow(() -> lab.window.bench().deck().cards().get(4).lane()))
                .isSameAs(other.lane());
        assertThat(onWindow(() -> lab.window.bench().targetLane().orElseThrow().run()))
                .isEmpty();
    }
}
