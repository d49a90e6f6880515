package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.HandMadeNetworks;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LipschitzGaugeTest {
    private static RandomStream stream(String purpose) {
        return TestStreams.of(1, purpose);
    }

    private static CriticPoints points(Shape sample, int count) {
        float[] real = stream("real").uniforms(count * sample.length(), -1, 1);
        float[] fake = stream("fake").uniforms(count * sample.length(), -1, 1);
        return CriticPoints.of(sample, real, fake, 1, stream("points"));
    }

    private static LipschitzGauge gauge(Network critic, Reparametrization rule, Shape sample, int count) {
        try (Scope temporaries = critic.engine().openScope()) {
            return LipschitzGauge.of(critic.bind(rule, false), points(sample, count), 2, stream("gauge"));
        }
    }

    private static void assertOrdered(LipschitzGauge gauge, double rounding, String critic) {
        double certified = gauge.above().certified().orElseThrow();
        double estimate = gauge.above().estimate().orElseThrow();
        assertThat(gauge.above().converged()).as(critic).isTrue();
        assertThat(gauge.below().found()).as(critic).isPositive().isLessThanOrEqualTo(certified * (1 + rounding));
        // Each of up to eight estimates may be below by the tolerance.
        assertThat(gauge.below().found()).as(critic).isLessThanOrEqualTo(estimate * (1 + 8 * OperatorNorm.TOLERANCE));
        assertThat(estimate).as(critic).isLessThanOrEqualTo(certified * (1 + rounding));
    }

    @Test
    void ofALinearCriticBothBoundsAreTheWeightsNorm() {
        Engine engine = new ReferenceEngine();
        float[] weight = {3, -4, 12, 0, 84};
        Network critic = HandMadeNetworks.of(
                engine,
                new Layer.Reshape(Shape.of(5)),
                HandMadeNetworks.dense(engine, "1 dense", weight, new float[] {0.5f}));

        LipschitzGauge gauge = gauge(critic, Reparametrization.unchanged(), Shape.of(5, 1, 1), 3);

        // 3² + 4² + 12² + 84² = 85²
        assertThat(gauge.below().found()).isCloseTo(85, within(1e-5));
        assertThat(gauge.above().certified().orElseThrow()).isCloseTo(85, within(1e-9));
        assertThat(gauge.above().estimate().orElseThrow()).isCloseTo(85, within(1e-9));
        assertThat(gauge.above().nominal().orElseThrow()).isCloseTo(85, within(1e-9));
    }

    @Test
    void theSlopeFoundNeverExceedsTheBoundOfRandomMlps() {
        for (int seed = 0; seed < 40; seed++) {
            List<Integer> widths = List.of(2 + seed % 13, 2 + seed * 7 % 13, 2 + seed * 5 % 11, 3)
                    .subList(0, 1 + seed % 4);
            Shape sample = seed % 3 == 0 ? Shape.of(1, 2, 2) : Shape.of(2);
            Engine engine = new ReferenceEngine();
            Network critic = Networks.critic(engine, new Mlp(widths, seed % 2 == 0 ? 0.1 : 0), sample, seed);

            assertOrdered(gauge(critic, Reparametrization.unchanged(), sample, 20), 1e-6, "widths " + widths);
        }
    }

    @Test
    void theSlopeFoundNeverExceedsTheBoundOfRandomCnns() {
        for (int seed = 0; seed < 6; seed++) {
            Shape sample = Shape.of(1 + 2 * (seed % 2), seed % 4 < 2 ? 28 : 32, seed % 4 < 2 ? 28 : 32);
            try (Engine engine = Backend.choose().create(1)) {
                Network critic = Networks.critic(engine, new StandardCnn(0.02 * (1 + seed % 3)), sample, seed);

                assertOrdered(gauge(critic, Reparametrization.unchanged(), sample, 2), 1e-4, "sample " + sample);
            }
        }
    }

    @Test
    void theSlopeFoundNeverExceedsTheBoundOfASmallCnnInDoublePrecision() {
        Shape sample = Shape.of(1, 28, 28);
        Network critic = Networks.critic(new ReferenceEngine(), new StandardCnn(0.016), sample, 3);

        assertOrdered(gauge(critic, Reparametrization.unchanged(), sample, 1), 1e-6, "reference");
    }

    @Test
    void spectralNormalizationMakesTheNominalBoundOneAndTheCertifiedOne648() {
        // Seven convolutions, 3×3 of stride 1 and 4×4 of stride 2 in turn: 3·2·3·2·3·2·3 = 648.
        Shape sample = Shape.of(1, 28, 28);
        try (Engine engine = Backend.choose().create(1)) {
            Network critic = Networks.critic(engine, new StandardCnn(0.1), sample, 1);
            Constraint constraint = spectralNormalization(critic);

            LipschitzGauge gauge = gauge(critic, constraint, sample, 4);

            assertOrdered(gauge, 1e-4, "spectral norm");
            double nominal = gauge.above().nominal().orElseThrow();
            assertThat(nominal).isCloseTo(1, within(0.05));
            assertThat(gauge.above().certified().orElseThrow()).isCloseTo(648 * nominal, within(1e-6));
            assertThat(gauge.above().estimate().orElseThrow()).isGreaterThan(5);
        }
    }

    /** After enough power iterations that its estimates are those of the matrices. */
    private static Constraint spectralNormalization(Network critic) {
        Values values = new Values(ConstraintKind.SPECTRAL_NORM.settings());
        Constraint constraint = ConstraintKind.SPECTRAL_NORM.create(critic, values, stream("constraint"));
        for (int i = 0; i < 100; i++) {
            try (Scope temporaries = critic.engine().openScope()) {
                constraint.beforeCriticStep(critic);
            }
        }
        return constraint;
    }

    @Test
    void aLayerWithoutABoundLeavesNoneAndSaysWhy() {
        Engine engine = new ReferenceEngine();
        Network critic = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "1 dense", new float[] {1, 2, 3, 4}, new float[2]),
                HandMadeNetworks.batchNormalization(engine, 2),
                HandMadeNetworks.dense(engine, "2 dense", new float[] {1, 2}, new float[1]));

        LipschitzBound bound = LipschitzBound.of(
                critic, LayerOperatorNorms.of(critic.bind(Reparametrization.unchanged(), false), stream("norms")));

        assertThat(bound.certified()).isEmpty();
        assertThat(bound.estimate()).isEmpty();
        assertThat(bound.nominal()).isEmpty();
        assertThat(bound.missing().orElseThrow()).startsWith("Batch normalization divides by the spread of the batch");
        assertThat(bound.layers()).hasSize(2);
    }

    @Test
    void aLeakySlopeAboveOneCountsAndOneBelowDoesNot() {
        Engine engine = new ReferenceEngine();
        Layer first = HandMadeNetworks.dense(engine, "1 dense", new float[] {2}, new float[1]);
        Layer second = HandMadeNetworks.dense(engine, "2 dense", new float[] {3}, new float[1]);
        for (double slope : new double[] {0, 0.2, 1, 1.5}) {
            Network critic = HandMadeNetworks.of(engine, first, new Layer.LeakyRelu(slope), second);
            LipschitzBound bound = LipschitzBound.of(
                    critic, LayerOperatorNorms.of(critic.bind(Reparametrization.unchanged(), false), stream("norms")));
            assertThat(bound.certified().orElseThrow()).isCloseTo(6 * Math.max(1, slope), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void inThePlaneTheClimbComesNearTheSteepestPointOfAFineGrid(long seed) {
        try (Engine engine = Backend.choose().create(1)) {
            Shape sample = Shape.of(2);
            BoundNetwork critic = Networks.critic(engine, new Mlp(List.of(32, 32), 0.1), sample, seed)
                    .bind(Reparametrization.unchanged(), false);
            double grid =
                    CriticSlopes.at(critic, sample, PlaneMap.points(200, 1)).largest();

            SteepestSlope slope =
                    SteepestSlope.of(critic, points(sample, 64), 4, SteepestSlope.ROUNDS, stream("climb"));

            assertThat(slope.found()).isGreaterThan(0.95 * grid);
            assertThat(slope.found())
                    .isGreaterThanOrEqualTo(
                            Math.max(Math.max(slope.real(), slope.fake()), Math.max(slope.between(), slope.uniform())));
            assertThat(CriticSlopes.at(critic, sample, slope.point()).slopes()[0])
                    .isCloseTo(slope.found(), within(1e-4 * slope.found()));
        }
    }

    @Test
    void whereTheCriticIsCurvedTheClimbFollowsTheGradientOfTheSlope() {
        // D(x) = tanh(2x₁) + tanh(2x₂), of 60 inputs. The slope is largest, 2√2, where both are 0. From x₂ = −x₁ the
        // gradient
        // of D leads along (1, 1), where one of the two gains and the other loses and 2 is the most; that of the slope
        // leads
        // to the top.
        int inputs = 60;
        Engine engine = new ReferenceEngine();
        float[] weight = new float[2 * inputs];
        weight[0] = 2;
        weight[3] = 2;
        Network critic = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "1 dense", weight, new float[2]),
                new Layer.Tanh(),
                HandMadeNetworks.dense(engine, "2 dense", new float[] {1, 1}, new float[1]));
        float[] start = new float[inputs];
        start[0] = 0.75f;
        start[1] = -0.75f;
        float[] none = new float[0];
        CriticPoints points = new CriticPoints(Shape.of(inputs), start, none, none, none, new int[0], 1);

        SteepestSlope slope =
                SteepestSlope.of(critic.bind(Reparametrization.unchanged(), false), points, 1, 3, stream("climb"));

        assertThat(slope.real()).isCloseTo(2 * Math.sqrt(2) * (1 - Math.pow(Math.tanh(1.5), 2)), within(1e-5));
        assertThat(slope.between()).isZero();
        assertThat(slope.found()).isBetween(2.7, 2 * Math.sqrt(2) + 1e-6);
    }

    @Test
    void whereTheCriticIsLinearOnRegionsTheClimbStepsIntoASteeperOne() {
        // D(x) = x + 9·relu(x − 0.5) − 9·relu(x − 0.6) has the slope 10 from 0.5 to 0.6 and 1 elsewhere.
        Engine engine = new ReferenceEngine();
        Network critic = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "1 dense", new float[] {1, 1, 1}, new float[] {2, -0.5f, -0.6f}),
                new Layer.LeakyRelu(0),
                HandMadeNetworks.dense(engine, "2 dense", new float[] {1, 9, -9}, new float[1]));
        float[] start = {0.3f};
        CriticPoints points = new CriticPoints(Shape.of(1), start, start, start, start, new int[0], 1);

        SteepestSlope slope =
                SteepestSlope.of(critic.bind(Reparametrization.unchanged(), false), points, 4, 1, stream("climb"));

        assertThat(slope.real()).isCloseTo(1, within(1e-6));
        assertThat(slope.found()).isCloseTo(10, within(1e-5));
        assertThat(slope.point()[0]).isBetween(0.5f, 0.6f);
    }

    @Test
    void aCriticThatIsNotFiniteHasNoSlope() {
        Engine engine = new ReferenceEngine();
        Network critic = HandMadeNetworks.of(
                engine, HandMadeNetworks.dense(engine, "1 dense", new float[] {Float.NaN, 1}, new float[1]));

        LipschitzGauge gauge = gauge(critic, Reparametrization.unchanged(), Shape.of(2), 3);

        assertThat(gauge.below().found()).isNaN();
        assertThat(gauge.above().certified().orElseThrow()).isNaN();
    }

    @Test
    void measuringChangesNothingAndLeavesNothingBehind() {
        Engine engine = new ReferenceEngine();
        Architecture mlp = new Mlp(List.of(5), 0.1);
        Network critic = Networks.critic(engine, mlp, Shape.of(2), 1);
        float[] before = engine.read(critic.weights().get(0).value());
        int live = engine.liveArrays();

        LipschitzGauge first = gauge(critic, Reparametrization.unchanged(), Shape.of(2), 5);
        LipschitzGauge second = gauge(critic, Reparametrization.unchanged(), Shape.of(2), 5);

        assertThat(engine.liveArrays()).isEqualTo(live);
        assertThat(engine.read(critic.weights().get(0).value())).isEqualTo(before);
        assertThat(second.below().found()).isEqualTo(first.below().found());
        assertThat(second.above().certified()).isEqualTo(first.above().certified());
    }

    @Test
    void setsAndEffortsThatDoNotFitAreRefused() {
        Engine engine = new ReferenceEngine();
        BoundNetwork critic = Networks.critic(engine, new Mlp(List.of(3), 0), Shape.of(2), 1)
                .bind(Reparametrization.unchanged(), false);
        float[] none = new float[0];
        CriticPoints empty = new CriticPoints(Shape.of(2), none, none, none, none, new int[0], 1);

        assertThatThrownBy(() -> SteepestSlope.of(critic, empty, 1, 1, stream("climb")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected one point or more, found none");
        assertThatThrownBy(() -> SteepestSlope.of(critic, empty, 5, 1, stream("climb")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 5 and 1");
        assertThatThrownBy(() -> CriticPoints.of(Shape.of(2), new float[4], new float[6], 1, stream("points")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 4 and 6 numbers");
    }
}
