package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BinaryOperator;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.network.HandMadeNetworks;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.objective.Objective;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;

class LayerGradientTest {
    private static final BinaryOperator<Var> WASSERSTEIN = Objective.WASSERSTEIN::criticLoss;

    private final ReferenceEngine engine = new ReferenceEngine();

    private Var batch(int rows, Shape sample, long seed) {
        float[] numbers = TestStreams.of(seed, "batch").gaussians(rows * sample.length());
        return Var.constant(engine, engine.of(numbers, sample.batchOf(rows)));
    }

    @Test
    void throughLinearLayersTheGradientIsTheProductOfTheLaterWeights() {
        // D = x·A·b·c with b = (3, 4) and c = 2: ∂D/∂(xA) = 2·(3, 4) of norm 10, ∂D/∂(xAb) = 2, ∂D/∂D = 1.
        Network critic = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "1", new float[] {1, 0, 0, 1}, new float[2]),
                HandMadeNetworks.dense(engine, "2", new float[] {3, 4}, new float[1]),
                HandMadeNetworks.dense(engine, "3", new float[] {2}, new float[1]));
        for (int rows : new int[] {1, 7}) {
            List<LayerGradient> gradients = LayerGradient.of(
                    critic.bind(Reparametrization.unchanged(), true),
                    batch(rows, Shape.of(2), 1),
                    batch(rows, Shape.of(2), 2),
                    WASSERSTEIN);

            assertThat(gradients.stream().map(LayerGradient::layer)).containsExactly("1", "2", "3");
            assertThat(gradients.get(0).activation()).isCloseTo(10, within(1e-6));
            assertThat(gradients.get(1).activation()).isCloseTo(2, within(1e-6));
            assertThat(gradients.get(2).activation()).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void theGradientOfTheFirstWeightIsTheDifferenceOfTheMeansTimesTheLaterWeights() {
        // L = (mean of fake − mean of real)·a·c, so ∂L/∂a has the norm ‖difference‖·|c| = 5·2.
        Network critic = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "1", new float[] {1, 1}, new float[1]),
                HandMadeNetworks.dense(engine, "2", new float[] {2}, new float[1]));
        Var real = Var.constant(engine, engine.of(new float[] {1, 1, 3, 1}, Shape.of(2, 2)));
        Var fake = Var.constant(engine, engine.of(new float[] {6, 5, 4, 5}, Shape.of(2, 2)));

        List<LayerGradient> gradients =
                LayerGradient.of(critic.bind(Reparametrization.unchanged(), true), real, fake, WASSERSTEIN);

        assertThat(gradients.get(0).weight()).isCloseTo(10, within(1e-6));
        // The second weight reads x·a: means 3 and 10 differ by 7.
        assertThat(gradients.get(1).weight()).isCloseTo(7, within(1e-6));
    }

    @Test
    void activationsAreTakenAfterTheNonlinearity() {
        // At x = −1 the hidden unit is off, but the gradient with respect to its output is still 3.
        Network critic = HandMadeNetworks.of(
                engine,
                HandMadeNetworks.dense(engine, "1", new float[] {1}, new float[1]),
                new Layer.LeakyRelu(0),
                HandMadeNetworks.dense(engine, "2", new float[] {3}, new float[1]));
        Var minusOne = Var.constant(engine, engine.of(new float[] {-1}, Shape.of(1, 1)));

        List<LayerGradient> gradients =
                LayerGradient.of(critic.bind(Reparametrization.unchanged(), true), minusOne, minusOne, WASSERSTEIN);

        assertThat(gradients.get(0).activation()).isCloseTo(3, within(1e-6));
    }

    @Test
    void aPenaltyCountsForTheWeights() {
        Network critic = Networks.critic(engine, new Mlp(List.of(6, 5), 0.1), Shape.of(2), 1);
        Values values = new Values(ConstraintKind.GRADIENT_PENALTY.settings());
        Constraint penalty = ConstraintKind.GRADIENT_PENALTY.create(critic, values, TestStreams.of(1, "constraint"));
        var bound = critic.bind(penalty, true);
        Var real = batch(8, Shape.of(2), 1);
        Var fake = batch(8, Shape.of(2), 2);

        List<LayerGradient> without = LayerGradient.of(bound, real, fake, WASSERSTEIN);
        List<LayerGradient> with = LayerGradient.of(bound, real, fake, (onReal, onFake) -> WASSERSTEIN
                .apply(onReal, onFake)
                .add(penalty.penalty(bound, real, fake, TestStreams.of(1, "penalty"))
                        .orElseThrow()));

        assertThat(with.get(0).activation()).isEqualTo(without.get(0).activation());
        assertThat(with.get(0).weight()).isNotCloseTo(without.get(0).weight(), within(1e-3));
    }

    @Test
    void aWeightsGradientAgreesWithACentralDifferenceAlongIt() {
        Network critic = Networks.critic(engine, new Mlp(List.of(6, 5), 0.1), Shape.of(2), 1);
        Var real = batch(8, Shape.of(2), 1);
        Var fake = batch(8, Shape.of(2), 2);
        double measured = LayerGradient.of(critic.bind(Reparametrization.unchanged(), true), real, fake, WASSERSTEIN)
                .get(1)
                .weight();

        // The norm is the root of the sum over all elements of the squared central differences.
        Array weight = critic.weights().get(1).value();
        double[] numbers = engine.readDoubles(weight);
        double squares = 0;
        for (int i = 0; i < numbers.length; i++) {
            double difference = (loss(critic, weight, numbers, i, 1e-6, real, fake)
                            - loss(critic, weight, numbers, i, -1e-6, real, fake))
                    / 2e-6;
            squares += difference * difference;
        }
        assertThat(measured).isCloseTo(Math.sqrt(squares), within(1e-6));
    }

    private double loss(Network critic, Array weight, double[] numbers, int moved, double step, Var real, Var fake) {
        double[] changed = numbers.clone();
        changed[moved] += step;
        engine.copy(engine.ofDoubles(changed, weight.shape()), weight);
        var bound = critic.bind(Reparametrization.unchanged(), false);
        double loss = engine.readDoubles(
                        WASSERSTEIN.apply(bound.apply(real), bound.apply(fake)).value())[0];
        engine.copy(engine.ofDoubles(numbers, weight.shape()), weight);
        return loss;
    }

    @Test
    void everyLayerOfACnnIsMeasuredAndNothingStaysBehind() {
        Shape sample = Shape.of(1, 28, 28);
        Network critic = Networks.critic(engine, new StandardCnn(0.016), sample, 1);
        var bound = critic.bind(Reparametrization.unchanged(), true);
        Var real = batch(2, sample, 1);
        Var fake = batch(2, sample, 2);
        int live = engine.liveArrays();

        List<LayerGradient> gradients = LayerGradient.of(bound, real, fake, WASSERSTEIN);

        assertThat(gradients).hasSize(8);
        assertThat(gradients).allSatisfy(gradient -> {
            assertThat(gradient.activation()).isPositive();
            assertThat(gradient.weight()).isPositive();
        });
        assertThat(engine.liveArrays()).isEqualTo(live);
    }

    @Test
    void aCriticThatCannotBeTrainedAndUnequalBatchesAreRefused() {
        Network critic = Networks.critic(engine, new Mlp(List.of(3), 0), Shape.of(2), 1);
        Var two = batch(2, Shape.of(2), 1);
        Var three = batch(3, Shape.of(2), 1);

        assertThatThrownBy(() ->
                        LayerGradient.of(critic.bind(Reparametrization.unchanged(), false), two, two, WASSERSTEIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a critic that can be trained, found one bound as constant");
        assertThatThrownBy(() ->
                        LayerGradient.of(critic.bind(Reparametrization.unchanged(), true), two, three, WASSERSTEIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected as many fake as real samples, found [3, 2] and [2, 2]");
    }
}
