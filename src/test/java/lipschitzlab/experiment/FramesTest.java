package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.Metric;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.Assignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FramesTest {
    private static final Backend BACKEND = EngineUnderTest.chosen();

    private static void play(Experiment experiment) throws InterruptedException {
        experiment.play();
        experiment.awaitRest();
    }

    private static List<Integer> steps(Lane lane) {
        return lane.history().frames().stream().map(Snapshot::step).toList();
    }

    private static List<String> looks(Lane lane) {
        return lane.history().frames().stream()
                .map(frame -> frame.step()
                        + Arrays.toString(frame.samples())
                        + Arrays.toString(frame.surface().orElseThrow().values()))
                .toList();
    }

    @Test
    void everyDiagnosisLeavesAFrameWithSamplesSurfaceAndTheSpectraOfItsStep() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            play(experiment);
            for (Lane lane : experiment.lanes()) {
                List<Snapshot> frames = lane.history().frames();

                assertThat(steps(lane)).containsExactly(0, 3, 6);
                assertThat(frames).allSatisfy(frame -> {
                    assertThat(frame.surface()).isPresent();
                    assertThat(frame.details()).isEqualTo(Details.none());
                });
                assertThat(frames.get(0).samples()).isNotEqualTo(frames.get(1).samples());
                assertThat(lane.history().spectra())
                        .extracting(record -> record.layers().get(1).sigma())
                        .containsExactlyElementsOf(frames.stream()
                                .map(frame -> frame.spectra().get(1).sigma())
                                .toList());
            }
        }
    }

    @Test
    void framesAreTheSameWhetherSomebodyLooksOrNot() throws InterruptedException {
        try (Experiment unseen = Experiment.open(TinyPresets.toy("schedule.mode", "free"), BACKEND);
                Experiment seen = Experiment.open(TinyPresets.toy(), BACKEND)) {
            play(unseen);
            for (int step = 0; step < 6; step++) {
                seen.lanes().forEach(Lane::requestSnapshot);
                seen.step();
                seen.awaitRest();
            }
            assertThat(seen.lanes().stream().map(FramesTest::looks).toList())
                    .isEqualTo(unseen.lanes().stream().map(FramesTest::looks).toList());
        }
    }

    @Test
    void whereALaneRestsItsNewestFrameIsKeptUntilTheNextDiagnosis() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            experiment.step();
            experiment.awaitRest();
            assertThat(steps(experiment.lanes().get(0))).containsExactly(0, 1);
            play(experiment);
            assertThat(steps(experiment.lanes().get(0))).containsExactly(0, 3, 6);
        }
    }

    @Test
    void resetForgetsAllFramesButTheFirst() throws InterruptedException {
        try (Experiment experiment = Experiment.open(TinyPresets.toy(), BACKEND)) {
            play(experiment);
            experiment.reset();
            experiment.awaitRest();
            assertThat(experiment.lanes())
                    .allSatisfy(lane -> assertThat(steps(lane)).containsExactly(0));
        }
    }

    @Test
    void aLaneThatFailsKeepsItsFrames() throws InterruptedException {
        Preset tame = TinyPresets.toy("schedule.steps", "60");
        try (Experiment experiment = Experiment.open(tame, BACKEND)) {
            for (int step = 0; step < 4; step++) {
                experiment.step();
                experiment.awaitRest();
            }
            experiment.change("unconstrained", new Assignment<>(LaneSettings.LEARNING_RATE, 1000.0));
            experiment.change("unconstrained", new Assignment<>(LaneSettings.GENERATOR_LEARNING_RATE, 1000.0));
            play(experiment);
            Lane failed = experiment.lane("unconstrained");

            assertThat(failed.state()).isEqualTo(LaneState.FAILED);
            assertThat(steps(failed)).startsWith(0, 3).allMatch(step -> step < failed.step());
            assertThat(steps(experiment.lane("spectral-norm"))).endsWith(60);
        }
    }

    @Test
    void aHistoryKnowsEachMetricAsItWasAtAStep() {
        LaneHistory history = new HandMadeHistory()
                .point(Metric.GAP, 1, 0, 10)
                .point(Metric.GAP, 5, 0, Double.NaN)
                .point(Metric.GAP, 9, 0, 90)
                .history();

        assertThat(history.at(Metric.GAP, 0)).isNaN();
        assertThat(history.at(Metric.GAP, 4)).isEqualTo(10);
        assertThat(history.at(Metric.GAP, 5)).isNaN();
        assertThat(history.at(Metric.GAP, 1000)).isEqualTo(90);
        assertThat(history.at(Metric.PENALTY, 1000)).isNaN();
    }
}
