package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.constraint.GradientPenalty;
import lipschitzlab.measurement.Curve;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LaneStatusTest {
    private static final int READERS = 2;
    private static final int ROUNDS = 8;

    /** What must be true of any status at any time, whoever reads it and whatever the lane does meanwhile. */
    private static void requireWhole(LaneStatus status) {
        int step = status.step();
        assertThat(step).isBetween(0, status.horizon());
        assertThat(status.seconds() > 0).isEqualTo(step > 0);
        assertThat(status.criticStepsPerSecond() > 0).isEqualTo(step > 0);
        assertThat(status.failure().isPresent()).isEqualTo(status.state() == LaneState.FAILED);
        status.snapshot().ifPresent(snapshot -> assertThat(snapshot.step()).isLessThanOrEqualTo(step));
        assertThat(status.milestones()).allMatch(milestone -> milestone.step() <= step);
        if (status.state() == LaneState.READY) {
            assertThat(step).isZero();
        }
        if (status.state() == LaneState.FINISHED) {
            assertThat(step).isEqualTo(status.horizon());
            assertThat(status.snapshot().orElseThrow().step()).isEqualTo(step);
        }
        if (step > 0) {
            Curve losses = status.history().curve(Metric.CRITIC_LOSS);
            assertThat(losses.length()).isGreaterThanOrEqualTo(step);
            assertThat(losses.steps()[step - 1]).isEqualTo(step);
            assertThat(losses.seconds()[step - 1]).isEqualTo(status.seconds());
        }
    }

    private static long observe(Experiment experiment, AtomicBoolean done) {
        long count = 0;
        while (!done.get()) {
            for (Lane lane : experiment.lanes()) {
                requireWhole(lane.status());
                count++;
            }
        }
        return count;
    }

    private static void awaitStep(Experiment experiment, int step) {
        Await.until("step " + step, () -> experiment.lanes().stream()
                .allMatch(lane -> lane.status().step() >= step));
    }

    @Test
    void noReaderEverSeesPartsOfTwoMomentsWhileLanesTrainEndGrowAndStartOver() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        AtomicBoolean done = new AtomicBoolean();
        Preset preset = TinyPresets.toy("schedule.mode", "free", "schedule.steps", "20");
        try (Experiment experiment = Experiment.open(preset, EngineUnderTest.chosen())) {
            List<Future<Long>> observations = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                observations.add(readers.submit(() -> observe(experiment, done)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                experiment.play();
                awaitStep(experiment, 5);
                experiment.change("gradient-penalty", new Assignment<>(GradientPenalty.LAMBDA, (double) (round + 1)));
                experiment.awaitRest();
                experiment.extend(10);
                experiment.play();
                awaitStep(experiment, 25);
                experiment.reset();
            }
            experiment.awaitRest();
            done.set(true);
            for (Future<Long> observation : observations) {
                assertThat(observation.get()).isPositive();
            }
        } finally {
            done.set(true);
            readers.shutdown();
        }
    }

    @Test
    void aResetBeginsAHistoryOfItsOwnAndLeavesAnOldStatusWhole() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), EngineUnderTest.chosen())) {
            experiment.play();
            experiment.awaitRest();
            Lane lane = experiment.lanes().get(0);
            LaneStatus before = lane.status();
            experiment.reset();
            experiment.awaitRest();

            requireWhole(before);
            assertThat(before.step()).isEqualTo(6);
            assertThat(before.history().length(Metric.CRITIC_LOSS)).isEqualTo(6);
            assertThat(lane.status().step()).isZero();
            assertThat(lane.status().history().length(Metric.CRITIC_LOSS)).isZero();
        }
    }

    @Test
    void aChangedValueIsInTheNextStatusAndNotInTheOneBefore() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), EngineUnderTest.chosen())) {
            experiment.awaitRest();
            Lane lane = experiment.lane("gradient-penalty");
            LaneStatus before = lane.status();
            double old = before.values().get(GradientPenalty.LAMBDA);
            experiment.change(lane.id(), new Assignment<>(GradientPenalty.LAMBDA, 3.0));

            assertThat(lane.status().values().get(GradientPenalty.LAMBDA))
                    .isEqualTo(3)
                    .isNotEqualTo(old);
            assertThat(before.values().get(GradientPenalty.LAMBDA)).isEqualTo(old);
        }
    }
}
