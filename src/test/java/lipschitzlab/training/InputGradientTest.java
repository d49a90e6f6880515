package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.diagnostic.InputGradient;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.api.Test;

/** ∂D/∂x against central differences of D. */
class InputGradientTest {
    private static final float STEP = 1e-3f;
    private static final int[] NONE = {};

    private static LaneTraining lane(String preset, Map<String, String> settings) {
        Preset read = PresetReader.of(preset, settings);
        LaneSpec spec = read.lanes().get(0);
        return new LaneTraining(read, spec, spec.values(), read.data().load(), new ReferenceEngine());
    }

    private static LaneTraining points() {
        return lane("eight-gaussians", Map.of("generator.hidden", "[4]", "critic.hidden", "[8,8]", "batch", "8"));
    }

    private static void expectDifferences(LaneProbe probe, float[] sample, int[] labels, int[] places) {
        InputGradient at = probe.inputGradient(sample, labels);
        for (int place : places) {
            float[] above = sample.clone();
            float[] below = sample.clone();
            above[place] += STEP;
            below[place] -= STEP;
            double difference = (probe.inputGradient(above, labels).value()
                            - probe.inputGradient(below, labels).value())
                    / ((double) above[place] - below[place]);
            assertThat((double) at.gradient()[place]).isCloseTo(difference, within(1e-4 * Math.max(1, at.norm())));
        }
    }

    @Test
    void itIsThatOfFiniteDifferencesUnderTheLanesConstraint() {
        try (LaneTraining lane = points()) {
            lane.train(1);
            expectDifferences(new LaneProbe(lane), new float[] {0.31f, -0.62f}, NONE, new int[] {0, 1});
        }
    }

    @Test
    void itsNormIsThatOfAllNumbersAndAskingChangesNoWeight() {
        try (LaneTraining lane = points();
                LaneTraining unasked = points()) {
            lane.train(1);
            unasked.train(1);
            InputGradient at = new LaneProbe(lane).inputGradient(new float[] {0.31f, -0.62f}, NONE);
            assertThat(at.norm()).isCloseTo(Math.hypot(at.gradient()[0], at.gradient()[1]), within(1e-6));
            assertThat(lane.train(1)).isEqualTo(unasked.train(1));
        }
    }

    @Test
    void aCriticThatReadsClassesIsAskedForTheSamplesOwn() {
        try (LaneTraining lane = lane(
                "shapes",
                Map.of(
                        "generator.width", "0.0625",
                        "critic.width", "0.0625",
                        "batch", "2",
                        "conditional", "projection"))) {
            LaneProbe probe = new LaneProbe(lane);
            float[] sample = probe.samples(1, new int[] {1}, SampleUse.SHOWN);
            expectDifferences(probe, sample, new int[] {1}, new int[] {0, 137, sample.length - 1});
            assertThat(probe.inputGradient(sample, new int[] {0}).gradient())
                    .isNotEqualTo(probe.inputGradient(sample, new int[] {1}).gradient());
        }
    }
}
