package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.HandMadeNetworks;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Networks;
import lipschitzlab.network.Reparametrization;
import org.junit.jupiter.api.Test;

class CriticSlopesTest {
    private final Engine engine = new ReferenceEngine();

    /** D(x) = tanh(3x₁ − x₂), whose slope is √10·(1 − tanh²). */
    private BoundNetwork curved() {
        Layer dense = HandMadeNetworks.dense(engine, "1 dense", new float[] {3, -1}, new float[1]);
        return HandMadeNetworks.of(engine, dense, new Layer.Tanh()).bind(Reparametrization.unchanged(), false);
    }

    private static double slope(double x, double y) {
        return Math.sqrt(10) * (1 - Math.pow(Math.tanh(3 * x - y), 2));
    }

    @Test
    void aMapHoldsValuesAndSlopesRowByRowFromTheBottom() {
        PlaneMap map = PlaneMap.of(curved(), 5, 2);

        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                double x = column - 2;
                double y = row - 2;
                assertThat((double) map.values()[5 * row + column]).isCloseTo(Math.tanh(3 * x - y), within(1e-6));
                assertThat((double) map.slopes()[5 * row + column]).isCloseTo(slope(x, y), within(1e-6));
            }
        }
        assertThat(map.size()).isEqualTo(5);
        assertThat(map.extent()).isEqualTo(2);
    }

    @Test
    void slopesAgreeWithCentralDifferencesOfTheCritic() {
        BoundNetwork critic = Networks.critic(engine, new Mlp(List.of(7, 5), 0.1), Shape.of(2), 3)
                .bind(Reparametrization.unchanged(), false);
        float[] points = TestStreams.of(4, "points").gaussians(40);
        double[] slopes = CriticSlopes.at(critic, Shape.of(2), points).slopes();
        // A power of two, so that a point and its neighbours are exact in 32 bits; D is linear near almost every point.
        float step = 1f / 1024;
        for (int i = 0; i < 20; i++) {
            double x = (value(critic, points, 2 * i, step) - value(critic, points, 2 * i, -step)) / (2 * step);
            double y = (value(critic, points, 2 * i + 1, step) - value(critic, points, 2 * i + 1, -step)) / (2 * step);
            assertThat(slopes[i]).isCloseTo(Math.hypot(x, y), within(2e-3));
        }
    }

    private static double value(BoundNetwork critic, float[] points, int moved, float step) {
        float[] point = Arrays.copyOfRange(points, moved / 2 * 2, moved / 2 * 2 + 2);
        point[moved % 2] += step;
        return CriticSlopes.at(critic, Shape.of(2), point).values()[0];
    }

    @Test
    void manyPointsAreMeasuredInPartsAndAsOne() {
        float[] points = TestStreams.of(5, "points").uniforms(2 * 1100, -1, 1);

        CriticSlopes measured = CriticSlopes.at(curved(), Shape.of(2), points);

        double largest = 0;
        for (int i = 0; i < 1100; i++) {
            double expected = slope(points[2 * i], points[2 * i + 1]);
            assertThat(measured.slopes()[i]).isCloseTo(expected, within(1e-6));
            largest = Math.max(largest, expected);
        }
        assertThat(measured.largest()).isCloseTo(largest, within(1e-6));
    }

    @Test
    void withoutPointsThereIsNoSlope() {
        assertThat(CriticSlopes.at(curved(), Shape.of(2), new float[0]).largest())
                .isZero();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> CriticSlopes.at(curved(), Shape.of(2), new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected samples of shape [2], found 3 numbers");
        assertThatThrownBy(() -> PlaneMap.of(curved(), 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 1 and 2.0");
    }
}
