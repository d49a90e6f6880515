package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.dataset.DisjointSegments;
import lipschitzlab.dataset.GaussianMixture;
import lipschitzlab.dataset.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactWassersteinTest {
    private static RandomStream stream(long seed) {
        return TestStreams.of(seed, "test");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theAssignmentIsTheBestOfAllPermutations(int samples) {
        for (int seed = 0; seed < 20; seed++) {
            float[] a = stream(seed).gaussians(3 * samples);
            float[] b = stream(100 + seed).gaussians(3 * samples);
            double best = bestFrom(0, new boolean[samples], a, b) / samples;
            assertThat(ExactWasserstein.between(a, b, 3)).isCloseTo(best, within(1e-12));
        }
    }

    /** The least sum of distances of a's samples from this one on to those of b that are not taken. */
    private static double bestFrom(int row, boolean[] taken, float[] a, float[] b) {
        if (row == taken.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int column = 0; column < taken.length; column++) {
            if (!taken[column]) {
                taken[column] = true;
                double squares = 0;
                for (int k = 0; k < 3; k++) {
                    squares += Math.pow((double) a[3 * row + k] - b[3 * column + k], 2);
                }
                best = Math.min(best, Math.sqrt(squares) + bestFrom(row + 1, taken, a, b));
                taken[column] = false;
            }
        }
        return best;
    }

    @Test
    void onALineItIsTheMeanDistanceOfEquallyRankedPoints() {
        float[] a = stream(1).gaussians(300);
        float[] b = stream(2).gaussians(300);
        float[] sortedA = a.clone();
        float[] sortedB = b.clone();
        Arrays.sort(sortedA);
        Arrays.sort(sortedB);
        double expected = 0;
        for (int i = 0; i < 300; i++) {
            expected += Math.abs((double) sortedA[i] - sortedB[i]) / 300;
        }
        assertThat(ExactWasserstein.between(a, b, 1)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void thePricesProveThatNoAssignmentIsCheaper() {
        int size = 200;
        double[][] costs = new double[size][size];
        RandomStream random = stream(3);
        for (double[] row : costs) {
            // Few different costs, so that many assignments are equally cheap.
            Arrays.setAll(row, column -> random.below(20));
        }
        OptimalAssignment assignment = OptimalAssignment.cheapest(costs);

        double prices = 0;
        for (int i = 0; i < size; i++) {
            prices += assignment.rowPrice(i) + assignment.columnPrice(i);
            for (int j = 0; j < size; j++) {
                assertThat(assignment.rowPrice(i) + assignment.columnPrice(j)).isLessThanOrEqualTo(costs[i][j] + 1e-9);
            }
        }
        assertThat(assignment.cost()).isCloseTo(prices, within(1e-9));
        int[] rows = new int[size];
        Arrays.setAll(rows, assignment::rowOf);
        Arrays.sort(rows);
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        assertThat(rows).isEqualTo(all);
    }

    @Test
    void aCloudMovedAsAWholeIsAsFarAwayAsItWasMoved() {
        float[] a = GaussianMixture.eightGaussians().batch(256, stream(4));
        float[] moved = a.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += 3;
            moved[i + 1] -= 4;
        }
        assertThat(ExactWasserstein.between(a, moved, 2)).isCloseTo(5, within(1e-6));
    }

    @Test
    void aSetIsAtNoDistanceFromItselfInAnotherOrder() {
        float[] a = {1, 2, 3, 4, 5, 6, 1, 2};
        float[] reordered = {5, 6, 1, 2, 3, 4, 1, 2};
        assertThat(ExactWasserstein.between(a, reordered, 2)).isZero();
    }

    @Test
    void theSlicedDistanceIsNeverLarger() {
        float[] a = stream(5).gaussians(200);
        float[] b = stream(6).gaussians(200);
        assertThat(SlicedWasserstein.of(a, b, 2, 500, stream(7))).isLessThan(ExactWasserstein.between(a, b, 2));
    }

    @Test
    void aSegmentMovedStraightToTheSideIsThatFarAway() {
        Segment data = new DisjointSegments(3.5).real();
        Segment mirrored = new Segment(-data.x(), data.low(), data.high());
        assertThat(ExactWasserstein.between(mirrored, data)).isEqualTo(3.5);
    }

    @ParameterizedTest(name = "x {0}, y {1} to {2}")
    @CsvSource({
        "2, -1, 1",
        "2, 3, 5",
        "0.5, -1, 3",
        "-0.3, 0.2, 0.4",
        "1, -1, 1.00001",
        "0, 2, 7",
        "0, -3, -2",
        "0, -2, 4"
    })
    void theClosedFormAgreesWithASumOverTheSegments(double x, double low, double high) {
        Segment moved = new Segment(x, low, high);
        Segment real = new Segment(0, -1, 1);
        // The middle rule over n parts is off by the second derivative, at most β²/|Δx|, by 1/(24n²); at a kink by
        // 1/n².
        int parts = 200_000;
        double expected = 0;
        for (int i = 0; i < parts; i++) {
            double share = (i + 0.5) / parts;
            expected += Math.hypot(x, low + share * (high - low) - (-1 + 2 * share)) / parts;
        }
        assertThat(ExactWasserstein.between(moved, real)).isCloseTo(expected, within(1e-9));
        assertThat(ExactWasserstein.between(real, moved)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void evenlySpacedPointsStandForTheirSegment() {
        Segment moved = new Segment(0.7, -2, 1.5);
        Segment real = new Segment(-0.4, -1, 1);
        int count = 200;
        // The triangle inequality: each set is within a quarter of its spacing of its segment.
        double allowance = (3.5 + 2) / count / 4;

        double found = ExactWasserstein.between(moved.spread(count), real.spread(count), 2);

        assertThat(found).isCloseTo(ExactWasserstein.between(moved, real), within(allowance));
    }

    @Test
    void samplesThatAreNotANumberMakeADistanceThatIsNone() {
        float[] broken = new float[20];
        broken[3] = Float.NaN;
        assertThat(ExactWasserstein.between(new float[20], broken, 2)).isNaN();
    }

    @Test
    void setsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> ExactWasserstein.between(new float[4], new float[6], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 4 and 6 numbers");
        assertThatThrownBy(() -> ExactWasserstein.between(new float[5], new float[5], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("samples of 2 numbers each, found 5");
    }

    @Test
    void aBatchIsQuickEnoughForALiveCurve() {
        // Limits some ten times what was measured (3 to 11 and 23 to 115 ms), so that a busy machine does not fail
        // them.
        assertThat(quickest(256)).isLessThan(Duration.ofMillis(150));
        assertThat(quickest(512)).isLessThan(Duration.ofMillis(900));
    }

    private static Duration quickest(int samples) {
        float[] a = GaussianMixture.eightGaussians().batch(samples, stream(8));
        float[] b = stream(9).gaussians(2 * samples);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            ExactWasserstein.between(a, b, 2);
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }
}
