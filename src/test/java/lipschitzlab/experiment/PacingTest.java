package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PacingTest {
    private static final Backend BACKEND = EngineUnderTest.chosen();
    private static final double FULL = Double.POSITIVE_INFINITY;

    /** So rarely that no second step comes within this test. */
    private static final double ONCE = 1e-6;

    private static List<String> losses(Experiment experiment) {
        return experiment.lanes().stream()
                .map(lane -> lane.id()
                        + Arrays.toString(
                                lane.history().curve(Metric.CRITIC_LOSS).values()))
                .toList();
    }

    private static List<String> run(double pace, String mode) throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.mode", mode), BACKEND)) {
            experiment.setPace(pace);
            experiment.play();
            experiment.awaitRest();
            assertThat(experiment.finished()).isTrue();
            return losses(experiment);
        }
    }

    private static void awaitSteps(Experiment experiment, int step) {
        Await.until("step " + step, () -> experiment.lanes().stream().allMatch(lane -> lane.step() >= step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lockstep", "free"})
    void sameSeedGivesTheSameNumbersAtEveryPaceAndStepByStep(String mode) throws InterruptedException {
        List<String> full = run(FULL, mode);
        assertThat(run(1000, mode)).isEqualTo(full);
        assertThat(run(50, mode)).isEqualTo(full);
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.mode", mode), BACKEND)) {
            while (!experiment.finished()) {
                experiment.step();
                experiment.awaitRest();
            }
            assertThat(losses(experiment)).isEqualTo(full);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lockstep", "free"})
    void aPaceIsNotExceededAndItsWaitingIsNobodysTrainingTime(String mode) throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.mode", mode), BACKEND)) {
            experiment.awaitRest();
            experiment.setPace(20);
            long start = System.nanoTime();
            experiment.play();
            experiment.awaitRest();
            double wall = (System.nanoTime() - start) / 1e9;
            assertThat(wall).isGreaterThan(5 / 20.0);
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.seconds()).isLessThan(wall));
            assertThat(experiment.trainedSeconds()).isGreaterThan(0).isLessThan(wall);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lockstep", "free"})
    void whatAPersonDoesWhileLanesWaitForTheirNextStepTakesEffectAtOnce(String mode) throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy("schedule.mode", mode), BACKEND)) {
            experiment.setPace(ONCE);
            experiment.play();
            awaitSteps(experiment, 1);
            assertThat(experiment.busy()).isTrue();
            experiment.change("gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, 3.0));
            Await.until(
                    "the change",
                    () -> experiment.lane("gradient-penalty").values().get(GradientPenalty.LAMBDA) == 3);
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.step()).isEqualTo(1));
            experiment.pause();
            experiment.awaitRest();
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.state()).isEqualTo(LaneState.PAUSED));
            experiment.step();
            experiment.awaitRest();
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.step()).isEqualTo(2));
            experiment.play();
            experiment.setPace(FULL);
            experiment.awaitRest();
            assertThat(experiment.finished()).isTrue();
        }
    }

    @Test
    void anExperimentWhoseLanesWaitForTheirNextStepCanBeClosed() throws InterruptedException {
        Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND);
        experiment.setPace(ONCE);
        experiment.play();
        awaitSteps(experiment, 1);
        experiment.close();
        experiment.awaitRest();
        assertThat(experiment.busy()).isFalse();
    }

    @Test
    void aLaneThatCatchesUpDoesNotWait() throws InterruptedException {
        Preset preset = TinyPresets.toy();
        LaneSpec late = preset.lanes().get(3);
        List<String> others =
                preset.lanes().subList(0, 3).stream().map(LaneSpec::id).toList();
        try (Experiment experiment = Experiment.open(preset.withOnly(others, "test"), BACKEND)) {
            for (int i = 0; i < 4; i++) {
                experiment.step();
            }
            experiment.awaitRest();
            Lane added = experiment.add(late);
            experiment.setPace(ONCE);
            experiment.play();
            Await.until("the others' step", () -> added.step() >= 4);
            awaitSteps(experiment, 5);
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(lane.step()).isEqualTo(5));
        }
    }

    /** Steps are asked for within each wake too, as by an experiment whose lanes are not due when it is woken. */
    @Test
    void whoeverIsWokenTooEarlyIsWokenAgain() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            List<Lane> lane = experiment.lanes().subList(0, 1);
            CountDownLatch wakes = new CountDownLatch(3);
            AtomicReference<Pacing> asked = new AtomicReference<>();
            Runnable takeAndAsk = () -> {
                asked.get().due(lane);
                // On a busy machine a period has gone by here, and one more step is due: nobody is woken for that one.
                while (asked.get().due(lane)) {
                    Thread.onSpinWait();
                }
                wakes.countDown();
            };
            try (Pacing pacing = new Pacing(takeAndAsk)) {
                pacing.set(100);
                asked.set(pacing);
                takeAndAsk.run();
                wakes.await();
            }
            assertThat(wakes.getCount()).isZero();
        }
    }

    @Test
    void aPaceOfNothingIsRefused() {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            assertThatThrownBy(() -> experiment.setPace(0)).hasMessageContaining("more than 0");
            assertThatThrownBy(() -> experiment.setPace(Double.NaN)).hasMessageContaining("more than 0");
        }
    }
}
