package lipschitzlab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.ReferenceEngine;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private final ReferenceEngine engine = new ReferenceEngine();
    private final Var real = scores(2, 0.5);
    private final Var fake = scores(-3, 1);

    private Var scores(double first, double second) {
        return Var.variable(engine, engine.ofDoubles(new double[] {first, second}, Shape.of(2, 1)));
    }

    private double number(Var loss) {
        return engine.readDoubles(loss.value())[0];
    }

    private static double softplus(double x) {
        return Math.log1p(Math.exp(x));
    }

    @Test
    void hingeCountsOnlyScoresOnTheWrongSideOfTheMargin() {
        // real: max(0, −1), max(0, .5); fake: max(0, −2), max(0, 2)
        assertThat(number(Objective.HINGE.criticLoss(real, fake))).isCloseTo(0.25 + 1, within(1e-12));
        assertThat(number(Objective.HINGE.generatorLoss(fake))).isCloseTo(1, within(1e-12));
    }

    @Test
    void wassersteinIsTheDifferenceOfMeans() {
        assertThat(number(Objective.WASSERSTEIN.criticLoss(real, fake))).isCloseTo(-1 - 1.25, within(1e-12));
        assertThat(number(Objective.WASSERSTEIN.generatorLoss(fake))).isCloseTo(1, within(1e-12));
    }

    @Test
    void bothCrossEntropiesShareTheCritic() {
        double expected = (softplus(-2) + softplus(-0.5) + softplus(-3) + softplus(1)) / 2;
        assertThat(number(Objective.NON_SATURATING.criticLoss(real, fake))).isCloseTo(expected, within(1e-12));
        assertThat(number(Objective.SATURATING.criticLoss(real, fake))).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theSaturatingSignalVanishesWhereTheCriticIsSureAndTheOtherDoesNot() {
        Var sure = scores(-40, -40);
        double saturating = Math.abs(slope(Objective.SATURATING, sure));
        double nonSaturating = Math.abs(slope(Objective.NON_SATURATING, sure));

        // ∂ln(1−σ(D))/∂D = −σ(D), ∂(−ln σ(D))/∂D = σ(D) − 1, each over a batch of 2
        assertThat(saturating).isLessThan(1e-15);
        assertThat(nonSaturating).isCloseTo(0.5, within(1e-12));
    }

    private double slope(Objective objective, Var scores) {
        Var loss = objective.generatorLoss(scores);
        return engine.readDoubles(
                        Gradients.of(loss, List.of(scores), false).get(0).value())[0];
    }
}
