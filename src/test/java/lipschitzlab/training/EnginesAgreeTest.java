package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The engines of the class path against the double-precision reference, over the first steps of training: after those a GAN is
 * chaotic, and rounding alone leads apart.
 */
class EnginesAgreeTest {
    private static final int STEPS = 10;
    private static final double TOLERANCE = 1e-3;

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void theFirstTenStepsOfEveryLaneOnPointsAgree(EngineKind kind) {
        checkAgreement(kind, TinyPresets.toy("schedule.steps", "1000"));
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void theFirstTenStepsOfEveryLaneOnImagesAgree(EngineKind kind) {
        checkAgreement(
                kind,
                PresetReader.of(
                        "shapes",
                        Map.of("generator.width", "0.03125", "critic.width", "0.03125", "batch", "4", "latent", "8")));
    }

    private static void checkAgreement(EngineKind kind, Preset preset) {
        EngineProvider provider = EngineUnderTest.of(kind);
        for (LaneSpec spec : preset.lanes()) {
            List<double[]> found = curve(preset, spec, provider.create(1));
            List<double[]> expected = curve(preset, spec, new ReferenceEngine());
            for (int step = 0; step < STEPS; step++) {
                double[] wanted = expected.get(step);
                double scale =
                        Math.max(1, Arrays.stream(wanted).map(Math::abs).max().orElse(0));
                assertThat(found.get(step))
                        .as("%s after step %d: critic's loss, penalty, gap, generator's loss", spec.id(), step + 1)
                        .containsExactly(wanted, within(TOLERANCE * scale));
            }
        }
    }

    private static List<double[]> curve(Preset preset, LaneSpec spec, Engine engine) {
        List<double[]> curve = new ArrayList<>();
        try (LaneTraining training =
                new LaneTraining(preset, spec, spec.values(), preset.data().load(), engine)) {
            for (int step = 0; step < STEPS; step++) {
                LaneTraining.StepReport report = training.train(1);
                curve.add(new double[] {
                    report.critic().loss(),
                    report.critic().penalty(),
                    report.critic().gap(),
                    report.generatorLoss()
                });
            }
        }
        return curve;
    }
}
