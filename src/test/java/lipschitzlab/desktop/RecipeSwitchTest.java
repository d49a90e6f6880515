package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lipschitzlab.desktop.control.FxImages;
import lipschitzlab.desktop.model.KeptRun;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.PublishedPreset;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** All lanes get the papers' settings, or the preset's, by one press of a button. */
@ExtendWith(ApplicationExtension.class)
class RecipeSwitchTest {
    private static final String TUNED = "#recipe-tuned";
    private static final String PUBLISHED = "#recipe-published";
    private static final double ANY = 0;

    private Stage stage;
    private OpenWindow lab;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private void open(Preset preset, double longSeconds) {
        lab = onWindow(() -> new OpenWindow(stage, preset, WindowPreferences.ofThisRun(), longSeconds));
        lab.awaitReady();
    }

    private Experiment shown() {
        return onWindow(() -> lab.model.experimentProperty().get().orElseThrow());
    }

    private List<LaneSpec> specs() {
        return shown().lanes().stream()
                .map(lane -> lane.spec().with(lane.values()))
                .toList();
    }

    private void press(String button) {
        Experiment before = shown();
        lab.fire(button);
        await("another experiment", () -> shown() != before);
        lab.awaitReady();
    }

    private boolean selected(String button) {
        return lab.find(button, ToggleButton.class).isSelected();
    }

    private boolean saysChanged() {
        return onWindow(() -> lab.window.scene().lookup("#recipe-changed").isVisible());
    }

    @Test
    void oneActionSwitchesAllLanesAndAnotherRestoresThePresetExactly() {
        Preset tuned = Small.eightGaussians(3);
        open(tuned, KeptRun.LONG_SECONDS);
        assertThat(selected(TUNED)).isTrue();

        press(PUBLISHED);
        assertThat(specs()).isEqualTo(PublishedPreset.of(tuned).lanes());
        assertThat(specs()).doesNotContainAnyElementsOf(tuned.lanes());
        assertThat(selected(PUBLISHED)).isTrue();
        assertThat(selected(TUNED)).isFalse();
        assertThat(saysChanged()).isFalse();
        assertThat(shown().preset().title()).isEqualTo("8 Gaussians, as published");
        assertThat(onWindow(() -> lab.model.messageProperty().get()))
                .startsWith("Started again: settings as published");

        press(TUNED);
        assertThat(shown().preset()).isEqualTo(tuned);
        assertThat(selected(TUNED)).isTrue();
    }

    @Test
    void aValueThatIsChangedByHandIsSaidAndTakenBackByTheSameButton() {
        Preset tuned = Small.eightGaussians(3);
        open(tuned, KeptRun.LONG_SECONDS);
        press(PUBLISHED);
        onWindow(() -> lab.model
                .experimentProperty()
                .get()
                .orElseThrow()
                .change("weight-clipping", new Assignment<>(LaneSettings.CRITIC_STEPS, 3)));
        await("a word of it", this::saysChanged);
        assertThat(selected(PUBLISHED)).isTrue();

        press(PUBLISHED);
        assertThat(specs()).isEqualTo(PublishedPreset.of(tuned).lanes());
        assertThat(shown().preset().title()).isEqualTo("8 Gaussians, as published");
        assertThat(saysChanged()).isFalse();
    }

    @Test
    void undoBringsBackTheLanesAsTheyWere() {
        open(Small.eightGaussians(3), ANY);
        lab.fire("#play");
        await("the end", () -> lab.model.training().finishedProperty().get());
        Experiment before = shown();
        List<LaneSpec> specs = specs();
        press(PUBLISHED);

        onWindow(() -> lab.model.undo());
        lab.awaitReady();
        assertThat(shown()).isSameAs(before);
        assertThat(specs()).isEqualTo(specs);
        assertThat(selected(TUNED)).isTrue();
        assertThat(saysChanged()).isFalse();
    }

    @Test
    void aLaneThatWasAddedGetsItsOwnSettingsBackToo() {
        open(Small.eightGaussians(3), KeptRun.LONG_SECONDS);
        lab.fire("#duplicate_lane");
        await("five lanes", () -> lab.model.lanes().size() == 5);
        lab.awaitReady();
        List<LaneSpec> specs = specs();

        press(PUBLISHED);
        assertThat(specs().get(4)).isNotEqualTo(specs.get(4));
        press(TUNED);
        assertThat(specs()).isEqualTo(specs);
    }

    @Test
    void theRecordOfAPublishedRunHasNoOtherSettingsToGoBackTo() {
        open(PublishedPreset.of(Small.eightGaussians(3)), KeptRun.LONG_SECONDS);

        assertThat(selected(PUBLISHED)).isTrue();
        assertThat(lab.enabled(TUNED)).isFalse();
    }

    @Test
    void lanesWithoutPublishedSettingsAreNotSwitched() {
        Preset combined = PresetReader.of(
                        "combinations", Map.of("batch", "16", "critic.hidden", "[8]", "generator.hidden", "[8]"))
                .withOnly(List.of("weight-norm-gradient-penalty", "layer-norm-gradient-penalty"), "here");
        open(combined, KeptRun.LONG_SECONDS);

        assertThat(lab.enabled(PUBLISHED)).isFalse();
        assertThat(selected(TUNED)).isTrue();
        assertThat(lab.find(TUNED, ToggleButton.class).getText()).isEqualTo("The preset's");
    }

    @Test
    void theButtonsSayWhereTheNumbersStandAndAreReadInASmallWindow() throws IOException {
        open(Small.eightGaussians(3), KeptRun.LONG_SECONDS);
        press(PUBLISHED);
        lab.type("#setting-criticSteps", "4", KeyCode.ENTER);
        await("a word of it", this::saysChanged);
        lab.resize(1280, 800);

        assertThat(lab.find(PUBLISHED, ToggleButton.class).getAccessibleHelp())
                .contains(
                        "weight clipping: Arjovsky et al. 2017, algorithm 1",
                        "The papers train 50,000 (spectral norm)");
        assertThat(lab.find(TUNED, ToggleButton.class).getAccessibleHelp()).contains("Search space:");
        assertThat(onWindow(() -> lab.window
                        .scene()
                        .lookup("#setting-learningRate")
                        .getParent()
                        .lookup(".setting-label")
                        .getAccessibleHelp()))
                .contains("As published: 2e-4 (the code of Miyato et al. 2018");
        assertThat(lab.find(PUBLISHED, ToggleButton.class).isFocusTraversable()).isTrue();
        Path picture = Files.createDirectories(Path.of("target", "screenshots")).resolve("recipe.png");
        lab.awaitPainted();
        ImageIO.write(onWindow(() -> FxImages.of(lab.window.scene().snapshot(null))), "png", picture.toFile());
        assertThat(onWindow(() -> LayoutCheck.faults(lab.window.scene())).stream()
                        .filter(fault -> !fault.endsWith("#message")))
                .isEmpty();
    }
}
