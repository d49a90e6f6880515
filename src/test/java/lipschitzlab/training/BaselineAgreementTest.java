package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
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
    /** Of a gradient by its own length, and of a loss by itself. */
    private static final double TOLERANCE = 1e-4;

    /** Of the gradient after all steps, by its own length. */
    private static final double TOLERANCE_AT_THE_END = 1e-3;

    /** Where a loss is smaller, this stands for it: it is a difference of larger numbers. */
    private static final double SMALL_LOSS = 0.01;

    private static final int STEPS = 50;

    /** Of the lanes' learning rates: rounding that moves a number across a ReLU's kink is magnified by the rate in every step. */
    private static final double RATE_SHARE = 0.01;

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
    void lossesOfFiftyStepsAgreeAndGradientsStillDo(Preset preset, LaneSpec spec) {
        try (Pair pair = new Pair(preset, spec)) {
            for (int step = 0; step < STEPS; step++) {
                pair.checkStep();
            }
            assertThat(pair.gradientDifference()).isLessThan(TOLERANCE_AT_THE_END);
        }
    }

    /** What a lane drew in the step at hand, and its losses. */
    private static final class Step implements TrainingRecorder {
        private final List<float[]> real = new ArrayList<>();
        private final List<float[]> latent = new ArrayList<>();
        private final List<float[]> epsilon = new ArrayList<>();
        private final List<Double> criticLosses = new ArrayList<>();
        private float[] generatorLatent = {};

        void clear() {
            real.clear();
            latent.clear();
            epsilon.clear();
            criticLosses.clear();
        }

        @Override
        public void begin(LaneTraining training) {}

        @Override
        public void criticLatent(int update, float[] numbers) {
            latent.add(numbers);
        }

        @Override
        public void penaltyNoise(int update, float[] numbers) {
            epsilon.add(numbers);
        }

        @Override
        public void criticClasses(int update, int[] labels) {
            throw new IllegalStateException("expected networks that read no classes");
        }

        @Override
        public void generatorClasses(int[] labels) {
            throw new IllegalStateException("expected networks that read no classes");
        }

        @Override
        public void criticUpdated(int update, double rate, float[] samples, float[] fake, CriticReport report) {
            real.add(samples);
            criticLosses.add(report.loss());
        }

        @Override
        public void generatorLatent(float[] numbers) {
            generatorLatent = numbers;
        }

        @Override
        public void stepped(double rate, double loss) {}
    }

    /** A lane and its baseline, with the same share of the lane's rates. */
    private static final class Pair implements AutoCloseable {
        private final long seed;
        private final int batch;
        private final Step drawn = new Step();
        private final Dataset data;
        private final LaneTraining lane;
        private final Baseline baseline;

        Pair(Preset preset, LaneSpec spec) {
            EngineProvider engine = EngineUnderTest.of(EngineKind.LIBTORCH_CPU);
            BaselineProvider provider = BaselineProvider.find().orElseThrow();
            seed = (long) preset.shared().get(SharedSettings.SEED);
            batch = preset.shared().get(SharedSettings.BATCH);
            double criticRate = RATE_SHARE * spec.values().get(LaneSettings.LEARNING_RATE);
            double generatorRate = RATE_SHARE * spec.values().get(LaneSettings.GENERATOR_LEARNING_RATE);
            data = preset.data().load();
            lane = new LaneTraining(preset, spec, spec.values(), data, engine.create(1));
            baseline = provider.create(
                    BaselineTasks.of(preset, spec, lane, criticRate, generatorRate)
                            .orElseThrow(),
                    1);
            lane.recordTo(drawn);
        }

        double gradientDifference() {
            float[] real = data.batch(batch, TestStreams.of(seed, "check"));
            float[] fake = new LaneProbe(lane).samples(batch, SampleUse.BASELINE);
            float[] epsilon = TestStreams.of(seed, "check").uniforms(batch, 0, 1);
            return GradientDifference.of(
                    new LaneProbe(lane).criticGradients(real, fake, TestStreams.of(seed, "check")),
                    baseline.criticGradients(real, fake, epsilon));
        }

        void checkStep() {
            drawn.clear();
            double generatorLoss = lane.train(RATE_SHARE).generatorLoss();
            for (int update = 0; update < drawn.real.size(); update++) {
                float[] epsilon = drawn.epsilon.isEmpty() ? new float[0] : drawn.epsilon.get(update);
                checkLoss(
                        drawn.criticLosses.get(update),
                        baseline.trainCritic(drawn.real.get(update), drawn.latent.get(update), epsilon));
            }
            checkLoss(generatorLoss, baseline.trainGenerator(drawn.generatorLatent));
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
