package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Shape;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.plot.style.ChartTheme;
import org.junit.jupiter.api.Test;

class SampleArrowsTest {
    private static final int SIDE = 200;

    /** One sample in the middle, on D(x, y) = slope · y. */
    private static Raster arrows(double slope) {
        float low = (float) -slope;
        float high = (float) slope;
        Surface surface = new Surface(2, 1, new float[] {low, low, high, high});
        Snapshot snapshot = new Snapshot(1, Shape.of(2), new float[] {0, 0}, Optional.of(surface), List.of());
        int[] white = new int[SIDE * SIDE];
        Arrays.fill(white, ChartTheme.LIGHT.background().getRGB());
        return SampleArrows.over(new Raster(SIDE, SIDE, white), snapshot, ChartTheme.LIGHT);
    }

    /** Rows from the top with something drawn in the middle column. */
    private static int[] rows(Raster picture) {
        int paper = ChartTheme.LIGHT.background().getRGB();
        return java.util.stream.IntStream.range(0, SIDE)
                .filter(row -> picture.argb()[row * SIDE + SIDE / 2] != paper)
                .toArray();
    }

    @Test
    void anArrowGoesWhereTheValueRisesAndIsHalfAsLongAsTheLongestAtSlopeOne() {
        int[] up = rows(arrows(1));
        assertThat(up[up.length - 1]).as("it begins at the sample").isBetween(98, 102);
        assertThat(100 - up[0]).as("half of 13 % of the side, upwards").isBetween(12, 15);
        int[] down = rows(arrows(-1));
        assertThat(down[0]).isBetween(98, 102);
        assertThat(down[down.length - 1] - 100).isBetween(11, 15);
        assertThat(100 - rows(arrows(1000))[0]).as("the longest").isBetween(25, 28);
        assertThat(rows(arrows(0))).isEmpty();
    }
}
