package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.measurement.Metric;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneDiagnosisTest {
    private static final int STEPS = 80;
    private static final int LAST = 40;

    private static LaneTraining lane(Preset preset, String id) {
        LaneSpec spec = preset.lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new LaneTraining(
                preset,
                spec,
                spec.values(),
                preset.data().load(),
                EngineUnderTest.chosen().create(1));
    }

    /** By a mean slope it would come out above the distance itself, since some pairs lie where the critic is steeper. */
    @ParameterizedTest
    @ValueSource(strings = {"spectral-norm", "gradient-penalty", "weight-clipping", "unconstrained"})
    void theGapByTheSteepestSlopeStaysBelowTheWassersteinDistance(String id) {
        try (LaneTraining training = lane(TinyPresets.frozen(), id)) {
            LaneDiagnosis diagnosis = new LaneDiagnosis(training);
            double gap = 0;
            for (int step = 0; step < STEPS; step++) {
                double now = training.train(1).critic().gap();
                gap += step < STEPS - LAST ? 0 : now / LAST;
            }
            Map<Metric, Double> measures = diagnosis.measure(gap);
            double distance = diagnosis.gauge((metric, reason) -> {}).get(Metric.WASSERSTEIN);

            double bound = measures.get(Metric.GAP_OVER_SLOPE);
            assertThat(bound).isCloseTo(gap / measures.get(Metric.GRADIENT_NORM_MAX), within(1e-9));
            assertThat(bound).isPositive().isLessThan(distance);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eight-gaussians", "twenty-five-gaussians"})
    void anUntrainedGeneratorTouchesModesAndHasNoNumberOfBalancedOnes(String preset) {
        try (LaneTraining training = lane(TinyPresets.tiny(preset, "[16, 16]"), "spectral-norm")) {
            Map<Metric, Double> measures = new LaneDiagnosis(training).measure(Double.NaN);

            assertThat(measures.get(Metric.HIGH_QUALITY)).isLessThan(0.1);
            assertThat(measures.get(Metric.MODES)).isNotNaN();
            assertThat(measures.get(Metric.BALANCED_MODES)).isNaN();
            assertThat(measures).doesNotContainKey(Metric.GAP_OVER_SLOPE);
        }
    }
}
