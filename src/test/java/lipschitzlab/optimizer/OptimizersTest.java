package lipschitzlab.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two steps of each optimizer by hand: a parameter of 1, gradients 0.1 and 0.2, and a learning rate of 0.01. */
class OptimizersTest {
    private static final Offset<Double> CLOSE = within(1e-7);
    private static final double RATE = 0.01;

    private final ReferenceEngine engine = new ReferenceEngine();
    private final Network network = Networks.critic(engine, new Mlp(List.of(3), 0.1), Shape.of(2), 1);

    @AfterEach
    void freeEverything() {
        engine.close();
    }

    /** Every parameter at 1; then a step for each gradient, which is the same everywhere. */
    private double after(Optimizer optimizer, double... gradients) {
        network.parameters().forEach(parameter -> {
            float[] ones = new float[parameter.shape().length()];
            Arrays.fill(ones, 1);
            engine.write(parameter.value(), ones);
        });
        for (double gradient : gradients) {
            List<Var> everywhere = network.parameters().stream()
                    .map(parameter -> Var.constant(engine, engine.full(parameter.shape(), gradient)))
                    .toList();
            optimizer.step(everywhere, RATE);
        }
        double first = engine.read(network.parameters().get(0).value())[0];
        network.parameters()
                .forEach(parameter -> assertThat(engine.read(parameter.value())).containsOnly((float) first));
        return first;
    }

    private Optimizer make(OptimizerKind kind) {
        return kind.create(network, new Values(kind.settings()));
    }

    /** m = .05, v = .001, so m̂/√v̂ = .1/√.01 = 1. */
    @Test
    void adamsFirstStepIsItsLearningRate() {
        assertThat(after(make(OptimizerKind.ADAM), 0.1)).isCloseTo(0.99, CLOSE);
    }

    /** m = .5·.05 + .5·.2 = .125, v = .9·.001 + .1·.04 = .0049; m̂ = .125/.75, v̂ = .0049/.19; the step is .01·.166667/.160591. */
    @Test
    void adamsSecondStepWeighsBothGradients() {
        assertThat(after(make(OptimizerKind.ADAM), 0.1, 0.2)).isCloseTo(0.9796216675, CLOSE);
    }

    /** Kingma and Ba 2015, section 2.1: the step does not depend on the gradient's scale. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 1e4})
    void adamsFirstStepIsAsLongForAnyScaleOfTheGradient(double gradient) {
        assertThat(after(make(OptimizerKind.ADAM), gradient)).isCloseTo(1 - RATE, within(1e-6));
    }

    /** s = .1·.01 = .001; the step is .01·.1/√.001. */
    @Test
    void rmsPropsFirstStepIsLongSinceItsMeanStartsAtNought() {
        assertThat(after(make(OptimizerKind.RMS_PROP), 0.1)).isCloseTo(1 - 0.0316227766, CLOSE);
    }

    /** s = .9·.001 + .1·.04 = .0049; the second step is .01·.2/.07. */
    @Test
    void rmsPropsSecondStepDividesByTheMeanSquare() {
        assertThat(after(make(OptimizerKind.RMS_PROP), 0.1, 0.2))
                .isCloseTo(1 - 0.0316227766 - 0.0285714286, within(1e-6));
    }

    @Test
    void gradientDescentSubtractsRateTimesGradient() {
        assertThat(after(make(OptimizerKind.SGD), 0.1, 0.2)).isCloseTo(1 - 0.001 - 0.002, CLOSE);
    }

    /** WGAN-GP's code for toys has β₁ = .5 and β₂ = .9 (Gulrajani et al. 2017); RMSProp's lecture has .9. */
    @Test
    void theDefaultsAreThoseOfThePapers() {
        assertThat(OptimizerSettings.BETA_1.defaultValue()).isEqualTo(0.5);
        assertThat(OptimizerSettings.BETA_2.defaultValue()).isEqualTo(0.9);
        assertThat(OptimizerSettings.DECAY.defaultValue()).isEqualTo(0.9);
    }

    @Test
    void anotherBetaIsUsed() {
        Values values = ByKey.with(new Values(OptimizerKind.ADAM.settings()), "beta1", "0", "beta2", "0");

        // Without memory every step is rate · g/|g|.
        assertThat(after(OptimizerKind.ADAM.create(network, values), 0.1, -0.2)).isCloseTo(1, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void closingFreesWhatAnOptimizerHolds(OptimizerKind kind) {
        int before = engine.liveArrays();
        make(kind).close();
        assertThat(engine.liveArrays()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void aKindIsFoundByItsName(OptimizerKind kind) {
        assertThat(OptimizerKind.of(kind.id())).isEqualTo(kind);
    }
}
