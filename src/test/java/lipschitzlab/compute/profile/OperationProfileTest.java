package lipschitzlab.compute.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.conformance.ReferenceEngine;
import org.junit.jupiter.api.Test;

/** What is told of operations whose sizes and numbers are known. */
class OperationProfileTest {
    private static final ConvolutionGeometry GEOMETRY = new ConvolutionGeometry(3, 8, 8, 5, 4, 2, 1);

    private final OperationProfile profile = new OperationProfile(new ReferenceEngine());
    private final Engine engine = profile.engine();

    @Test
    void callsOfOneOperationWithTheSameSizesAreOneEntry() {
        Array x = engine.full(Shape.of(2, 3), 1);
        Array y = engine.full(Shape.of(3, 5), 1);
        profile.take();

        engine.matmul(x, false, y, false);
        engine.matmul(x, false, y, false);
        engine.tanh(x);

        assertThat(profile.take())
                .extracting(
                        OperationProfile.Entry::operation,
                        OperationProfile.Entry::sizes,
                        OperationProfile.Entry::calls,
                        OperationProfile.Entry::flops)
                .containsExactlyInAnyOrder(
                        tuple("matmul", "[2, 3] × [3, 5]", 2L, 2L * 2 * 2 * 3 * 5),
                        tuple("tanh", "6 elements", 1L, 0L));
        assertThat(profile.take()).isEmpty();
    }

    @Test
    void aConvolutionIsToldByItsGeometry() {
        Array x = engine.full(GEOMETRY.inputShape(2), 1);
        Array weight = engine.full(GEOMETRY.weightShape(), 1);
        profile.take();

        engine.conv2d(x, weight, GEOMETRY);

        OperationProfile.Entry entry = profile.take().get(0);
        assertThat(entry.sizes()).isEqualTo("3→5, 4×4/2, 8×8 to 4×4");
        assertThat(entry.flops()).isEqualTo(2L * 2 * 5 * 4 * 4 * 3 * 4 * 4);
        assertThat(entry.milliseconds()).isPositive();
    }

    @Test
    void resultsAndRefusalsAreThoseOfTheEngine() {
        Array x = engine.full(Shape.of(2), 3);

        assertThat(engine.read(engine.square(x))).containsExactly(9, 9);
        assertThatThrownBy(() -> engine.add(x, engine.full(Shape.of(3), 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
