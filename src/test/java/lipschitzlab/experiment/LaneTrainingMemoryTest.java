package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTrainingMemoryTest {
    private static final int STEPS = 500;

    @ParameterizedTest
    @ValueSource(strings = {"spectral-norm", "gradient-penalty", "weight-clipping", "unconstrained"})
    void liveArraysAreTheSameAfterEveryStepOf500(String id) {
        Preset preset = TinyPresets.toy();
        LanePlan plan = preset.lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
        Engine engine = EngineUnderTest.chosen().create(1);
        try (LaneTraining training = new LaneTraining(
                preset, plan, plan.values().copy(), preset.data().load(), engine)) {
            LaneDiagnosis diagnosis = new LaneDiagnosis(training);
            int before = engine.liveArrays();
            for (int step = 0; step < STEPS; step++) {
                training.train(1);
                if (step % 100 == 0) {
                    diagnosis.measure(0);
                    diagnosis.snapshot(diagnosis.spectra());
                }
                assertThat(engine.liveArrays()).as("after step " + step).isEqualTo(before);
            }
        }
    }
}
