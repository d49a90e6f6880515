package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.benchmark.BaselineTasks;
import lipschitzlab.benchmark.GradientDifference;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.baseline.Baseline;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.preset.SharedSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LibTorch's own autograd against the lab's, from the same weights on the same batches with the same noise. Skipped where
 * LibTorch is not on the class path.
 */
class BaselineAgreementTest {
    private static final double TOLERANCE = 1e-4;
    /** Where a loss is smaller, this stands for it: it is a difference of larger numbers. */
    private static final double SMALL_LOSS = 0.01;

    private static final int STEPS = 3;
    private static final int CRITIC_STEPS = 2;

    private static Preset points() {
        return PresetReader.of(
                "eight-gaussians", Map.of("batch", "16", "generator.hidden", "[12, 8]", "critic.hidden", "[12, 8]"));
    }

    /** Clipped at the paper's .01, a critic this narrow is constant but for rounding. */
    private static Preset images() {
        return PresetReader.of(
                "shapes",
                Map.of(
                        "generator.width", "0.03125",
                        "critic.width", "0.03125",
                        "batch", "4",
                        "latent", "8",
                        "lanes.weight-clipping.c", "0.3"));
    }

    static Stream<Arguments> lanes() {
        return Stream.of(points(), images())
                .flatMap(preset -> preset.lanes().stream().map(spec -> Arguments.of(preset, spec)))
                .filter(each -> BaselineAgreementTest.isOneOfTheFour((LaneSpec) each.get()[1]));
    }

    private static boolean isOneOfTheFour(LaneSpec spec) {
        return switch (spec.constraint().primary()) {
            case SPECTRAL_NORM, GRADIENT_PENALTY, WEIGHT_CLIPPING, UNCONSTRAINED -> true;
            default -> false;
        };
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void gradientsOfTheCriticsLossAgree(Preset preset, LaneSpec spec) {
        try (Pair pair = new Pair(preset, spec)) {
            assertThat(pair.gradientDifference()).isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void lossesOfThreeStepsAgreeAndGradientsStillDo(Preset preset, LaneSpec spec) {
        try (Pair pair = new Pair(preset, spec)) {
            for (int step = 0; step < STEPS; step++) {
                pair.checkStep(step);
            }
            assertThat(pair.gradientDifference()).isLessThan(10 * TOLERANCE);
        }
    }

    /** A lane and its baseline, with the lane's rates. */
    private static final class Pair implements AutoCloseable {
        private final long seed;
        private final int batch;
        private final int latent;
        private final double criticRate;
        private final double generatorRate;
        private final Dataset data;
        private final LaneTraining lane;
        private final Baseline baseline;

        Pair(Preset preset, LaneSpec spec) {
            EngineProvider engine = EngineUnderTest.of(EngineKind.LIBTORCH_CPU);
            BaselineProvider provider = BaselineProvider.find().orElseThrow();
            seed = (long) preset.shared().get(SharedSettings.SEED);
            batch = preset.shared().get(SharedSettings.BATCH);
            latent = preset.shared().get(SharedSettings.LATENT);
            criticRate = spec.values().get(LaneSettings.LEARNING_RATE);
            generatorRate = spec.values().get(LaneSettings.GENERATOR_LEARNING_RATE);
            data = preset.data().load();
            lane = new LaneTraining(preset, spec, spec.values(), data, engine.create(1));
            baseline = provider.create(
                    BaselineTasks.of(preset, spec, lane, criticRate, generatorRate)
                            .orElseThrow(),
                    1);
        }

        double gradientDifference() {
            float[] real = data.batch(batch, TestStreams.of(seed, "check"));
            float[] fake = new LaneProbe(lane).samples(batch, SampleUse.BASELINE);
            float[] epsilon = TestStreams.of(seed, "check").uniforms(batch, 0, 1);
            return GradientDifference.of(
                    new LaneProbe(lane).criticGradients(real, fake, TestStreams.of(seed, "check")),
                    baseline.criticGradients(real, fake, epsilon));
        }

        /** The streams that a lane draws from at its first step, whose number {@link LaneTraining#trainCriticAndReport} leaves. */
        void checkStep(int step) {
            for (int i = 0; i < CRITIC_STEPS; i++) {
                int update = step * CRITIC_STEPS + i;
                float[] real = data.batch(batch, TestStreams.of(seed, "batch", 0, update));
                float[] noise = TestStreams.of(seed, "latent", 0, update).gaussians(batch * latent);
                float[] epsilon = TestStreams.of(seed, "penalty", 0, update).uniforms(batch, 0, 1);
                checkLoss(
                        lane.trainCriticAndReport(update, criticRate).loss(),
                        baseline.trainCritic(real, noise, epsilon));
            }
            float[] noise = TestStreams.of(seed, "generator latent", 0, 0).gaussians(batch * latent);
            checkLoss(lane.trainGenerator(generatorRate), baseline.trainGenerator(noise));
        }

        private static void checkLoss(double expected, double found) {
            assertThat(found).isEqualTo(expected, within(TOLERANCE * Math.max(SMALL_LOSS, Math.abs(expected))));
        }

        @Override
        public void close() {
            baseline.close();
            lane.close();
        }
    }
}
