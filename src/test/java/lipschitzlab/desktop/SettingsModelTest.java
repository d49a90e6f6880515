package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.stage.Stage;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.desktop.model.EngineSelection;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.desktop.model.LaneModel;
import lipschitzlab.desktop.model.SettingsModel;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a person may change of an experiment, with no window over it. */
@ExtendWith(ApplicationExtension.class)
class SettingsModelTest {
    private static final String PENALTY = "gradient-penalty";

    private LabModel model;
    private SettingsModel settings;

    @Start
    void nothingIsShown(Stage stage) {}

    @BeforeEach
    void make() {
        model = onWindow(() -> new LabModel(new EngineSelection(
                EngineCatalog::ofThisMachine, UnsavedPreference.wishing("auto"), Optional.empty())));
        settings = new SettingsModel(model);
    }

    @AfterEach
    void close() throws InterruptedException {
        onWindow(model::close);
        assertThat(model.awaitEnd(60)).isTrue();
    }

    private void open(Preset preset) {
        onWindow(() -> model.open(preset));
        await(
                "an experiment",
                () -> model.experimentProperty().get().isPresent()
                        && !model.openingProperty().get());
    }

    private Experiment experiment() {
        return onWindow(() -> model.experimentProperty().get().orElseThrow());
    }

    private LaneModel penalty() {
        return onWindow(() -> model.lanes().stream()
                .filter(lane -> lane.lane().id().equals(PENALTY))
                .findFirst()
                .orElseThrow());
    }

    private String message() {
        return onWindow(() -> model.messageProperty().get());
    }

    private void awaitAnother(Experiment before) {
        await("another experiment", () -> model.experimentProperty().get().orElseThrow() != before);
        await("its opening", () -> !model.openingProperty().get());
    }

    private static <T> Assignment<T> set(Setting<T> setting, T value) {
        return new Assignment<>(setting, value);
    }

    @Test
    void aLiveSettingChangesTheLaneAtOnceAndIsSaid() {
        open(Small.eightGaussians(3));
        Experiment before = experiment();
        onWindow(() -> settings.changeLane(PENALTY, set(GradientPenalty.LAMBDA, 7.0)));

        await("λ = 7", () -> {
            model.pull();
            return penalty().valuesProperty().get().get(GradientPenalty.LAMBDA) == 7;
        });
        assertThat(experiment()).isSameAs(before);
        assertThat(message()).isEqualTo("Penalty weight of gradient penalty is now 7");
        assertThat(onWindow(() -> settings.chosenOf(penalty()).get(GradientPenalty.LAMBDA)))
                .isNotEqualTo(7.0);
    }

    @Test
    void aSettingThatIsNotLiveStartsAgainWithTheOthersKept() {
        open(Small.eightGaussians(3));
        onWindow(() -> settings.changeLane(PENALTY, set(GradientPenalty.LAMBDA, 7.0)));
        await("λ = 7", () -> experiment().lane(PENALTY).values().get(GradientPenalty.LAMBDA) == 7);
        Experiment before = experiment();
        onWindow(() -> settings.changeShared(set(SharedSettings.BATCH, 48)));
        awaitAnother(before);

        assertThat(experiment().preset().shared().get(SharedSettings.BATCH)).isEqualTo(48);
        assertThat(experiment().lane(PENALTY).values().get(GradientPenalty.LAMBDA))
                .isEqualTo(7);
        assertThat(message()).startsWith("Started again: batch is 48");
        assertThat(onWindow(() -> settings.chosenShared(experiment().preset()).get(SharedSettings.BATCH)))
                .isNotEqualTo(48);
    }

    @Test
    void anotherConstraintStartsAgainUnderItsName() {
        open(Small.eightGaussians(3));
        Experiment before = experiment();
        onWindow(() -> settings.changeLane(PENALTY, set(LaneSettings.CONSTRAINT, ConstraintSet.of(ConstraintKind.R1))));
        awaitAnother(before);

        assertThat(experiment().lanes())
                .extracting(lane -> lane.id())
                .contains("r1")
                .doesNotContain(PENALTY);
        assertThat(message()).startsWith("Started again: constraint is r1");
    }

    @Test
    void aValueOfTheDataStartsAgain() {
        open(Small.tiny("disjoint"));
        Experiment before = experiment();
        onWindow(() -> settings.changeData(set(Datasets.DISTANCE, 2.5)));
        awaitAnother(before);

        assertThat(experiment().preset().data().values().get(Datasets.DISTANCE)).isEqualTo(2.5);
        assertThat(onWindow(() -> settings.chosenData(experiment().preset()).get(Datasets.DISTANCE)))
                .isNotEqualTo(2.5);
    }

    @Test
    void theNextSeedFollowsTheLargestByTheSmallest() {
        open(Small.eightGaussians(3, "seed", Integer.toString(Integer.MAX_VALUE)));
        Experiment before = experiment();
        onWindow(settings::reseed);
        awaitAnother(before);
        assertThat(experiment().preset().shared().get(SharedSettings.SEED)).isZero();

        Experiment first = experiment();
        onWindow(settings::reseed);
        awaitAnother(first);
        assertThat(experiment().preset().shared().get(SharedSettings.SEED)).isEqualTo(1);
    }

    @Test
    void aResetGoesBackToTheFirstStepAndKeepsWhatWasChanged() {
        open(Small.eightGaussians(3));
        onWindow(model.training()::play);
        await("step 3", () -> experiment().lanes().stream().allMatch(lane -> lane.step() == 3));
        onWindow(() -> settings.changeLane(PENALTY, set(GradientPenalty.LAMBDA, 7.0)));
        await("λ = 7", () -> experiment().lane(PENALTY).values().get(GradientPenalty.LAMBDA) == 7);
        onWindow(settings::reset);
        await("step 0", () -> experiment().lanes().stream().allMatch(lane -> lane.step() == 0));

        assertThat(experiment().lane(PENALTY).values().get(GradientPenalty.LAMBDA))
                .isEqualTo(7);
        assertThat(experiment().lane(PENALTY).changes()).isEmpty();
    }
}
