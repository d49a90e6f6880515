package lipschitzlab.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.desktop.Small;
import lipschitzlab.desktop.model.SessionState.FirstFramePending;
import lipschitzlab.desktop.model.SessionState.Nothing;
import lipschitzlab.desktop.model.SessionState.Opening;
import lipschitzlab.desktop.model.SessionState.Refused;
import lipschitzlab.desktop.model.SessionState.Shown;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionStateTest {
    private static final Preset PRESET = Small.eightGaussians(3);

    private static Experiment first;
    private static Experiment second;

    @BeforeAll
    static void open() {
        first = Experiment.open(PRESET, EngineUnderTest.chosen());
        second = Experiment.open(PRESET, EngineUnderTest.chosen());
    }

    @AfterAll
    static void close() {
        first.close();
        second.close();
    }

    private static Opening opening(SessionState before, boolean thenPlay) {
        return before.opening(1, Optional.of(PRESET), thenPlay);
    }

    @Test
    void whileAnotherIsOpenedTheOneBeforeStaysOnShow() {
        SessionState opening = opening(new Shown(first), false);

        assertThat(opening.experiment()).contains(first);
        assertThat(opening.preset()).contains(PRESET);
    }

    @Test
    void whatWasOpenedTakesThePlaceOfTheOneBeforeAndItsFirstFrameIsPending() {
        assertThat(opening(new Shown(first), false).opened(second)).isEqualTo(new FirstFramePending(second, false));
    }

    @Test
    void afterARefusalTheOneBeforeStaysAndIsStillShown() {
        assertThat(opening(new Shown(first), true).refused()).isEqualTo(new Shown(first));
    }

    @Test
    void afterARefusalOfTheFirstTheSamePresetCanBeAskedForAgain() {
        SessionState refused = opening(new Nothing(), true).refused();

        assertThat(refused).isEqualTo(new Refused(Optional.of(PRESET)));
        assertThat(refused.experiment()).isEmpty();
        assertThat(refused.preset()).contains(PRESET);
        assertThat(refused.playPending()).isFalse();
    }

    @Test
    void aThirdRequestForgetsTheSecondAndKeepsWhatIsOnShow() {
        Opening third = opening(new Shown(first), true).opening(2, Optional.empty(), false);

        assertThat(third).isEqualTo(new Opening(2, Optional.empty(), new Shown(first), false));
        assertThat(third.refused()).isEqualTo(new Shown(first));
    }

    @Test
    void playStaysPendingFromTheOpeningToTheFirstFrameAndIsDoneThen() {
        SessionState opening = opening(new Nothing(), false).withPlayPending(true);
        FirstFramePending open = ((Opening) opening).opened(first);

        assertThat(opening.playPending()).isTrue();
        assertThat(open.playPending()).isTrue();
        assertThat(open.shown().playPending()).isFalse();
    }

    @Test
    void playOfAnExperimentDoesNotPassToTheNextNorComeBackWithARefusal() {
        SessionState pending = new FirstFramePending(first, true);

        assertThat(opening(pending, false).playPending()).isFalse();
        assertThat(opening(pending, true).refused()).isEqualTo(new FirstFramePending(first, false));
    }

    @Test
    void whereThereIsNothingToWaitForPlayIsNeverPending() {
        assertThat(new Nothing().withPlayPending(true)).isEqualTo(new Nothing());
        assertThat(new Shown(first).withPlayPending(true)).isEqualTo(new Shown(first));
        assertThat(new Refused(Optional.of(PRESET)).withPlayPending(true).playPending())
                .isFalse();
    }

    @Test
    void aStartWithChangedValuesBeginsFromTheExperimentAsItStands() {
        assertThat(new Shown(first).preset().orElseThrow().shared().get(SharedSettings.STEPS))
                .isEqualTo(3);
        assertThat(new FirstFramePending(first, false).preset().orElseThrow().name())
                .isEqualTo(PRESET.name());
        assertThat(new Nothing().preset()).isEmpty();
    }
}
