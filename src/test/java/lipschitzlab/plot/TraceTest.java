package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static Trace of(double... values) {
        double[] x = new double[values.length];
        Arrays.setAll(x, i -> i);
        return new Trace(x, values);
    }

    @Test
    void smoothingLeavesAConstantAsItIsFromTheFirstPointOn() {
        assertThat(of(3, 3, 3, 3).smoothed(10).y()).containsExactly(new double[] {3, 3, 3, 3}, within(1e-12));
    }

    @Test
    void smoothingOverOneStepChangesNothing() {
        assertThat(of(3, -1, 7).smoothed(1).y()).containsExactly(3, -1, 7);
    }

    @Test
    void smoothingWeighsTheNewestPointMost() {
        // Memory 3: factor 1/2. After 0, 1 the weights are 1/4 and 1/2, corrected to 1/3 and 2/3.
        assertThat(of(0, 1).smoothed(3).y()[1]).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void valuesThatAreNotFiniteBecomeGapsThatSmoothingKeeps() {
        double[] values = of(1, Double.POSITIVE_INFINITY, Double.NaN, 1)
                .withGaps()
                .smoothed(5)
                .y();

        assertThat(values[1]).isNaN();
        assertThat(values[2]).isNaN();
        assertThat(values[3]).isCloseTo(1, within(1e-12));
    }

    @Test
    void thinningKeepsEveryPeakAndItsPlace() {
        double[] values = new double[100_000];
        values[12_345] = 5;
        values[77_777] = -5;

        Trace thin = of(values).thinned(2000);

        assertThat(thin.y()).hasSize(2000).contains(5, -5);
        assertThat(thin.x()).contains(12_345, 77_777);
        assertThat(thin.x()).isSorted();
    }

    @Test
    void thinningLooksPastGaps() {
        double[] values = new double[10_000];
        Arrays.fill(values, Double.NaN);
        values[4999] = 2;

        Trace thin = of(values).thinned(100);

        assertThat(thin.most()).isEqualTo(2);
        assertThat(thin.least()).isEqualTo(2);
    }

    @Test
    void aPointBetweenTwoGapsIsAlone() {
        Trace trace = of(1, Double.NaN, 2, Double.NaN, 3, 4);

        assertThat(trace.alone(0)).isTrue();
        assertThat(trace.alone(2)).isTrue();
        assertThat(trace.alone(4)).isFalse();
        assertThat(trace.alone(1)).isFalse();
    }
}
