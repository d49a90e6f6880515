package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.constraint.ConstraintSets;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetReader;
import lipschitzlab.setting.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Biases on which the loss does not depend in theory. They start at 0, where the smallest rounding of a gradient would show, and
 * Adam and RMSProp make a step of full size of it.
 */
class VanishingGradientTest {
    private static final int MANY = 1_000;
    private static final int FEW = 300;
    private static final double RATE = 1e-4;

    /** So slow that scores stay within hinge's margin. */
    private static final double SLOW = 1e-6;

    /** No power of two: a sum of 1/n and of −1/n is rounded on the way, by other sums than ours to a number that is not 0. */
    private static final String BATCH = "21";

    /** Adam's steps are as large after a thousand updates as after one, whatever the gradient's size. */
    private static int updates(OptimizerKind optimizer) {
        return optimizer == OptimizerKind.ADAM ? MANY : FEW;
    }

    /** Every constraint alone and one of each sort of combination, with every optimizer. */
    static Stream<Arguments> critics() {
        Stream<ConstraintSet> alone = Arrays.stream(ConstraintKind.values()).map(ConstraintSet::of);
        Stream<ConstraintSet> together = Stream.of(
                        "spectral-norm + gradient-penalty", "weight-norm + wgan-lp + orthonormal", "layer-norm + r1")
                .map(ConstraintSets::of);
        return Stream.concat(alone, together)
                .flatMap(set -> Arrays.stream(OptimizerKind.values()).map(optimizer -> Arguments.of(set, optimizer)));
    }

    static Stream<Arguments> generators() {
        return Arrays.stream(Objective.values()).flatMap(objective -> Arrays.stream(OptimizerKind.values())
                .map(optimizer -> Arguments.of(objective, optimizer)));
    }

    @ParameterizedTest
    @MethodSource("critics")
    void theCriticsLastBiasStaysWhereItWasUnderTheWassersteinObjective(ConstraintSet set, OptimizerKind optimizer) {
        try (LaneTraining lane = lane(points(), set, Objective.WASSERSTEIN, optimizer)) {
            for (int update = 0; update < updates(optimizer); update++) {
                lane.trainCritic(update, RATE);
            }
            List<Parameter> biases = biases(lane.critic());
            assertUnmoved(lane.engine(), biases.subList(biases.size() - 1, biases.size()));
            assertMoved(lane.engine(), biases.get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void theCriticsLastBiasStaysWhereItWasWhileAllScoresAreWithinHingesMargin(OptimizerKind optimizer) {
        try (LaneTraining lane =
                lane(points(), ConstraintSet.of(ConstraintKind.UNCONSTRAINED), Objective.HINGE, optimizer)) {
            lane.critic().weights().forEach(weight -> shrink(lane.engine(), weight));
            for (int update = 0; update < updates(optimizer); update++) {
                CriticReport report = lane.trainCriticAndReport(update, SLOW);
                assertThat(report.loss()).as("2 − gap, so within the margin").isEqualTo(2 - report.gap(), within(1e-5));
            }
            List<Parameter> biases = biases(lane.critic());
            assertUnmoved(lane.engine(), biases.subList(biases.size() - 1, biases.size()));
            assertMoved(lane.engine(), biases.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("generators")
    void biasesThatABatchNormalizationSubtractsAgainStayWhereTheyWere(Objective objective, OptimizerKind optimizer) {
        try (LaneTraining lane = lane(images(), ConstraintSet.of(ConstraintKind.UNCONSTRAINED), objective, optimizer)) {
            for (int update = 0; update < updates(optimizer); update++) {
                lane.trainGenerator(RATE);
            }
            Network generator = lane.generatorNetwork().orElseThrow();
            List<Parameter> subtracted = biasesBefore(generator, Layer.BatchNormalization.class);
            assertThat(subtracted).hasSize(2);
            assertUnmoved(lane.engine(), subtracted);
            biases(generator).stream()
                    .filter(bias -> !subtracted.contains(bias))
                    .forEach(bias -> assertMoved(lane.engine(), bias));
        }
    }

    /** One channel's bias is added to all of a row, whose mean is subtracted; of two channels' biases the difference remains. */
    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aBiasThatALayerNormalizationSubtractsAgainStaysWhereItWas(OptimizerKind optimizer) {
        try (LaneTraining lane =
                lane(images(), ConstraintSet.of(ConstraintKind.LAYER_NORM), Objective.NON_SATURATING, optimizer)) {
            for (int update = 0; update < updates(optimizer); update++) {
                lane.trainCritic(update, RATE);
            }
            for (Parameter bias : biasesBefore(lane.critic(), Layer.LayerNormalization.class)) {
                if (bias.shape().length() == 1) {
                    assertUnmoved(lane.engine(), List.of(bias));
                } else {
                    assertMoved(lane.engine(), bias);
                }
            }
        }
    }

    private static Preset points() {
        return TinyPresets.toy("batch", BATCH);
    }

    private static Preset images() {
        return PresetReader.of(
                "shapes",
                Map.of("generator.width", "0.015625", "critic.width", "0.015625", "batch", "3", "latent", "4"));
    }

    private static LaneTraining lane(Preset preset, ConstraintSet set, Objective objective, OptimizerKind optimizer) {
        Values values = new Values(LaneSettings.of(set, optimizer))
                .with(LaneSettings.CONSTRAINT, set)
                .with(LaneSettings.OBJECTIVE, objective)
                .with(LaneSettings.OPTIMIZER, optimizer);
        return new LaneTraining(
                preset,
                new LaneSpec("lane", values),
                values,
                preset.data().load(),
                EngineUnderTest.chosen().create(1));
    }

    private static void shrink(Engine engine, Parameter weight) {
        try (Scope temporaries = engine.openScope()) {
            engine.copy(engine.scale(weight.value(), 0.2), weight.value());
        }
    }

    private static List<Parameter> biases(Network network) {
        return network.parameters().stream()
                .filter(parameter -> parameter.role() == Parameter.Role.BIAS)
                .toList();
    }

    /** Those of layers right before one of this kind. */
    private static List<Parameter> biasesBefore(Network network, Class<? extends Layer> kind) {
        List<Layer> layers = network.layers();
        return Stream.iterate(1, i -> i < layers.size(), i -> i + 1)
                .filter(i -> kind.isInstance(layers.get(i)))
                .flatMap(i -> layers.get(i - 1).parameter(Parameter.Role.BIAS).stream())
                .toList();
    }

    private static void assertUnmoved(Engine engine, List<Parameter> biases) {
        for (Parameter bias : biases) {
            assertThat(engine.read(bias.value()))
                    .as(bias.name())
                    .isEqualTo(new float[bias.shape().length()]);
        }
    }

    /** Training goes on. */
    private static void assertMoved(Engine engine, Parameter bias) {
        assertThat(engine.read(bias.value()))
                .as(bias.name())
                .isNotEqualTo(new float[bias.shape().length()])
                .doesNotContain(Float.NaN);
    }
}
