package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import lipschitzlab.desktop.card.CurvesPane;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.diagnostic.feature.QuickClassifier;
import lipschitzlab.file.UserFolder;
import lipschitzlab.measurement.Metric;
import lipschitzlab.plot.Pictures;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window of an experiment whose pictures are compared by features. */
@ExtendWith(ApplicationExtension.class)
class ComparisonWindowTest {
    private static final int STEPS = 4;
    private static final String WORDS =
            "Pictures are compared by 128 features of a classifier that the lab trained on the data's 4"
                    + " classes (it names ";
    private static final String COUNTS = "1,000 generated with 1,000 held-out ones.";

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        Preset preset = PresetReader.of(
                "shapes",
                Map.of(
                        "generator.width", "0.03",
                        "critic.width", "0.03",
                        "batch", "8",
                        "schedule.measuresEvery", "2",
                        "schedule.steps", Integer.toString(STEPS)));
        QuickClassifier.cache(
                UserFolder.CACHE.path().resolve("classifiers"), preset.data().load());
        lab = new OpenWindow(stage, preset);
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void theFeaturesAndHowGoodTheyAreStandUnderThePresetAndBesideTheCurvesOfMeasures() {
        lab.awaitReady();
        lab.resize(1280, 800);
        assertThat(notes()).doesNotContain("compared");
        lab.fire("#play");
        lab.awaitStep(STEPS);
        await("what pictures are compared by", () -> notes().contains(COUNTS));
        assertThat(notes()).contains(WORDS);
        onWindow(() -> curves().choose(Metric.RECALL));
        await("the features beside the curves", () -> besideCurves().contains("By features of a classifier, "));
        assertThat(onWindow(() -> noteOfCurves().getAccessibleHelp()))
                .contains(WORDS)
                .contains(COUNTS);
        lab.awaitPainted();
        Image image = onWindow(() -> lab.window.scene().snapshot(null));
        Pictures.write(Path.of("target/screenshots/window-compared-1280x800.png"), FxImages.of(image), Map.of());
        onWindow(() -> curves().choose(Metric.GAP));
        await("other curves without", () -> !besideCurves().contains("features"));
    }

    private CurvesPane curves() {
        return (CurvesPane) lab.window.scene().lookup("#curves");
    }

    private String notes() {
        return onWindow(() -> ((Label) lab.window.scene().lookup("#data-notes")).getText());
    }

    private String besideCurves() {
        return onWindow(() -> noteOfCurves().getText());
    }

    private Label noteOfCurves() {
        return (Label) curves().lookup(".note");
    }
}
