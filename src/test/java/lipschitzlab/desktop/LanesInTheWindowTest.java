package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.experiment.LaneState;
import lipschitzlab.measurement.Metric;
import lipschitzlab.optimizer.OptimizerSettings;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.RateSchedule;
import lipschitzlab.preset.SharedSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Adds, duplicates, renames and removes lanes as a person does. */
@ExtendWith(ApplicationExtension.class)
class LanesInTheWindowTest {
    private OpenWindow lab;

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(stage, Small.eightGaussians(12), WindowPreferences.ofThisRun(), 0);
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    @Test
    void aLaneIsAddedDuplicatedRenamedAndRemovedAndEightTrain() {
        lab.awaitReady();
        lab.fire("#step");
        lab.awaitStep(1);

        addSpectralNormWithPenalty();
        assertThat(chosen()).isEqualTo("spectral norm + gradient penalty");
        assertThat(ids()).endsWith("unconstrained", "spectral-norm-gradient-penalty");

        lab.press("#lab", KeyCode.D);
        lab.press("#lab", KeyCode.D);
        assertThat(ids()).endsWith("spectral-norm-gradient-penalty-2", "spectral-norm-gradient-penalty-3");

        double[] before = lab.losses(0);
        chooseLane(0);
        renameTo("x".repeat(300));
        assertThat(refusal()).contains("a title of at most 200 characters, found 300 characters");
        renameTo("Held to σ₁ = 1");
        assertThat(chosen()).isEqualTo("Held to σ₁ = 1");
        assertThat(ids()).as("files go on being named as before").startsWith("spectral-norm");
        assertThat(lab.losses(0)).isEqualTo(before).hasSize(1);

        lab.press("#lab", KeyCode.D);
        assertThat(ids()).hasSize(8).endsWith("spectral-norm-2");
        assertThat(lab.enabled("#add_lane")).isFalse();
        assertThat(lab.enabled("#duplicate_lane")).isFalse();
        assertThat(text("#lane-obstacle")).contains("8 lanes are the most");

        lab.fire("#play");
        lab.awaitStep(12);
        assertThat(lab.model.lanes())
                .allSatisfy(lane -> assertThat(lane.lane().history().length(Metric.CRITIC_LOSS))
                        .isEqualTo(12))
                .allSatisfy(lane -> assertThat(lane.failureProperty().get()).isEmpty());
        assertThat(lab.losses(7)).isEqualTo(lab.losses(0));
        await("the end", () -> lab.model.training().finishedProperty().get());

        chooseLane(0);
        lab.press("#lab", KeyCode.DELETE);
        assertThat(onWindow(() -> ((Stage) question()).getScene().getRoot().lookup(".content")))
                .isNotNull();
        answer();
        assertThat(ids()).hasSize(7).doesNotContain("spectral-norm").contains("spectral-norm-2");
        assertThat(onWindow(() -> lab.model.lanes().get(0).stateProperty().get()))
                .isEqualTo(LaneState.FINISHED);
        assertThat(lab.enabled("#add_lane")).isTrue();
    }

    @Test
    void untrainedLanesAreRemovedWithoutAQuestionAndTheLastOneStays() {
        lab.awaitReady();
        String differences = text("#differences");
        for (int left = 3; left >= 1; left--) {
            lab.fire("#remove_lane");
            assertThat(ids()).hasSize(left);
        }
        assertThat(lab.enabled("#remove_lane")).isFalse();
        assertThat(text("#lane-obstacle")).contains("The last lane stays");
        assertThat(text("#differences")).isNotEqualTo(differences).isEqualTo("There is one lane.");
    }

    @Test
    void anAddedLaneStaysWhenASettingStartsTheExperimentAgain() {
        lab.awaitReady();
        lab.press("#lab", KeyCode.D);
        lab.openSharedSettings();
        lab.type("#setting-batch", "16", KeyCode.ENTER);
        await(
                "a batch of 16",
                () -> !lab.model.openingProperty().get()
                        && lab.model
                                        .experimentProperty()
                                        .get()
                                        .orElseThrow()
                                        .preset()
                                        .shared()
                                        .get(SharedSettings.BATCH)
                                == 16);
        lab.awaitReady();
        assertThat(ids()).hasSize(5).endsWith("spectral-norm-2");
    }

    @Test
    void theFormOffersOnlyMethodsThatGoTogetherAndKeepsTheChosenLanesValues() {
        lab.awaitReady();
        onWindow(() -> lab.model.open(PresetReader.of("more-methods", Map.of("critic.hidden", "[8]"))));
        await("eight lanes", () -> lab.model.lanes().size() == 8);
        lab.awaitReady();
        lab.fire("#remove_lane");
        chooseLane(0);
        lab.press("#lab", KeyCode.A);
        onWindow(() -> method().setValue(ConstraintKind.GRADIENT_PENALTY));
        assertThat(inForm("#new-with-r1", Node.class)).isNull();
        onWindow(() -> inFormNow("#new-with-weight-norm", CheckBox.class).setSelected(true));
        assertThat(onWindow(() ->
                        inFormNow("#new-with-spectral-norm", CheckBox.class).isDisabled()))
                .isTrue();
        assertThat(inForm("#new-name", TextField.class).getPromptText()).isEqualTo("gradient penalty + weight norm");
        answer();
        LaneModel added = onWindow(() -> lab.model.lanes().get(7));
        assertThat(added.valuesProperty().get().get(GradientPenalty.LAMBDA)).isEqualTo(10.0);
        assertThat(added.valuesProperty().get().get(LaneSettings.RATE_SCHEDULE)).isEqualTo(RateSchedule.LINEAR);
        assertThat(added.valuesProperty().get().get(OptimizerSettings.BETA_2)).isEqualTo(0.9);
    }

    @Test
    void valuesOfOneSettingStandSideBySideEachInALaneThatSaysItsValueAndLooksLikeNoOther() {
        lab.awaitReady();
        chooseLane(1);
        lab.press("#lab", KeyCode.V);
        onWindow(() -> inFormNow("#sweep-values", TextField.class).setText("0.1, 1, 10, 100, 1000, 10000"));
        assertThat(inForm("#sweep-outcome", Label.class).getText())
                .contains("at most 8 lanes in all, and so 4 new values beside the 4 there are, found 5");
        answer();
        assertThat(refusal()).contains("Name fewer values");
        onWindow(() -> inFormNow("#sweep-values", TextField.class).setText("0,1; 1; 10; 100"));
        assertThat(inForm("#sweep-outcome", Label.class).getText())
                .isEqualTo("3 lanes are added: λ = 1, λ = 10, λ = 100. gradient penalty stays, with λ = 0.1,"
                        + " which makes 7 lanes in all.");
        answer();

        assertThat(ids()).endsWith("gradient-penalty-2", "gradient-penalty-3", "gradient-penalty-4");
        List<String> titles =
                onWindow(() -> lab.model.lanes().stream().map(LaneModel::title).toList());
        assertThat(titles)
                .containsSubsequence(
                        "gradient penalty, λ = 0.1",
                        "gradient penalty, λ = 1",
                        "gradient penalty, λ = 10",
                        "gradient penalty, λ = 100");
        assertThat(lab.model.lanes().stream()
                        .map(lane -> lane.style().ink(ChartTheme.LIGHT))
                        .distinct())
                .hasSize(7);
        assertThat(onWindow(() -> lab.window.scene().getRoot().lookupAll(".lane-title").stream()
                        .map(title -> ((Label) title).getText())
                        .toList()))
                .contains("gradient penalty, λ = 100");
    }

    private void addSpectralNormWithPenalty() {
        lab.press("#lab", KeyCode.A);
        onWindow(() -> method().setValue(ConstraintKind.SPECTRAL_NORM));
        onWindow(() -> inFormNow("#new-with-gradient-penalty", CheckBox.class).setSelected(true));
        answer();
    }

    private void renameTo(String name) {
        if (onWindow(() -> dialogs().isEmpty())) {
            lab.press("#lab", KeyCode.F2);
        }
        onWindow(() -> inFormNow("#other-name", TextField.class).setText(name));
        answer();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ConstraintKind> method() {
        return inFormNow("#new-method", ComboBox.class);
    }

    private void answer() {
        onWindow(() -> inFormNow("#accept", ButtonBase.class).fire());
    }

    private String refusal() {
        return inForm(".refusal", Label.class).getText();
    }

    private <T extends Node> T inForm(String selector, Class<T> type) {
        return onWindow(() -> inFormNow(selector, type));
    }

    private <T extends Node> T inFormNow(String selector, Class<T> type) {
        Scene scene = question().getScene();
        return type.cast(scene.lookup(selector));
    }

    private Window question() {
        return dialogs().get(0);
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window != lab.stage && window instanceof Stage)
                .toList();
    }

    private void chooseLane(int place) {
        onWindow(() -> ((ComboBox<?>) lab.window.scene().lookup("#lane-chooser"))
                .getSelectionModel()
                .select(place));
    }

    private String chosen() {
        return onWindow(
                () -> ((LaneModel) ((ComboBox<?>) lab.window.scene().lookup("#lane-chooser")).getValue()).title());
    }

    private List<String> ids() {
        return onWindow(
                () -> lab.model.lanes().stream().map(lane -> lane.lane().id()).toList());
    }

    private String text(String selector) {
        return onWindow(() -> ((Label) lab.window.scene().lookup(selector)).getText());
    }
}
