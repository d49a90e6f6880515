package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ContoursTest {
    private static final int SIZE = 101;

    private static Path2D above(double level, DoubleBinaryOperator function) {
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) function.applyAsDouble(coordinate(i % SIZE), coordinate(i / SIZE));
        }
        return new Contours(SIZE, 1, values).above(level);
    }

    private static double coordinate(int index) {
        return 2.0 * index / (SIZE - 1) - 1;
    }

    /** By the shoelace formula; outlines run so that the region lies on their left, hence holes count negative. */
    private static double area(Path2D path) {
        double twice = 0;
        double[] start = new double[2];
        double[] at = new double[2];
        double[] next = new double[6];
        for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(next)) {
                case PathIterator.SEG_MOVETO -> start = new double[] {next[0], next[1]};
                case PathIterator.SEG_LINETO -> twice += at[0] * next[1] - next[0] * at[1];
                default -> {
                    twice += at[0] * start[1] - start[0] * at[1];
                    next = new double[] {start[0], start[1], 0, 0, 0, 0};
                }
            }
            at = new double[] {next[0], next[1]};
        }
        return twice / 2;
    }

    @Test
    void aDiscHasItsArea() {
        Path2D disc = above(0.25, (x, y) -> 1 - x * x - y * y);

        assertThat(area(disc)).isCloseTo(Math.PI * 0.75, within(1e-3));
        assertThat(disc.contains(0, 0.86)).isTrue();
        assertThat(disc.contains(0, 0.87)).isFalse();
    }

    @Test
    void aRingHasAHole() {
        Path2D ring = above(-0.04, (x, y) -> -Math.pow(Math.hypot(x, y) - 0.6, 2));

        assertThat(area(ring)).isCloseTo(Math.PI * (0.8 * 0.8 - 0.4 * 0.4), within(3e-3));
        assertThat(ring.contains(0, 0)).isFalse();
        assertThat(ring.contains(0.6, 0)).isTrue();
    }

    @Test
    void aRegionThatReachesTheEdgeIsClosedThere() {
        assertThat(area(above(0.31, (x, y) -> x))).isCloseTo(2 * 0.69, within(1e-6));
        assertThat(area(above(-2, (x, y) -> x))).isCloseTo(4, within(1e-9));
        assertThat(area(above(2, (x, y) -> x))).isZero();
    }

    @Test
    void whereACellCanBeCutInTwoWaysItsMeanDecides() {
        Contours saddle = new Contours(2, 1, new float[] {1, 0, 0, 1});

        assertThat(saddle.above(0.4).contains(0, 0)).isTrue();
        assertThat(saddle.above(0.6).contains(0, 0)).isFalse();
        // Two corner triangles with legs of 0.4 of the side are cut off, or two such are all there is.
        assertThat(area(saddle.above(0.4))).isCloseTo(4 - 2 * 0.8 * 0.8 / 2, within(1e-6));
        assertThat(area(saddle.above(0.6))).isCloseTo(2 * 0.8 * 0.8 / 2, within(1e-6));
    }

    @Test
    void whatIsNoNumberIsInNoRegion() {
        Path2D path = above(0, (x, y) -> x > 0 ? Double.NaN : 1);

        assertThat(path.contains(-0.5, 0)).isTrue();
        assertThat(path.contains(0.5, 0)).isFalse();
    }

    @Test
    void aGridOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new Contours(3, 1, new float[8]))
                .hasMessageContaining("3×3")
                .hasMessageContaining("8");
    }
}
