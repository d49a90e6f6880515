package lipschitzlab.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.ReferenceEngine;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How gradients are gathered; the derivative rules themselves are checked by {@link GradientCheckTest}. */
class GradientsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final ReferenceEngine engine = new ReferenceEngine();

    @AfterEach
    void freeEverything() {
        engine.close();
    }

    @Test
    void theGradientOfAnUnusedVariableIsZerosOfItsShape() {
        Var used = variable(1, 2);
        Var unused = Var.variable(engine, engine.full(Shape.of(2, 3), 5));

        List<Var> gradients = Gradients.of(used.square().sum(), List.of(unused, used), false);

        assertThat(gradients.get(0).shape()).isEqualTo(Shape.of(2, 3));
        assertThat(engine.readDoubles(gradients.get(0).value())).containsOnly(0);
        expect(gradients.get(1), 2, 4);
    }

    /** Rows that are all of a variable, such as real and fake ones; some; some twice; and beside another use of the whole. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatComesBackToRowsComesBackToTheWhole(boolean differentiable) {
        Var x = variable(1, 2, 3, 4);
        Var first = x.sliceRows(0, 2);
        Var second = x.sliceRows(2, 2);
        Var middle = x.sliceRows(1, 2);

        Var all = second.scale(5).sum().add(first.square().sum());
        expect(gradient(all, x, differentiable), 2, 4, 5, 5);
        expect(gradient(middle.square().sum(), x, differentiable), 0, 4, 6, 0);
        expect(gradient(all.add(middle.square().sum()), x, differentiable), 2, 8, 11, 5);
        expect(gradient(all.add(x.square().sum()), x, differentiable), 4, 8, 11, 13);
        expect(gradient(first.sum().add(first.square().sum()), x, differentiable), 3, 5, 0, 0);
        expect(gradient(second.square().sum(), second, differentiable), 6, 8);
        Var doubled = x.scale(2);
        Var inner = doubled.sliceRows(0, 1)
                .sum()
                .add(doubled.sliceRows(1, 3).square().sum());
        expect(gradient(inner, x, differentiable), 2, 16, 24, 32);
    }

    private static Var gradient(Var y, Var x, boolean differentiable) {
        return Gradients.of(y, List.of(x), differentiable).get(0);
    }

    @Test
    void rowsThatAreAllOfAVariableAreAskedForInOneOperation() {
        Var x = variable(1, 2, 3, 4);
        Var y = x.sliceRows(0, 2).sum().add(x.sliceRows(2, 2).square().sum());
        int before = engine.liveArrays();

        Gradients.of(y, List.of(x), false);

        assertThat(engine.liveArrays() - before)
                .as("arrays made: of 1 at the output, 2 sums and a square, and the rows together")
                .isEqualTo(5);
    }

    @Test
    void withoutDifferentiabilityNothingIsRecorded() {
        Var x = variable(1, 2);

        Var gradient =
                Gradients.of(x.square().multiply(x).sum(), List.of(x), false).get(0);

        expect(gradient, 3, 12);
        assertThat(gradient.isDifferentiable()).isFalse();
        assertThat(gradient.primitive()).isNull();
        assertThat(gradient.inputs()).isEmpty();
    }

    @Test
    void bothModesGiveTheSameNumbers() {
        Var x = variable(0.3, -2);
        Var y = x.tanh().multiply(x.softplus()).sum();

        Var constant = Gradients.of(y, List.of(x), false).get(0);
        Var differentiable = Gradients.of(y, List.of(x), true).get(0);

        assertThat(differentiable.isDifferentiable()).isTrue();
        assertThat(engine.readDoubles(constant.value())).isEqualTo(engine.readDoubles(differentiable.value()));
    }

    @Test
    void aVariableUsedTwiceGathersBothParts() {
        Var x = variable(3);

        // d(x·x + 5x)/dx = 2x + 5.
        expect(gradient(x.multiply(x).add(x.scale(5)), x), 11);
    }

    @Test
    void theThirdDerivativeOfAPolynomialIsExactAndItsFifthIsZero() {
        Var x = variable(1.5);
        Var cube = x.square().multiply(x);
        // y = x⁴ − 2x³ + x; y′ = 4x³ − 6x² + 1; y″ = 12x² − 12x; y‴ = 24x − 12; y⁗ = 24.
        Var first = gradient(cube.multiply(x).subtract(cube.scale(2)).add(x), x);
        Var second = gradient(first, x);
        Var third = gradient(second, x);
        Var fourth = gradient(third, x);

        expect(first, 1);
        expect(second, 9);
        expect(third, 24);
        expect(fourth, 24);
        expect(gradient(fourth, x), 0);
    }

    @Test
    void mixedSecondDerivativesAreSymmetric() {
        Var x = variable(0.7);
        Var y = variable(-1.2);
        Var f = x.multiply(y).exp().multiply(y);
        // ∂²(y·e^{xy})/∂x∂y = (2y + x·y²)·e^{xy}.
        double expected = (2 * -1.2 + 0.7 * 1.44) * Math.exp(0.7 * -1.2);

        expect(gradient(gradient(f, x), y), expected);
        expect(gradient(gradient(f, y), x), expected);
    }

    @Test
    void aDetachedVariableIsAConstant() {
        Var x = variable(3);

        expect(gradient(x.multiply(x.detach()), x), 3);
        assertThat(x.detach().isDifferentiable()).isFalse();
    }

    @Test
    void operationsOnConstantsRecordNothing() {
        Var constant = Var.constant(engine, engine.full(Shape.of(2), 3));

        Var result = constant.square().add(constant).sum();

        assertThat(result.isDifferentiable()).isFalse();
        assertThat(result.primitive()).isNull();
        expect(Gradients.of(result, List.of(constant), false).get(0), 0, 0);
    }

    @Test
    void anIntermediateResultCanBeDifferentiatedWithRespectTo() {
        Var x = variable(2);
        Var square = x.square();
        Var y = square.multiply(square).add(x);

        List<Var> gradients = Gradients.of(y, List.of(square, x, y), false);

        expect(gradients.get(0), 8);
        expect(gradients.get(1), 33);
        expect(gradients.get(2), 1);
    }

    @Test
    void oneVariableMayBeAskedForTwice() {
        Var x = variable(2);

        List<Var> gradients = Gradients.of(x.square(), List.of(x, x), false);

        expect(gradients.get(0), 4);
        expect(gradients.get(1), 4);
    }

    @Test
    void leakyRelusSecondDerivativeIsZero() {
        Var x = variable(-2, 3);
        Var first = Gradients.of(x.leakyRelu(0.1).sum(), List.of(x), true).get(0);

        expect(first, 0.1, 1);
        expect(Gradients.of(first.sum(), List.of(x), false).get(0), 0, 0);
    }

    @Test
    void everyStepOfALongChainOfReuseIsPulledBackOnce() {
        Var x = variable(1);
        Var y = x;
        for (int i = 0; i < 50; i++) {
            y = y.add(y);
        }

        // 2⁵⁰ paths lead from x to y.
        expect(gradient(y, x), Math.pow(2, 50));
    }

    @Test
    void aLongChainDoesNotOverflowTheStack() {
        Var x = variable(1);
        Var y = x;
        for (int i = 0; i < 20_000; i++) {
            y = y.addScalar(1);
        }

        expect(Gradients.of(y, List.of(x), false).get(0), 1);
    }

    @Test
    void onlyAScalarHasGradients() {
        Var x = variable(1, 2);

        assertThatThrownBy(() -> Gradients.of(x.square(), List.of(x), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected")
                .hasMessageContaining("found");
    }

    private Var variable(double... numbers) {
        return Var.variable(engine, engine.ofDoubles(numbers, Shape.of(numbers.length)));
    }

    private static Var gradient(Var y, Var x) {
        return Gradients.of(y, List.of(x), true).get(0);
    }

    private void expect(Var found, double... numbers) {
        assertThat(engine.readDoubles(found.value())).containsExactly(numbers, EXACT);
    }
}
