package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lipschitzlab.preset.RateSchedule;
import org.junit.jupiter.api.Test;

class LaneClockTest {
    private static LaneClock clock(RateSchedule schedule) {
        return new LaneClock(10, schedule, 10);
    }

    private static void train(LaneClock clock, int steps) {
        for (int step = 0; step < steps; step++) {
            clock.stepped(5, 0.5);
        }
    }

    @Test
    void stepsAndSecondsOfTrainingAddUpWithoutThoseOfDiagnoses() {
        LaneClock clock = clock(RateSchedule.CONSTANT);
        train(clock, 4);
        clock.diagnosed(7);

        assertThat(clock.step()).isEqualTo(4);
        assertThat(clock.seconds()).isEqualTo(2);
        assertThat(clock.diagnosisSeconds()).isEqualTo(7);
    }

    /** 10 updates a second at first; then one step of 30: 0.9·10 + 0.1·30. */
    @Test
    void theSpeedIsAnAverageInWhichANewStepCountsATenth() {
        LaneClock clock = clock(RateSchedule.CONSTANT);
        assertThat(clock.criticStepsPerSecond()).isZero();
        train(clock, 3);
        assertThat(clock.criticStepsPerSecond()).isCloseTo(10, within(1e-12));
        clock.stepped(15, 0.5);
        assertThat(clock.criticStepsPerSecond()).isCloseTo(12, within(1e-12));
    }

    @Test
    void linearRatesFallToNothingAtTheHorizonAndConstantOnesStay() {
        LaneClock falling = clock(RateSchedule.LINEAR);
        LaneClock constant = clock(RateSchedule.CONSTANT);
        train(falling, 4);
        train(constant, 4);
        assertThat(falling.rateFactor()).isCloseTo(0.6, within(1e-12));
        assertThat(constant.rateFactor()).isOne();
        train(falling, 6);
        assertThat(falling.rateFactor()).isZero();
    }

    @Test
    void anExtensionMovesTheEndAndLetsTheRatesFallAnewFromHere() {
        LaneClock clock = clock(RateSchedule.LINEAR);
        train(clock, 10);
        assertThat(clock.atEnd()).isTrue();
        clock.endAt(clock.extend(20));

        assertThat(clock.horizon()).isEqualTo(30);
        assertThat(clock.atEnd()).isFalse();
        assertThat(clock.rateFactor()).isOne();
        train(clock, 5);
        assertThat(clock.rateFactor()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aLaneWhoseExtensionsAreKnownEndsWhereTheyLeadButItsRatesFallToTheFirstHorizon() {
        LaneClock clock = new LaneClock(10, RateSchedule.LINEAR, 30);
        train(clock, 10);
        assertThat(clock.rateFactor()).isZero();
        assertThat(clock.atEnd()).isFalse();
    }
}
