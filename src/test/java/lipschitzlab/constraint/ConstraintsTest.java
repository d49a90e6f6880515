package lipschitzlab.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    private final ReferenceEngine engine = new ReferenceEngine();
    private final Network critic = Networks.critic(engine, new Mlp(List.of(5), 0.1), Shape.of(3), 1);

    private Constraint create(ConstraintKind kind, String... settings) {
        Values values = ByKey.with(new Values(kind.settings()), settings);
        return kind.create(critic, values, TestStreams.of(1, "test"));
    }

    private static Var used(Constraint constraint, Parameter weight, Var raw) {
        return constraint.effectiveWeight(weight, raw, own -> {
            throw new IllegalArgumentException("expected no parameters of its own, found " + own.name());
        });
    }

    private Var batch(String purpose) {
        return Var.constant(engine, engine.of(TestStreams.of(1, purpose).gaussians(12), Shape.of(4, 3)));
    }

    @Test
    void afterItsFirstIterationsSpectralNormalizationGivesWeightsOfNormOne() {
        Constraint constraint = create(ConstraintKind.SPECTRAL_NORM, "powerIterations", "50");
        constraint.beforeCriticStep(critic);
        for (Parameter weight : critic.weights()) {
            Var used = used(constraint, weight, Var.constant(engine, weight.value()));
            Array matrix = engine.reshape(used.value(), weight.matrixShape());
            assertThat(largestSingularValue(matrix)).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void aBoundStretchesTheLastLayerAlone() {
        Constraint usual = create(ConstraintKind.SPECTRAL_NORM);
        Constraint tripled = create(ConstraintKind.SPECTRAL_NORM, "bound", "3");
        List<Parameter> weights = critic.weights();
        for (Parameter weight : weights) {
            double factor = weight == weights.get(weights.size() - 1) ? 3 : 1;
            Var raw = Var.constant(engine, weight.value());
            double[] expected = Arrays.stream(
                            engine.readDoubles(used(usual, weight, raw).value()))
                    .map(number -> factor * number)
                    .toArray();
            assertThat(engine.readDoubles(used(tripled, weight, raw).value()))
                    .usingComparatorWithPrecision(1e-6)
                    .containsExactly(expected);
        }
    }

    @Test
    void iterationsAtEachForwardPassAreTwoForTheCriticsUpdateAndOneForTheGenerators() {
        Constraint paper = create(ConstraintKind.SPECTRAL_NORM);
        Constraint code = create(ConstraintKind.SPECTRAL_NORM, "iterateAt", "forward-pass");
        moveWeights();

        code.beforeCriticStep(critic);
        paper.beforeCriticStep(critic);
        assertThat(estimates(code)).isNotEqualTo(estimates(paper));
        paper.beforeCriticStep(critic);
        assertThat(estimates(code)).isEqualTo(estimates(paper));

        code.beforeGeneratorStep(critic);
        assertThat(estimates(code)).isNotEqualTo(estimates(paper));
        paper.beforeGeneratorStep(critic);
        paper.beforeCriticStep(critic);
        assertThat(estimates(code)).isEqualTo(estimates(paper));
    }

    /** Away from where the iterations started. */
    private void moveWeights() {
        for (Parameter weight : critic.weights()) {
            engine.write(
                    weight.value(),
                    TestStreams.of(9, weight.name()).gaussians(weight.shape().length()));
        }
    }

    private List<Double> estimates(Constraint constraint) {
        return critic.weights().stream()
                .map(weight -> constraint.leadingTriplet(weight).orElseThrow().sigma())
                .toList();
    }

    /** By 1,000 power iterations on WᵀW from a vector of ones. */
    private double largestSingularValue(Array matrix) {
        Array v = engine.full(Shape.of(matrix.shape().size(1), 1), 1);
        for (int i = 0; i < 1000; i++) {
            v = engine.normalize(engine.matmul(matrix, true, engine.matmul(matrix, false, v, false), false));
        }
        Array image = engine.matmul(matrix, false, v, false);
        return Math.sqrt(engine.readDoubles(engine.dot(image, image))[0]);
    }

    /** Miyato et al. 2018, equation 12 with 11: ∂L/∂W = (G − ⟨G, W̄⟩·u vᵀ)/σ. */
    @Test
    void theGradientThroughSpectralNormalizationIsThatOfThePaper() {
        Constraint constraint = create(ConstraintKind.SPECTRAL_NORM);
        Parameter weight = critic.weights().get(0);
        Var raw = Var.variable(engine, weight.value());
        Array g = engine.of(TestStreams.of(3, "g").gaussians(weight.shape().length()), weight.shape());

        Var used = used(constraint, weight, raw);
        Var loss = used.dot(Var.constant(engine, g));
        double[] actual = engine.readDoubles(
                Gradients.of(loss, List.of(raw), false).get(0).value());

        double sigma = constraint.leadingTriplet(weight).orElseThrow().sigma();
        double[] w = engine.readDoubles(weight.value());
        double[] gradient = engine.readDoubles(g);
        double[] outer = outerProduct(weight);
        double overlap = 0;
        for (int i = 0; i < w.length; i++) {
            overlap += gradient[i] * w[i] / sigma;
        }
        for (int i = 0; i < w.length; i++) {
            assertThat(actual[i]).isCloseTo((gradient[i] - overlap * outer[i]) / sigma, within(1e-5));
        }
    }

    /** u vᵀ of the largest singular value, by power iteration from the weight itself. */
    private double[] outerProduct(Parameter weight) {
        Array v = engine.full(Shape.of(weight.matrixShape().size(1), 1), 1);
        Array matrix = engine.reshape(weight.value(), weight.matrixShape());
        for (int i = 0; i < 2000; i++) {
            v = engine.normalize(engine.matmul(matrix, true, engine.matmul(matrix, false, v, false), false));
        }
        Array u = engine.normalize(engine.matmul(matrix, false, v, false));
        return engine.readDoubles(engine.matmul(u, false, v, true));
    }

    @Test
    void lookingNeverAdvancesThePowerIteration() {
        Constraint constraint = create(ConstraintKind.SPECTRAL_NORM);
        Parameter weight = critic.weights().get(0);
        double before = constraint.leadingTriplet(weight).orElseThrow().sigma();
        for (int i = 0; i < 10; i++) {
            used(constraint, weight, Var.constant(engine, weight.value()));
        }
        assertThat(constraint.leadingTriplet(weight).orElseThrow().sigma()).isEqualTo(before);
    }

    /** A critic without hidden nonlinearity in play: for D(x) = ⟨w, x⟩ the penalty is λ(‖w‖ − 1)² (Gulrajani et al. 2017, equation 3). */
    @Test
    void thePenaltyOfALinearCriticIsThatOfItsWeightsNorm() {
        Network linear = Networks.critic(engine, new Mlp(List.of(1), 1), Shape.of(3), 1);
        engine.write(linear.weights().get(0).value(), new float[] {3, 0, 4});
        engine.write(linear.weights().get(1).value(), new float[] {2});
        Constraint constraint = create(ConstraintKind.GRADIENT_PENALTY, "lambda", "0.5");
        BoundNetwork bound = linear.bind(constraint, true);

        Var penalty = constraint
                .penalty(bound, batch("real"), batch("fake"), TestStreams.of(1, "penalty"))
                .orElseThrow();

        assertThat(engine.readDoubles(penalty.value())[0]).isCloseTo(0.5 * 9 * 9, within(1e-6));
    }

    @Test
    void thePenaltysGradientInALinearCriticsWeightsIsItsClosedForm() {
        Network linear = Networks.critic(engine, new Mlp(List.of(1), 1), Shape.of(3), 1);
        engine.write(linear.weights().get(0).value(), new float[] {3, 0, 4});
        engine.write(linear.weights().get(1).value(), new float[] {1});
        Constraint constraint = create(ConstraintKind.GRADIENT_PENALTY, "lambda", "10");
        BoundNetwork bound = linear.bind(constraint, true);

        Var penalty = constraint
                .penalty(bound, batch("real"), batch("fake"), TestStreams.of(1, "penalty"))
                .orElseThrow();
        double[] gradient = engine.readDoubles(
                Gradients.of(penalty, bound.variables(), false).get(0).value());

        // λ·2(‖w‖ − 1)·w/‖w‖ with ‖w‖ = 5
        assertThat(gradient).usingComparatorWithPrecision(1e-6).containsExactly(48, 0, 64);
    }

    @Test
    void interpolatedPointsLieOnTheLinesBetweenRealAndFake() {
        Var real = Var.constant(engine, engine.full(Shape.of(50, 2), 1));
        Var fake = Var.constant(engine, engine.full(Shape.of(50, 2), -1));
        double[] between = engine.readDoubles(
                Interpolation.between(real, fake, TestStreams.of(1, "e")).value());

        for (int row = 0; row < 50; row++) {
            assertThat(between[2 * row]).isBetween(-1.0, 1.0).isEqualTo(between[2 * row + 1]);
        }
    }

    @Test
    void clippingLeavesEveryWeightAndBiasWithinItsBound() {
        Constraint constraint = create(ConstraintKind.WEIGHT_CLIPPING, "c", "0.02");
        constraint.afterCriticStep(critic);
        for (Parameter parameter : critic.parameters()) {
            for (double value : engine.readDoubles(parameter.value())) {
                assertThat(value).isBetween(-0.02, 0.02);
            }
        }
    }

    @Test
    void withoutAConstraintTheWeightsAreThemselvesAndNothingIsAdded() {
        Constraint constraint = create(ConstraintKind.UNCONSTRAINED);
        Parameter weight = critic.weights().get(0);
        Var raw = Var.constant(engine, weight.value());
        BoundNetwork bound = critic.bind(constraint, true);

        assertThat(used(constraint, weight, raw)).isSameAs(raw);
        assertThat(constraint.penalty(bound, batch("real"), batch("fake"), TestStreams.of(1, "penalty")))
                .isEmpty();
    }
}
