package lipschitzlab.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What owns parameters or changes what layers do: weight norm, layer norm, spectral norm with γ. */
class NormalizationsTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final Shape POINT = Shape.of(2);
    private static final Shape IMAGE = Shape.of(1, 28, 28);

    private final ReferenceEngine engine = new ReferenceEngine();

    @AfterEach
    void freeEverything() {
        engine.close();
    }

    /** A constraint and the critic that it holds. */
    private record Constrained(Constraint constraint, Network critic) {
        BoundNetwork bind() {
            return critic.bind(constraint, true);
        }
    }

    private Constrained constrained(ConstraintKind kind, Architecture architecture, Shape sample, String... settings) {
        Network critic = Networks.critic(engine, architecture, sample, 1);
        Values values = ByKey.with(new Values(kind.settings()), settings);
        Constraint constraint = kind.create(critic, values, TestStreams.of(1, "test"));
        return new Constrained(constraint, constraint.constrain(critic));
    }

    private Constrained toy(ConstraintKind kind, String... settings) {
        return constrained(kind, new Mlp(List.of(3), 0.1), POINT, settings);
    }

    private double[] used(Constrained constrained, int layer) {
        return engine.readDoubles(constrained
                .bind()
                .effective(constrained.critic().weights().get(layer))
                .value());
    }

    private Parameter parameter(Constrained constrained, int index) {
        return constrained.constraint().parameters().get(index);
    }

    // ------------------------------------------------------------------ weight norm

    /** v's columns are (3, 4), (0, −2) and (5, 12), of norms 5, 2 and 13; g is (1, 3, 26). */
    @Test
    void weightNormGivesEachColumnTheLengthOfItsGain() {
        Constrained constrained = toy(ConstraintKind.WEIGHT_NORM);
        engine.write(constrained.critic().weights().get(0).value(), new float[] {3, 0, 5, 4, -2, 12});
        engine.write(parameter(constrained, 0).value(), new float[] {1, 3, 26});

        assertThat(used(constrained, 0)).containsExactly(new double[] {0.6, 0, 10, 0.8, -3, 24}, CLOSE);
    }

    @Test
    void withoutGainWeightNormGivesEachColumnLength1() {
        Constrained constrained = toy(ConstraintKind.WEIGHT_NORM, "gain", "one");
        engine.write(constrained.critic().weights().get(0).value(), new float[] {3, 0, 5, 4, -2, 12});

        assertThat(used(constrained, 0)).containsExactly(new double[] {0.6, 0, 5 / 13.0, 0.8, -1, 12 / 13.0}, CLOSE);
        assertThat(constrained.constraint().parameters()).isEmpty();
        assertThat(constrained.critic().parameters()).hasSize(4);
    }

    /** Miyato et al. 2018, equation 27: the squares of all numbers of a layer sum to its number of outputs. */
    @Test
    void withoutGainAKernelsSquaresSumToItsOutputChannels() {
        Constrained constrained = constrained(ConstraintKind.WEIGHT_NORM, new StandardCnn(0.05), IMAGE, "gain", "one");
        for (int layer = 0; layer < constrained.critic().weights().size(); layer++) {
            Parameter weight = constrained.critic().weights().get(layer);
            int outputs = weight.shape().rank() == 4
                    ? weight.shape().size(0)
                    : weight.shape().size(1);
            double sum = Arrays.stream(used(constrained, layer)).map(w -> w * w).sum();
            assertThat(sum).isCloseTo(outputs, CLOSE);
        }
    }

    // ------------------------------------------------------------------ what starts as it would without

    @ParameterizedTest
    @EnumSource(
            value = ConstraintKind.class,
            names = {"WEIGHT_NORM", "SPECTRAL_NORM_GAMMA"})
    void aLearnedFactorStartsSoThatEveryLayerIsAsItWouldBeWithout(ConstraintKind kind) {
        for (Constrained constrained : List.of(toy(kind), constrained(kind, new StandardCnn(0.02), IMAGE))) {
            for (int layer = 0; layer < constrained.critic().weights().size(); layer++) {
                double[] raw = engine.readDoubles(
                        constrained.critic().weights().get(layer).value());
                assertThat(used(constrained, layer)).containsExactly(raw, within(1e-6));
            }
        }
    }

    // ------------------------------------------------------------------ spectral norm with γ

    /** Miyato et al. 2018, equation 32. */
    @Test
    void withGammaTheLargestSingularValueIsGamma() {
        Constrained constrained = toy(ConstraintKind.SPECTRAL_NORM_GAMMA, "powerIterations", "100");
        // diag(3, 1) and nothing: σ = 3
        engine.write(constrained.critic().weights().get(0).value(), new float[] {3, 0, 0, 0, 1, 0});
        constrained.constraint().beforeCriticStep(constrained.critic());
        engine.write(parameter(constrained, 0).value(), new float[] {6});

        assertThat(used(constrained, 0)).containsExactly(new double[] {6, 0, 0, 0, 2, 0}, within(1e-6));
        assertThat(constrained
                        .constraint()
                        .leadingTriplet(constrained.critic().weights().get(0))
                        .orElseThrow()
                        .sigma())
                .isCloseTo(3.0, within(1e-6));
        assertThat(parameter(constrained, 0).shape()).isEqualTo(Shape.of(1));
    }

    // ------------------------------------------------------------------ layer norm

    @ParameterizedTest
    @ValueSource(strings = {"learned", "one"})
    void layerNormStandsBehindEveryLinearLayerButTheLast(String gain) {
        Constrained constrained =
                constrained(ConstraintKind.LAYER_NORM, new Mlp(List.of(4, 5), 0.1), POINT, "gain", gain);
        List<Layer> layers = constrained.critic().layers();

        assertThat(layers).hasSize(7);
        for (int i : new int[] {0, 3, 6}) {
            assertThat(layers.get(i)).isInstanceOf(Layer.Dense.class);
        }
        for (int i : new int[] {1, 4}) {
            assertThat(layers.get(i)).isInstanceOf(Layer.LayerNormalization.class);
            assertThat(layers.get(i + 1)).isInstanceOf(Layer.LeakyRelu.class);
        }
        assertThat(constrained.critic().weights()).hasSize(3);
        assertThat(constrained.critic().parameters()).hasSize(gain.equals("learned") ? 10 : 8);
    }

    private double[] normalized(double[] numbers, Shape shape, int channels) {
        Layer layer = new Layer.LayerNormalization(Optional.of(filled(channels, 1)), filled(channels, 0));
        Var x = Var.constant(engine, engine.ofDoubles(numbers, shape));
        return engine.readDoubles(layer.apply(x, parameter -> Var.constant(engine, parameter.value()))
                .value());
    }

    private Parameter filled(int length, double value) {
        return new Parameter("p", Parameter.Role.NORMALIZATION, engine.full(Shape.of(length), value));
    }

    @Test
    void layerNormGivesEachRowMeanZeroAndVarianceOne() {
        Shape shape = Shape.of(5, 3, 2, 2);
        double[] numbers = new double[60];
        RandomStream random = TestStreams.of(1, "x");
        for (int i = 0; i < 60; i++) {
            numbers[i] = 10 * random.gaussian() + i;
        }
        double[] y = normalized(numbers, shape, 3);
        for (int row = 0; row < 5; row++) {
            double[] values = Arrays.copyOfRange(y, 12 * row, 12 * (row + 1));
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 12;
            assertThat(mean).isCloseTo(0, CLOSE);
            // 1e-5 stands beside a variance of about 100
            assertThat(variance).isCloseTo(1, within(1e-6));
        }
    }

    /** Rows (1, 3) and (−10, 10): their means are 2 and 0, their standard deviations 1 and 10. */
    @Test
    void layerNormOfTwoNumbersIsMinusOneAndOne() {
        assertThat(normalized(new double[] {1, 3, -10, 10}, Shape.of(2, 2), 2))
                .containsExactly(new double[] {-1, 1, -1, 1}, within(1e-5));
    }

    @Test
    void layerNormAppliesGainAndShiftToEachChannel() {
        Parameter gain = filled(2, 1);
        Parameter shift = filled(2, 0);
        engine.write(gain.value(), new float[] {2, 5});
        engine.write(shift.value(), new float[] {10, 20});
        Var x = Var.constant(engine, engine.ofDoubles(new double[] {1, 3}, Shape.of(1, 2)));

        Var y = new Layer.LayerNormalization(Optional.of(gain), shift)
                .apply(x, parameter -> Var.constant(engine, parameter.value()));

        assertThat(engine.readDoubles(y.value())).containsExactly(new double[] {10 - 2, 20 + 5}, within(1e-4));
    }

    /** Ba et al. 2016, table 1: re-scaling all weights of a layer changes nothing. */
    @Test
    void aCriticWithLayerNormIgnoresTheScaleOfItsHiddenWeights() {
        Constrained constrained = constrained(ConstraintKind.LAYER_NORM, new Mlp(List.of(6, 6), 0.1), POINT);
        Var x = Var.constant(engine, engine.of(TestStreams.of(1, "x").gaussians(8), Shape.of(4, 2)));
        double[] before = engine.readDoubles(constrained.bind().apply(x).value());
        Parameter second = constrained.critic().weights().get(1);
        engine.copy(engine.scale(second.value(), 7), second.value());

        assertThat(engine.readDoubles(constrained.bind().apply(x).value())).containsExactly(before, within(1e-4));
    }

    // ------------------------------------------------------------------ parameters of a constraint's own

    @Test
    void aConstrainedCriticListsItsConstraintsParametersOnceAndAfterTheLayers() {
        Constrained constrained = toy(ConstraintKind.WEIGHT_NORM);

        assertThat(constrained.critic().parameters()).hasSize(6).doesNotHaveDuplicates();
        assertThat(constrained.critic().parameters().subList(4, 6))
                .isEqualTo(constrained.constraint().parameters());
        assertThat(constrained.bind().variables()).hasSize(6);
    }

    @Test
    void clippingBoundsWeightsAndBiasesAndLeavesLearnedGainsAndShifts() {
        ConstraintSet set = ConstraintSet.of(ConstraintKind.WEIGHT_CLIPPING, ConstraintKind.LAYER_NORM);
        Values values = ByKey.with(new Values(set.settings()), "c", "0.02");
        Network bare = Networks.critic(engine, new Mlp(List.of(4), 0.1), POINT, 1);
        Constraint constraint = set.create(bare, values, TestStreams.of(1, "test"));
        Network critic = constraint.constrain(bare);

        for (Parameter parameter : critic.parameters()) {
            engine.copy(engine.full(parameter.shape(), 0.7), parameter.value());
        }
        constraint.afterCriticStep(critic);

        assertThat(critic.parameters())
                .extracting(Parameter::role)
                .containsExactlyInAnyOrder(
                        Parameter.Role.WEIGHT,
                        Parameter.Role.BIAS,
                        Parameter.Role.NORMALIZATION,
                        Parameter.Role.NORMALIZATION,
                        Parameter.Role.WEIGHT,
                        Parameter.Role.BIAS);
        for (Parameter parameter : critic.parameters()) {
            double expected = parameter.role() == Parameter.Role.NORMALIZATION ? 0.7 : 0.02;
            assertThat(engine.readDoubles(parameter.value()))
                    .as(parameter.name())
                    .containsOnly(expected);
        }
    }

    @Test
    void closingAHeldCriticAndItsConstraintFreesEveryArray() {
        for (ConstraintKind kind : ConstraintKind.values()) {
            int before = engine.liveArrays();
            Constrained constrained = toy(kind);
            constrained.constraint().close();
            constrained.critic().close();
            assertThat(engine.liveArrays()).as(kind.id()).isEqualTo(before);
        }
    }

    @Test
    void aNetworkThatWasNotExtendedSaysWhichParameterItMisses() {
        Constrained constrained = toy(ConstraintKind.WEIGHT_NORM);
        Network bare = Networks.critic(engine, new Mlp(List.of(3), 0.1), POINT, 1);
        Reparametrization needy = (weight, raw, parameters) -> parameters.apply(parameter(constrained, 0));

        assertThatThrownBy(() -> bare.bind(needy, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 dense gain");
    }
}
