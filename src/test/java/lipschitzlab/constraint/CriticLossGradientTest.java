package lipschitzlab.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Conditioning;
import lipschitzlab.network.Conditioning.Way;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Parameter;
import lipschitzlab.objective.Objective;
import lipschitzlab.setting.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The critic's whole loss under each constraint, its penalty included: gradients with respect to all parameters, a
 * constraint's own too, against central differences in double precision.
 */
class CriticLossGradientTest {
    /** So small that of ten thousand leaky ReLUs hardly one has its kink within a step. */
    private static final double STEP = 1e-7;

    private static final double TOLERANCE = 1e-6;

    /** Of a loss that is a sum of many numbers; over STEP it is what rounding leaves of a difference. */
    private static final double ROUNDING = 1e-14;

    /** Elements of each parameter that are looked at; of the many parameters of residual networks fewer. */
    private static final int ELEMENTS = 6;

    private static final int RESIDUAL_ELEMENTS = 2;

    static Stream<ConstraintSet> alone() {
        return Arrays.stream(ConstraintKind.values()).map(ConstraintSet::of);
    }

    /** Every kind alone, and one of each sort of combination. */
    static Stream<ConstraintSet> sets() {
        Stream<ConstraintSet> together = Stream.of(
                        "spectral-norm + gradient-penalty",
                        "spectral-norm-gamma + gradient-penalty",
                        "weight-norm + wgan-lp + orthonormal",
                        "layer-norm + r1 + orthonormal",
                        "weight-norm + layer-norm + dragan",
                        "weight-clipping + wgan-div")
                .map(ConstraintSets::of);
        return Stream.concat(alone(), together);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void gradientsOfDenseCriticsAgreeWithCentralDifferences(ConstraintSet set) {
        new Case(set, new Mlp(List.of(5, 4), 0.1), Shape.of(3), 6).check();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void gradientsOfConvolutionalCriticsAgreeWithCentralDifferences(ConstraintSet set) {
        new Case(set, new StandardCnn(0.02), Shape.of(1, 28, 28), 2).check();
    }

    @ParameterizedTest
    @MethodSource("alone")
    void gradientsOfResidualCriticsAgreeWithCentralDifferences(ConstraintSet set) {
        new Case(set, new ResNet(0.016), Shape.of(1, 28, 28), 2).check();
    }

    @ParameterizedTest
    @MethodSource("alone")
    void gradientsOfConditionalResidualCriticsAgreeWithCentralDifferences(ConstraintSet set) {
        new Case(set, new ResNet(0.016), new Conditioning(Way.PROJECTION, 3), Shape.of(1, 28, 28), 2).check();
    }

    /** One constraint on one critic with one batch. */
    private static final class Case {
        private final ReferenceEngine engine = new ReferenceEngine();
        private final Constraint constraint;
        private final Network critic;
        private final Shape batch;
        private final int elementsOfEach;

        Case(ConstraintSet set, Architecture architecture, Shape sample, int rows) {
            this(set, architecture, Conditioning.none(), sample, rows);
        }

        Case(ConstraintSet set, Architecture architecture, Conditioning conditioning, Shape sample, int rows) {
            Network bare = Networks.critic(engine, architecture, conditioning, sample, 1);
            constraint = set.create(bare, steep(set), TestStreams.of(1, "test"));
            critic = constraint.constrain(bare);
            batch = sample.batchOf(rows);
            elementsOfEach = architecture instanceof ResNet ? RESIDUAL_ELEMENTS : ELEMENTS;
            critic.parameters().forEach(this::shake);
        }

        /** A p that keeps WGAN-div from drowning all else in a difference of large numbers. */
        private static Values steep(ConstraintSet set) {
            Values values = new Values(set.settings());
            return values.declares(WassersteinDivergence.POWER)
                    ? values.with(WassersteinDivergence.POWER, 3.0)
                    : values;
        }

        /** Off the initial values, where biases and shifts are 0 and gains 1. */
        private void shake(Parameter parameter) {
            float[] noise = TestStreams.of(2, parameter.name() + parameter.role())
                    .gaussians(parameter.shape().length());
            Array moved = engine.add(parameter.value(), engine.scale(engine.of(noise, parameter.shape()), 0.2));
            engine.copy(moved, parameter.value());
        }

        private Var data(String purpose, double shift) {
            float[] numbers = TestStreams.of(1, purpose).gaussians(batch.length());
            return Var.constant(engine, engine.addScalar(engine.of(numbers, batch), shift));
        }

        private Var loss(BoundNetwork network) {
            BoundNetwork bound = network.given(new int[] {2, 0});
            Var real = data("real", 0.5);
            Var fake = data("fake", -0.5);
            Var loss = Objective.WASSERSTEIN.criticLoss(bound.apply(real), bound.apply(fake));
            return constraint
                    .penalty(bound, real, fake, TestStreams.of(1, "penalty"))
                    .map(loss::add)
                    .orElse(loss);
        }

        private double value() {
            return engine.readDoubles(loss(critic.bind(constraint, false)).value())[0];
        }

        void check() {
            BoundNetwork bound = critic.bind(constraint, true);
            List<Var> gradients = Gradients.of(loss(bound), bound.variables(), false);
            double rounding = ROUNDING / STEP * Math.abs(value());
            for (int i = 0; i < critic.parameters().size(); i++) {
                Parameter parameter = critic.parameters().get(i);
                double[] gradient = engine.readDoubles(gradients.get(i).value());
                for (int element : elements(gradient.length)) {
                    double expected = (moved(parameter, element, STEP) - moved(parameter, element, -STEP)) / (2 * STEP);
                    assertThat(gradient[element])
                            .as(parameter.name() + " " + parameter.role() + ", element " + element)
                            .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected)) + rounding));
                }
            }
            engine.close();
        }

        /** All of a few, or some of many. */
        private List<Integer> elements(int length) {
            List<Integer> chosen = new ArrayList<>();
            int apart = Math.max(1, length / elementsOfEach);
            for (int element = 0; element < length; element += apart) {
                chosen.add(element);
            }
            return chosen;
        }

        private double moved(Parameter parameter, int element, double step) {
            double[] numbers = engine.readDoubles(parameter.value());
            double[] changed = numbers.clone();
            changed[element] += step;
            engine.copy(engine.ofDoubles(changed, parameter.shape()), parameter.value());
            double value = value();
            engine.copy(engine.ofDoubles(numbers, parameter.shape()), parameter.value());
            return value;
        }
    }
}
