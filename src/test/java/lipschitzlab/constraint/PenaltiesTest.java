package lipschitzlab.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.StandardCnn;
import lipschitzlab.network.Network;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Penalties where they have closed forms. */
class PenaltiesTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final double RELATIVE = 1e-9;

    private final ReferenceEngine engine = new ReferenceEngine();

    @AfterEach
    void freeEverything() {
        engine.close();
    }

    /** With ‖w‖ = 5. */
    private LinearCritic.Result ofSlope5(ConstraintKind kind, String... settings) {
        return new LinearCritic(engine, 3, 0, 4).penalty(kind, settings).orElseThrow();
    }

    @Test
    void r1OfALinearCriticIsHalfGammaTimesItsSquaredNorm() {
        LinearCritic.Result r1 = ofSlope5(ConstraintKind.R1, "gamma", "10");

        assertThat(r1.value()).isCloseTo(10 / 2.0 * 25, CLOSE);
        // γ·w
        assertThat(r1.gradient()).containsExactly(new double[] {30, 0, 40}, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"2, 6", "0.5, 2", "3, 1.5"})
    void wganDivOfALinearCriticIsKTimesAPowerOfItsNorm(double k, double p) {
        LinearCritic.Result div = ofSlope5(ConstraintKind.WGAN_DIV, "k", Double.toString(k), "p", Double.toString(p));

        assertThat(div.value()).isCloseTo(k * Math.pow(5, p), within(RELATIVE * k * Math.pow(5, p)));
        // k·p·‖w‖^(p−2)·w
        double factor = k * p * Math.pow(5, p - 2);
        assertThat(div.gradient())
                .containsExactly(new double[] {3 * factor, 0, 4 * factor}, within(RELATIVE * 5 * factor));
    }

    /** The slope that minimises −d·s + k·sᵖ, as the setting's help states it. */
    @Test
    void wganDivsGradientBalancesTheGapAtTheSlopeThatItsHelpStates() {
        double best = Math.pow(1 / (2 * 6.0), 1 / 5.0);
        LinearCritic.Result div = new LinearCritic(engine, (float) best, 0, 0)
                .penalty(ConstraintKind.WGAN_DIV)
                .orElseThrow();

        assertThat(best).isCloseTo(0.6, within(0.01));
        assertThat(div.gradient()[0]).isCloseTo(1, within(1e-6));
    }

    /** The slope that minimises −d·s + λ(s − 1)², as the setting's help states it, for d = 1. */
    @ParameterizedTest
    @CsvSource({"10, 1.05", "0.1, 6"})
    void gradientPenaltysGradientBalancesTheGapAtTheSlopeThatItsHelpStates(String lambda, float best) {
        LinearCritic.Result penalty = new LinearCritic(engine, best, 0, 0)
                .penalty(ConstraintKind.GRADIENT_PENALTY, "lambda", lambda)
                .orElseThrow();

        assertThat(best).isEqualTo((float) (1 + 1 / (2 * Double.parseDouble(lambda))));
        assertThat(penalty.gradient()[0]).isCloseTo(1, within(1e-5));
    }

    @Test
    void wganLpIsThePenaltyAboveASlopeOf1() {
        LinearCritic.Result lp = ofSlope5(ConstraintKind.WGAN_LP, "lambda", "10");

        assertThat(lp.value()).isCloseTo(10 * 16, CLOSE);
        // λ·2(‖w‖ − 1)·w/‖w‖
        assertThat(lp.gradient()).containsExactly(new double[] {48, 0, 64}, CLOSE);
    }

    @Test
    void wganLpIsZeroBelowASlopeOf1WhereGradientPenaltyIsNot() {
        LinearCritic gentle = new LinearCritic(engine, 0.3f, 0, 0.4f);
        LinearCritic.Result lp = gentle.penalty(ConstraintKind.WGAN_LP).orElseThrow();

        assertThat(lp.value()).isZero();
        assertThat(lp.gradient()).containsOnly(0);
        assertThat(gentle.penalty(ConstraintKind.GRADIENT_PENALTY).orElseThrow().value())
                .isCloseTo(10 * 0.25, within(1e-6));
    }

    @Test
    void draganOfALinearCriticIsThatOfItsWeightsNorm() {
        LinearCritic.Result dragan = ofSlope5(ConstraintKind.DRAGAN, "lambda", "0.5");

        assertThat(dragan.value()).isCloseTo(0.5 * 16, CLOSE);
        assertThat(dragan.gradient()).containsExactly(new double[] {2.4, 0, 3.2}, CLOSE);
    }

    /** Of the numbers −1 and 1 std is 1, so that x + ½·std·U lies in [x, x + ½). */
    @Test
    void draganPerturbsDataUpwardsByLessThanHalfTheirDeviation() {
        float[] numbers = new float[100];
        for (int i = 0; i < 100; i++) {
            numbers[i] = i % 2 == 0 ? 1 : -1;
        }
        Var real = Var.constant(engine, engine.of(numbers, Shape.of(50, 2)));

        double[] moved = engine.readDoubles(
                DraganPenalty.perturbed(real, TestStreams.of(1, "d")).value());

        double sum = 0;
        for (int i = 0; i < 100; i++) {
            assertThat(moved[i] - numbers[i]).isBetween(0.0, 0.5);
            sum += moved[i] - numbers[i];
        }
        // the mean of 100 numbers from U[0, ½) is ¼ with a standard error of 0.0144
        assertThat(sum / 100).isCloseTo(0.25, within(0.05));
    }

    @ParameterizedTest
    @EnumSource(
            value = ConstraintKind.class,
            names = {"GRADIENT_PENALTY", "WGAN_LP", "DRAGAN"})
    void aPenaltyOfWeight0AddsNothing(ConstraintKind kind) {
        LinearCritic critic = new LinearCritic(engine, 3, 0, 4);
        assertThat(critic.penalty(kind, "lambda", "0")).isEmpty();
        assertThat(critic.penalty(ConstraintKind.R1, "gamma", "0")).isEmpty();
        assertThat(critic.penalty(ConstraintKind.WGAN_DIV, "k", "0")).isEmpty();
        assertThat(critic.penalty(ConstraintKind.ORTHONORMAL, "beta", "0")).isEmpty();
    }

    private double orthonormal(Network critic) {
        Values values = ByKey.with(new Values(ConstraintKind.ORTHONORMAL.settings()), "beta", "0.5");
        try (Constraint constraint = ConstraintKind.ORTHONORMAL.create(critic, values, TestStreams.of(1, "test"))) {
            Var nothing = Var.constant(engine, engine.full(Shape.of(1), 0));
            Optional<Var> penalty =
                    constraint.penalty(critic.bind(constraint, true), nothing, nothing, TestStreams.of(1, "penalty"));
            return engine.readDoubles(penalty.orElseThrow().value())[0];
        }
    }

    /** [2, 3] with two orthonormal rows, [3, 1] with one unit column. */
    @Test
    void theOrthonormalPenaltyIsZeroWhereRowsOrColumnsAreOrthonormal() {
        Network critic = Networks.critic(engine, new Mlp(List.of(3), 0.1), Shape.of(2), 1);
        engine.copy(
                engine.ofDoubles(new double[] {0.6, 0.8, 0, -0.8, 0.6, 0}, Shape.of(2, 3)),
                critic.weights().get(0).value());
        engine.copy(
                engine.ofDoubles(new double[] {0, 0.8, -0.6}, Shape.of(3, 1)),
                critic.weights().get(1).value());

        assertThat(orthonormal(critic)).isCloseTo(0, within(1e-12));
    }

    /** WWᵀ − I = (3, 2; 2, 0) for the rows (2, 0, 0) and (1, 0, 0), WᵀW − I = 3 for the column (2, 0, 0). */
    @Test
    void theOrthonormalPenaltySumsTheSquaresOfTheGramMatrixLessTheIdentity() {
        Network critic = Networks.critic(engine, new Mlp(List.of(3), 0.1), Shape.of(2), 1);
        engine.write(critic.weights().get(0).value(), new float[] {2, 0, 0, 1, 0, 0});
        engine.write(critic.weights().get(1).value(), new float[] {2, 0, 0});

        assertThat(orthonormal(critic)).isCloseTo(0.5 * (9 + 4 + 4 + 0 + 9), CLOSE);
    }

    /** ‖WᵀW − I‖² = ‖WWᵀ − I‖² + rows − columns: Miyato et al. 2018, equation 14, up to a constant. */
    @Test
    void theOrthonormalPenaltyOfKernelsIsThatOfTheLargerGramMatrixUpToAConstant() {
        Network critic = Networks.critic(engine, new StandardCnn(0.02), Shape.of(1, 28, 28), 1);
        double larger = 0;
        double constant = 0;
        for (Parameter weight : critic.weights()) {
            int rows = weight.matrixShape().size(0);
            int columns = weight.matrixShape().size(1);
            larger += largerGramDistance(engine.readDoubles(weight.value()), rows, columns);
            constant += Math.abs(rows - columns);
        }
        assertThat(orthonormal(critic)).isCloseTo(0.5 * (larger - constant), within(1e-6 * larger));
    }

    private static double largerGramDistance(double[] w, int rows, int columns) {
        boolean tall = rows > columns;
        int size = Math.max(rows, columns);
        int inner = Math.min(rows, columns);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double entry = i == j ? -1 : 0;
                for (int k = 0; k < inner; k++) {
                    entry += tall ? w[i * columns + k] * w[j * columns + k] : w[k * columns + i] * w[k * columns + j];
                }
                sum += entry * entry;
            }
        }
        return sum;
    }
}
