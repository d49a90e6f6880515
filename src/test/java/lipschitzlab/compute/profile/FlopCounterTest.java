package lipschitzlab.compute.profile;

import static org.assertj.core.api.Assertions.assertThat;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.ReferenceEngine;
import org.junit.jupiter.api.Test;

/** Counts against the closed forms of the products. */
class FlopCounterTest {
    private static final ConvolutionGeometry GEOMETRY = new ConvolutionGeometry(3, 8, 8, 5, 4, 2, 1);

    private final FlopCounter counter = new FlopCounter(new ReferenceEngine());
    private final Engine engine = counter.engine();

    @Test
    void aMatrixProductHasTwiceTheProductOfItsThreeSizesWhicheverFactorIsTransposed() {
        engine.matmul(engine.full(Shape.of(2, 3), 1), false, engine.full(Shape.of(3, 5), 1), false);
        assertThat(counter.take()).isEqualTo(2 * 2 * 3 * 5);

        engine.matmul(engine.full(Shape.of(3, 2), 1), true, engine.full(Shape.of(5, 3), 1), true);
        assertThat(counter.take()).isEqualTo(2 * 2 * 3 * 5);
    }

    @Test
    void aDenseLayerCountsAsItsProduct() {
        engine.dense(engine.full(Shape.of(7, 3), 1), engine.full(Shape.of(3, 5), 1), engine.full(Shape.of(5), 1));

        assertThat(counter.take()).isEqualTo(2 * 7 * 3 * 5);
    }

    @Test
    void aConvolutionAndEachOfItsAdjointsHaveOneCount() {
        Array x = engine.full(GEOMETRY.inputShape(2), 1);
        Array y = engine.full(GEOMETRY.outputShape(2), 1);
        Array weight = engine.full(GEOMETRY.weightShape(), 1);
        long expected = 2L * 2 * 5 * 4 * 4 * 3 * 4 * 4;

        engine.conv2d(x, weight, GEOMETRY);
        assertThat(counter.take()).isEqualTo(expected);
        engine.conv2dWithBias(x, weight, engine.full(Shape.of(GEOMETRY.outputChannels()), 1), GEOMETRY);
        assertThat(counter.take()).isEqualTo(expected);
        engine.conv2dInput(y, weight, GEOMETRY);
        assertThat(counter.take()).isEqualTo(expected);
        engine.conv2dWeight(x, y, GEOMETRY);
        assertThat(counter.take()).isEqualTo(expected);
        engine.conv2dAdjoints(x, weight, y, GEOMETRY);
        assertThat(counter.take()).isEqualTo(2 * expected);
    }

    @Test
    void otherOperationsCountNothing() {
        Array x = engine.full(Shape.of(2, 3), 1);
        engine.add(x, engine.tanh(x));

        assertThat(counter.take()).isZero();
    }
}
