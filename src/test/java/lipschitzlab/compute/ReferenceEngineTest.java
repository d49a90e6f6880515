package lipschitzlab.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.compute.conformance.ReferenceEngine;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks the reference itself, against numbers worked out by hand and closed forms. */
class ReferenceEngineTest extends EngineConformance {
    private static final Offset<Double> EXACT = within(1e-12);

    private final ReferenceEngine engine = new ReferenceEngine();

    @Override
    protected Engine engine() {
        return new ReferenceEngine();
    }

    @AfterEach
    void freeEverything() {
        engine.close();
    }

    @Test
    void matmulMultipliesRowsByColumnsTransposedOrNot() {
        Array a = array(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
        Array b = array(Shape.of(3, 2), 7, 8, 9, 10, 11, 12);
        Array aTransposed = array(Shape.of(3, 2), 1, 4, 2, 5, 3, 6);
        Array bTransposed = array(Shape.of(2, 3), 7, 9, 11, 8, 10, 12);

        expect(engine.matmul(a, false, b, false), Shape.of(2, 2), 58, 64, 139, 154);
        expect(engine.matmul(aTransposed, true, b, false), Shape.of(2, 2), 58, 64, 139, 154);
        expect(engine.matmul(a, false, bTransposed, true), Shape.of(2, 2), 58, 64, 139, 154);
        expect(engine.matmul(aTransposed, true, bTransposed, true), Shape.of(2, 2), 58, 64, 139, 154);
    }

    @Test
    void denseAddsTheBiasToEveryRow() {
        Array x = array(Shape.of(2, 2), 1, 2, 3, 4);
        Array weight = array(Shape.of(2, 1), 10, 1);

        expect(engine.dense(x, weight, array(Shape.of(1), 0.5)), Shape.of(2, 1), 12.5, 34.5);
    }

    @Test
    void convolutionWithAKernelOfOnesCountsTheNeighboursInsideTheImage() {
        ConvolutionGeometry geometry = new ConvolutionGeometry(1, 3, 3, 1, 3, 1, 1);
        Array x = engine.full(Shape.of(1, 1, 3, 3), 1);
        Array ones = engine.full(geometry.weightShape(), 1);

        expect(engine.conv2d(x, ones, geometry), Shape.of(1, 1, 3, 3), 4, 6, 4, 6, 9, 6, 4, 6, 4);
    }

    @Test
    void convolutionIsACrossCorrelationThatDoesNotFlipItsKernel() {
        ConvolutionGeometry geometry = new ConvolutionGeometry(1, 2, 3, 1, 2, 1, 0);
        Array x = array(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);
        Array weight = array(Shape.of(1, 1, 2, 2), 1, 10, 100, 1000);

        expect(engine.conv2d(x, weight, geometry), Shape.of(1, 1, 1, 2), 5421, 6532);
    }

    @Test
    void convolutionSumsOverInputChannelsAndStepsByItsStride() {
        ConvolutionGeometry geometry = new ConvolutionGeometry(2, 3, 3, 2, 1, 2, 0);
        Array x = array(Shape.of(1, 2, 3, 3), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90);
        Array weight = array(Shape.of(2, 2, 1, 1), 1, 1, 0, -1);

        expect(engine.conv2d(x, weight, geometry), Shape.of(1, 2, 2, 2), 11, 33, 77, 99, -10, -30, -70, -90);
    }

    @Test
    void theAdjointsOfAConvolutionSpreadOneOutputOverTheInputAndTheKernelThatMadeIt() {
        ConvolutionGeometry geometry = new ConvolutionGeometry(1, 2, 3, 1, 2, 1, 0);
        Array x = array(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);
        Array weight = array(Shape.of(1, 1, 2, 2), 1, 10, 100, 1000);
        Array second = array(Shape.of(1, 1, 1, 2), 0, 1);

        expect(engine.conv2dInput(second, weight, geometry), Shape.of(1, 1, 2, 3), 0, 1, 10, 0, 100, 1000);
        expect(engine.conv2dWeight(x, second, geometry), Shape.of(1, 1, 2, 2), 2, 3, 5, 6);
    }

    @Test
    void channelSumAddsOverTheBatchAndEveryPixel() {
        expect(engine.channelSum(array(Shape.of(2, 3), 1, 2, 3, 10, 20, 30)), Shape.of(3), 11, 22, 33);
        expect(engine.channelSum(array(Shape.of(2, 2, 1, 2), 1, 2, 10, 20, 3, 4, 30, 40)), Shape.of(2), 10, 100);
    }

    @Test
    void broadcastChannelsAndTheChannelOperationsFollowTheSecondAxis() {
        Array v = array(Shape.of(2), 5, 7);
        Array x = array(Shape.of(1, 2, 1, 2), 1, 2, 3, 4);

        expect(engine.broadcastChannels(v, Shape.of(2, 2)), Shape.of(2, 2), 5, 7, 5, 7);
        expect(engine.broadcastChannels(v, x.shape()), x.shape(), 5, 5, 7, 7);
        expect(engine.addChannels(x, v), x.shape(), 6, 7, 10, 11);
        expect(engine.multiplyChannels(x, v), x.shape(), 5, 10, 21, 28);
    }

    @Test
    void rowsAreSummedFilledSlicedPaddedAndJoinedAlongTheFirstAxis() {
        Array x = array(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);

        expect(engine.rowSum(x), Shape.of(3), 3, 7, 11);
        expect(engine.broadcastRows(array(Shape.of(2), 8, 9), Shape.of(2, 2)), Shape.of(2, 2), 8, 8, 9, 9);
        expect(engine.sliceRows(x, 1, 2), Shape.of(2, 2), 3, 4, 5, 6);
        expect(engine.padRows(engine.sliceRows(x, 0, 1), 1, 2), Shape.of(4, 2), 0, 0, 1, 2, 0, 0, 0, 0);
        expect(engine.concatRows(List.of(engine.sliceRows(x, 2, 1), x)), Shape.of(4, 2), 5, 6, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void theFirstStepOfAdamMovesEachParameterByTheRateAgainstTheGradientsSign() {
        Array parameter = array(Shape.of(3), 1, 1, 1);
        Array gradient = array(Shape.of(3), 0.003, -40, 0);
        Array first = engine.full(Shape.of(3), 0);
        Array second = engine.full(Shape.of(3), 0);

        engine.adam(List.of(parameter), List.of(gradient), List.of(first), List.of(second), 0.1, 0.5, 0.9, 0, 1);
        // 0/0 in the last element, where epsilon would have made it 0.
        assertThat(engine.readDoubles(parameter)[0]).isCloseTo(0.9, EXACT);
        assertThat(engine.readDoubles(parameter)[1]).isCloseTo(1.1, EXACT);
        assertThat(engine.readDoubles(parameter)[2]).isNaN();
        expect(first, Shape.of(3), 0.0015, -20, 0);
        expect(second, Shape.of(3), 0.1 * 9e-6, 160, 0);
    }

    @Test
    void underAConstantGradientAdamsUnbiasedMomentsNeverChangeAndEveryStepIsTheSame() {
        double gradient = 0.25;
        double epsilon = 0.05;
        Array parameter = array(Shape.of(1), 2);
        Array first = engine.full(Shape.of(1), 0);
        Array second = engine.full(Shape.of(1), 0);

        for (int iteration = 1; iteration <= 7; iteration++) {
            engine.adam(
                    List.of(parameter),
                    List.of(array(Shape.of(1), gradient)),
                    List.of(first),
                    List.of(second),
                    0.01,
                    0.9,
                    0.999,
                    epsilon,
                    iteration);
            expect(parameter, Shape.of(1), 2 - iteration * 0.01 * gradient / (gradient + epsilon));
        }
    }

    @Test
    void rmsPropDividesByTheRootOfTheMeanSquareAndAddsEpsilonOutsideTheRoot() {
        Array parameter = array(Shape.of(1), 1);
        Array meanSquare = array(Shape.of(1), 16);

        engine.rmsProp(List.of(parameter), List.of(array(Shape.of(1), 2)), List.of(meanSquare), 0.5, 0.75, 1);
        // s = 0.75·16 + 0.25·4 = 13.
        expect(meanSquare, Shape.of(1), 13);
        expect(parameter, Shape.of(1), 1 - 0.5 * 2 / (Math.sqrt(13) + 1));
    }

    @Test
    void sgdAndClampChangeTheirArrayInPlace() {
        Array parameter = array(Shape.of(3), 1, 2, 3);

        engine.sgd(List.of(parameter), List.of(array(Shape.of(3), 10, 0, -10)), 0.1);
        expect(parameter, Shape.of(3), 0, 2, 4);
        engine.clamp(List.of(parameter), 0.5, 3);
        expect(parameter, Shape.of(3), 0.5, 2, 3);
    }

    @Test
    void normalizeGivesLengthOneAndFloorsTheNormAtOneTrillionth() {
        expect(engine.normalize(array(Shape.of(2), 3, -4)), Shape.of(2), 0.6, -0.8);
        expect(engine.normalize(engine.full(Shape.of(2), 0)), Shape.of(2), 0, 0);
        expect(engine.normalize(array(Shape.of(2), 3e-14, 0)), Shape.of(2), 0.03, 0);
    }

    @Test
    void softplusAndSigmoidMeetTheirLimits() {
        expect(engine.softplus(array(Shape.of(3), 0, 1000, -1000)), Shape.of(3), Math.log(2), 1000, 0);
        expect(engine.sigmoid(array(Shape.of(3), 0, 1000, -1000)), Shape.of(3), 0.5, 1, 0);
    }

    @Test
    void leakyRelusDerivativeIsItsSlopeAtZeroAndBelow() {
        Array x = array(Shape.of(4), -2, -1e-30, 0, 3);
        expect(engine.leakyRelu(x, 0.1), Shape.of(4), -0.2, -1e-31, 0, 3);
        expect(engine.leakyReluAdjoint(array(Shape.of(4), 5, 6, 7, 8), x, 0.1), Shape.of(4), 0.5, 0.6, 0.7, 8);
    }

    @Test
    void numbersAreKeptInDoublePrecision() {
        Array third = engine.ofDoubles(new double[] {1.0 / 3}, Shape.of(1));

        assertThat(engine.readDoubles(third)).containsExactly(1.0 / 3);
        assertThat(engine.read(third)).containsExactly((float) (1.0 / 3));
    }

    @Test
    void anArrayOfAClosedScopeIsDead() {
        Scope scope = engine.openScope();
        Array temporary = engine.full(Shape.of(2), 1);
        scope.close();

        assertThatThrownBy(() -> engine.read(temporary)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.square(temporary)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.keep(temporary)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFreedArrayIsDead() {
        Array array = engine.full(Shape.of(2), 1);
        engine.free(array);

        assertThatThrownBy(() -> engine.read(array)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.free(array)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void scopesMustCloseInTheReverseOrder() {
        Scope outer = engine.openScope();
        engine.openScope();

        assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anArrayOfAnotherEngineIsRefused() {
        try (ReferenceEngine other = new ReferenceEngine()) {
            Array foreign = other.full(Shape.of(2), 1);

            assertThatThrownBy(() -> engine.square(foreign)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Array array(Shape shape, double... numbers) {
        return engine.ofDoubles(numbers, shape);
    }

    private void expect(Array found, Shape shape, double... numbers) {
        assertThat(found.shape()).isEqualTo(shape);
        assertThat(engine.readDoubles(found)).containsExactly(numbers, EXACT);
    }
}
