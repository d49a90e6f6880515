package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.panel.LaneChooser;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.CountSetting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Drives the window as a person does. */
@ExtendWith(ApplicationExtension.class)
class LabWindowTest {
    private static final int PENALTY_LANE = 1;

    @TempDir
    Path folder;

    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(40));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void afterTheLastStepPlayGoesOnAndSaysWhatTheRatesDo() {
        lab.awaitReady();
        assertThat(lab.enabled("#play")).isTrue();
        assertThat(lab.enabled("#pause")).isFalse();
        lab.fire("#play");
        lab.awaitStep(40);
        await("the end", () -> lab.model.training().finishedProperty().get());
        assertThat(lab.enabled("#play")).isTrue();
        assertThat(onWindow(() -> lab.window.scene().lookup("#banner").isVisible()))
                .isTrue();
        assertThat(onWindow(() -> ((Label) lab.window.scene().lookup("#banner .label")).getText()))
                .contains("The 40 steps are done. Play goes on for 40 more", "now 0", "again in full");
        lab.press("#lab", KeyCode.SPACE);
        lab.awaitStep(41);
        assertThat(onWindow(() -> lab.model.messageProperty().get()))
                .contains("beyond the planned 40 steps, to 80", "learning rates, now 0, start again in full");
        lab.awaitStep(80);
        assertThat(lab.model.lanes())
                .allSatisfy(lane -> assertThat(lane.horizonProperty().get()).isEqualTo(80));
    }

    @Test
    void afterTheLastStepStepGoesOnToo() {
        onWindow(() -> lab.model.open(Small.eightGaussians(
                1,
                "lanes.spectral-norm.rateSchedule",
                "constant",
                "lanes.gradient-penalty.rateSchedule",
                "constant",
                "lanes.weight-clipping.rateSchedule",
                "constant",
                "lanes.unconstrained.rateSchedule",
                "constant")));
        lab.awaitReady();
        lab.press("#lab", KeyCode.S);
        await("the end", () -> lab.model.training().finishedProperty().get());
        lab.press("#lab", KeyCode.S);
        lab.awaitStep(2);
        assertThat(onWindow(() -> lab.model.messageProperty().get())).contains("learning rates stay as they are");
    }

    @Test
    void playPressedWhileAnExperimentOpensIsNotLost() {
        lab.awaitReady();
        boolean pausable = onWindow(() -> {
            lab.model.open(Small.eightGaussians(40));
            lab.model.training().play();
            return lab.model.training().playPendingProperty().get() && !lab.enabled("#play") && lab.enabled("#pause");
        });
        assertThat(pausable).isTrue();
        lab.awaitStep(1);
    }

    @Test
    void whatWasToPlayOnceItIsOpenCanBePaused() {
        lab.awaitReady();
        onWindow(() -> {
            lab.model.open(Small.eightGaussians(40));
            lab.model.training().play();
            lab.model.training().pause();
        });
        lab.awaitReady();
        assertThat(lab.enabled("#play")).isTrue();
        assertThat(onWindow(() -> lab.model.training().isTraining())).isFalse();
    }

    @Test
    void spaceAndTheArrowPlayPauseAndStep() {
        lab.awaitReady();
        lab.press("#lab", KeyCode.RIGHT);
        lab.awaitStep(1);
        await(
                "rest",
                () -> lab.enabled("#play")
                        && lab.model.lanes().get(0).stateProperty().get() == LaneState.PAUSED);
        assertThat(onWindow(() -> lab.model.lanes().get(0).stepProperty().get()))
                .isEqualTo(1);
        lab.press("#lab", KeyCode.SPACE);
        await("training", () -> lab.model.training().playingProperty().get());
        lab.press("#lab", KeyCode.SPACE);
        await("a pause", () -> !lab.model.training().playingProperty().get());
    }

    @Test
    void enterChangesLambdaWhileLanesTrainAndEscTakesItBack() {
        lab.awaitReady();
        choosePenaltyLane();
        lab.fire("#play");
        lab.type("#setting-lambda", "7.5", KeyCode.ENTER);
        await("λ = 7.5", () -> lambda() == 7.5);
        lab.type("#setting-lambda", "3", KeyCode.ESCAPE);
        assertThat(lab.find("#setting-lambda", TextField.class).getText()).isEqualTo("7.5");
    }

    @Test
    void aWrongValueStaysInItsFieldWithTheRangeBelow() {
        lab.awaitReady();
        choosePenaltyLane();
        double before = lambda();
        lab.type("#setting-lambda", "-1", KeyCode.ENTER);
        TextField field = lab.find("#setting-lambda", TextField.class);
        assertThat(field.getText()).isEqualTo("-1");
        assertThat(field.getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("invalid"));
        Label refusal = (Label) onWindow(() -> field.getParent().getParent().lookup(".refusal"));
        assertThat(refusal.isVisible()).isTrue();
        assertThat(refusal.getText()).contains("a number");
        assertThat(lambda()).isEqualTo(before);
    }

    @Test
    void resetGoesBackToTheSameWeightsAndRepeatsTheSameLosses() {
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(40);
        double[] first = lab.losses(0);
        lab.fire("#reset");
        await("step 0", () -> lab.model.lanes().stream()
                .allMatch(lane -> lane.stepProperty().get() == 0));
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(40);
        assertThat(Arrays.copyOf(lab.losses(0), 40)).isEqualTo(Arrays.copyOf(first, 40));
    }

    @Test
    void resetKeepsWhatWasChangedOnThePanel() {
        lab.awaitReady();
        choosePenaltyLane();
        lab.fire("#step");
        lab.awaitStep(1);
        lab.type("#setting-lambda", "2", KeyCode.ENTER);
        await("λ = 2", () -> lambda() == 2);
        lab.fire("#reset");
        await("step 0", () -> lab.model.lanes().stream()
                .anyMatch(lane -> lane.stepProperty().get() == 0));
        lab.awaitReady();
        assertThat(lambda()).isEqualTo(2);
        assertThat(lab.model.lanes().get(PENALTY_LANE).lane().history().length(Metric.CRITIC_LOSS))
                .isZero();
    }

    @Test
    void aSettingThatIsNotLiveStartsAgain() {
        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);
        lab.openSharedSettings();
        lab.type("#setting-batch", "16", KeyCode.ENTER);
        await(
                "a batch of 16",
                () -> shared(SharedSettings.BATCH) == 16
                        && !lab.model.openingProperty().get());
        lab.awaitReady();
        assertThat(onWindow(() -> lab.model.lanes().get(0).stepProperty().get()))
                .isZero();
        assertThat(onWindow(() -> lab.model.messageProperty().get())).isEqualTo("Started again: batch is 16");
    }

    @Test
    void theLaneListNamesTheLaneItShows() {
        lab.awaitReady();
        LaneChooser chooser = onWindow(() -> (LaneChooser) lab.window.scene().lookup("#lane-chooser"));
        assertThat(onWindow(() -> chooser.getButtonCell().getText()))
                .isEqualTo(onWindow(() -> chooser.getValue().title()));
    }

    @Test
    void anotherConstraintRenamesItsLane() {
        lab.awaitReady();
        onWindow(() -> lab.window.scene().<ComboBox<LaneModel>>lookup("#lane-chooser"));
        onWindow(() -> {
            choose("#lane-chooser", 3);
            ((ComboBox<?>) lab.window.scene().lookup("#setting-constraint"))
                    .getSelectionModel()
                    .select(2);
        });
        await(
                "two clipped lanes",
                () -> lab.model.lanes().size() == 4
                        && lab.model.lanes().get(3).lane().id().equals("weight-clipping-2"));
    }

    @Test
    void aConstraintIsAddedToALanesOwnAndOnlyWhereThatMakesSense() {
        lab.awaitReady();
        ComboBox<?> box = lab.find("#setting-constraint", ComboBox.class);
        List<String> offered =
                onWindow(() -> box.getItems().stream().map(Object::toString).toList());
        assertThat(offered).contains("layer-norm", "spectral-norm + gradient-penalty");
        assertThat(offered).doesNotContain("spectral-norm + weight-norm", "spectral-norm + unconstrained");
        onWindow(() -> box.getSelectionModel().select(offered.indexOf("spectral-norm + gradient-penalty")));
        await(
                "a combined lane",
                () -> lab.model.lanes().size() == 4
                        && lab.model.lanes().get(0).title().equals("spectral norm + gradient penalty"));
        lab.awaitReady();
        assertThat(lab.find("#setting-lambda", TextField.class).getText()).isEqualTo("10");
        lab.fire("#step");
        lab.awaitStep(1);
    }

    @Test
    void eightLanesOfAnyConstraintsAreShownAndTrain() {
        lab.awaitReady();
        Preset eight = PresetReader.of(
                "more-methods",
                java.util.Map.of(
                        "generator.hidden", "[16]",
                        "critic.hidden", "[16]",
                        "batch", "32",
                        "schedule.steps", "5"));
        onWindow(() -> lab.model.open(eight));
        await("eight lanes", () -> lab.model.lanes().size() == 8);
        lab.awaitReady();
        assertThat(visibleCards()).isEqualTo(8);
        lab.fire("#play");
        lab.awaitStep(5);
        for (int lane = 0; lane < 8; lane++) {
            int place = lane;
            onWindow(() -> choose("#lane-chooser", place));
            assertThat(onWindow(() -> lab.window.scene().lookup("#setting-constraint")))
                    .isNotNull();
        }
    }

    @Test
    void anotherPresetTakesTheFirstOnesPlace() {
        lab.awaitReady();
        await("the bundled presets", () -> chooser().getItems().size() > 1);
        Preset small = Small.eightGaussians(20, "seed", "5");
        onWindow(() -> lab.model.open(small));
        await("seed 5", () -> shared(SharedSettings.SEED) == 5);
        lab.awaitReady();
        lab.fire("#reseed");
        await("seed 6", () -> shared(SharedSettings.SEED) == 6);
    }

    @Test
    void aPresetWithoutDataAsksForThemAndCancellingLeavesTheExperimentAsItWas() {
        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);
        await("the bundled presets", () -> chooser().getItems().size() > 1);
        javafx.application.Platform.runLater(() -> chooser().setValue(mnist()));
        await("the question", () -> dialogs().size() == 1);
        onWindow(() -> dialogs().get(0).hide());
        await("the old name", () -> chooser().getValue().name().equals("eight-gaussians"));
        assertThat(onWindow(() -> lab.model.lanes().get(0).stepProperty().get()))
                .isEqualTo(1);
    }

    @Test
    void dataThatCannotBeReadAreExplainedAndNothingIsLost() {
        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);
        Preset broken = PresetReader.of("mnist", java.util.Map.of()).withData(folder.resolve("nothing-here"));
        onWindow(() -> lab.model.open(broken));
        await("an explanation", () -> dialogs().size() == 1);
        assertThat(onWindow(
                        () -> lab.model.problemProperty().get().orElseThrow().text()))
                .contains("nothing-here")
                .contains("expected")
                .doesNotContain("Exception");
        onWindow(() -> dialogs().get(0).hide());
        assertThat(onWindow(() -> lab.model.lanes().get(0).stepProperty().get()))
                .isEqualTo(1);
    }

    @Test
    void aLaneThatDivergesSaysSoOnItsCardAndTheOthersGoOn() {
        Preset wild = Small.eightGaussians(
                40, "lanes.unconstrained.learningRate", "1e9", "lanes.unconstrained.generatorLearningRate", "1e9");
        lab.awaitReady();
        onWindow(() -> lab.model.open(wild));
        lab.awaitReady();
        await("the wild preset", () -> lab.enabled("#play"));
        lab.fire("#play");
        await("a stopped lane", () -> lab.model.lanes().get(3).stateProperty().get() == LaneState.FAILED);
        await("the others' end", () -> lab.model.lanes().get(0).stepProperty().get() == 40);
        Label failure = (Label) onWindow(() -> lab.window.scene().lookup("#card-unconstrained .failure"));
        assertThat(failure.isVisible()).isTrue();
        assertThat(failure.getText()).contains("Lower the learning rate");
    }

    @Test
    void oneCardFillsTheWindowAndEscBringsAllBack() {
        lab.awaitReady();
        lab.press("#lab", KeyCode.F);
        await("one card", () -> visibleCards() == 1);
        lab.press("#lab", KeyCode.ESCAPE);
        await("all cards", () -> visibleCards() == 4);
    }

    @Test
    void closingWhileLanesTrainEndsThem() throws InterruptedException {
        lab.awaitReady();
        lab.fire("#play");
        lab.awaitStep(2);
        long start = System.nanoTime();
        lab.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private void choosePenaltyLane() {
        onWindow(() -> choose("#lane-chooser", PENALTY_LANE));
    }

    private void choose(String selector, int place) {
        ((ComboBox<?>) lab.window.scene().lookup(selector)).getSelectionModel().select(place);
    }

    private double lambda() {
        return onWindow(
                () -> lab.model.lanes().get(PENALTY_LANE).valuesProperty().get().get(GradientPenalty.LAMBDA));
    }

    private int shared(CountSetting setting) {
        return lab.model
                .experimentProperty()
                .get()
                .orElseThrow()
                .preset()
                .shared()
                .get(setting);
    }

    private long visibleCards() {
        return lab.window.scene().getRoot().lookupAll(".lane-card").stream()
                .filter(javafx.scene.Node::isVisible)
                .count();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Preset> chooser() {
        return (ComboBox<Preset>) lab.window.scene().lookup("#preset-chooser");
    }

    private Preset mnist() {
        return chooser().getItems().stream()
                .filter(preset -> preset.name().equals("mnist"))
                .findFirst()
                .orElseThrow();
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .toList();
    }
}
