package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.stage.Stage;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.desktop.model.EngineSelection;
import lipschitzlab.desktop.model.LabModel;
import lipschitzlab.experiment.Experiment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The model alone, with no window over it. */
@ExtendWith(ApplicationExtension.class)
class LabModelTest {
    private LabModel model;

    @Start
    void nothingIsShown(Stage stage) {}

    @BeforeEach
    void make() {
        model = onWindow(() -> new LabModel(new EngineSelection(
                EngineCatalog::ofThisMachine, UnsavedPreference.wishing("auto"), Optional.empty())));
    }

    @AfterEach
    void close() throws InterruptedException {
        onWindow(model::close);
        assertThat(model.awaitEnd(60)).isTrue();
    }

    private Experiment experiment() {
        return onWindow(() -> model.experimentProperty().get().orElseThrow());
    }

    private void awaitOpen() {
        await(
                "an experiment",
                () -> model.experimentProperty().get().isPresent()
                        && !model.openingProperty().get());
    }

    private void awaitStep(int step) {
        await("step " + step, () -> {
            model.pull();
            return model.lanes().stream().allMatch(lane -> lane.stepProperty().get() >= step);
        });
    }

    @Test
    void withNothingThatPaintsLanesPlayWaitsOnlyForTheOpening() {
        onWindow(() -> model.open(Small.eightGaussians(3)));
        onWindow(model.training()::play);
        awaitOpen();
        awaitStep(3);
        assertThat(onWindow(() -> model.training().playPendingProperty().get())).isFalse();
    }

    @Test
    void withSomethingThatPaintsThemPlayWaitsForItsFirstFrame() {
        onWindow(model::awaitFirstFrames);
        onWindow(() -> model.open(Small.eightGaussians(3)));
        onWindow(model.training()::play);
        awaitOpen();
        assertThat(onWindow(() -> model.training().playPendingProperty().get())).isTrue();
        assertThat(onWindow(() -> experiment().playing())).isFalse();
        onWindow(model::onFirstFrame);
        assertThat(onWindow(() -> model.training().playPendingProperty().get())).isFalse();
        awaitStep(3);
    }

    @Test
    void whatComesOverAnOpenExperimentPaintsItBeforeItTrains() {
        onWindow(() -> model.open(Small.eightGaussians(3)));
        awaitOpen();
        onWindow(model::awaitFirstFrames);
        onWindow(model.training()::play);
        assertThat(onWindow(() -> model.training().playPendingProperty().get())).isTrue();
    }

    @Test
    void theLastOfSeveralRequestsIsShownAndNoneOfThoseBefore() {
        onWindow(() -> {
            model.open(Small.tiny("swiss-roll"));
            model.open("no-such-preset");
            model.open(Small.eightGaussians(3));
        });
        awaitOpen();
        assertThat(experiment().preset().name()).isEqualTo("eight-gaussians");
        assertThat(onWindow(() -> model.problemProperty().get())).isEmpty();
    }

    @Test
    void aRefusedRequestLeavesWhatIsOnShowAndARestartBeginsFromThat() {
        onWindow(() -> model.open(Small.eightGaussians(3)));
        awaitOpen();
        Experiment before = experiment();
        onWindow(() -> model.open("no-such-preset"));
        await("a refusal", () -> model.problemProperty().get().isPresent());
        assertThat(experiment()).isSameAs(before);
        assertThat(onWindow(() -> model.openingProperty().get())).isFalse();

        onWindow(() -> model.restart(UnaryOperator.identity(), "Again", false));
        await("another", () -> model.experimentProperty().get().orElseThrow() != before);
        assertThat(experiment().preset().name()).isEqualTo("eight-gaussians");
        assertThat(onWindow(() -> model.messageProperty().get())).isEqualTo("Again");
    }
}
