package lipschitzlab.diagnostic.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Precision and recall, density and coverage. */
class NeighbourMeasuresTest {
    private static FeatureRows line(float... places) {
        return new FeatureRows(places, 1);
    }

    /** With k = 1 the balls of 0, 1, 3, 10 reach 1, 1, 2 and 7 far: [−1, 5] and [3, 17]. */
    @Test
    void onALineTheyAreWhatIsCountedByHand() {
        FeatureRows real = line(0, 1, 3, 10);
        FeatureRows generated = line(-1.5f, 1, 4.5f, 20);
        PrecisionRecall precision = PrecisionRecall.against(real, 1).of(generated);
        // 1 and 4.5 are inside, −1.5 and 20 outside.
        assertThat(precision.precision()).isEqualTo(0.5);
        // Around −1.5 up to 1, around 1 from −1.5 to 3.5, around 4.5 from 1 to 8, around 20 from 4.5 on: all four.
        assertThat(precision.recall()).isEqualTo(1);
        DensityCoverage density = DensityCoverage.against(real, 1).of(generated);
        // 1 lies in the balls of 0, of 1 and of 3; 4.5 in those of 3 and of 10: 5 by 1 · 4.
        assertThat(density.density()).isEqualTo(5 / 4.0);
        assertThat(density.coverage()).isEqualTo(1);
    }

    @Test
    void precisionFallsWithSamplesFarFromTheDataAndRecallWithDataThatIsNotMade() {
        FeatureRows left = GaussianRows.changed(GaussianRows.standard(100, 4, 1), 0.1, -5);
        FeatureRows right = GaussianRows.changed(GaussianRows.standard(100, 4, 2), 0.1, 5);
        FeatureRows both = joined(left, right);
        FeatureRows leftAgain = GaussianRows.changed(GaussianRows.standard(200, 4, 3), 0.1, -5);
        PrecisionRecall halfMade = PrecisionRecall.against(both).of(leftAgain);
        assertThat(halfMade.precision()).isGreaterThan(0.85);
        assertThat(halfMade.recall()).isBetween(0.4, 0.5);
        PrecisionRecall halfReal = PrecisionRecall.against(leftAgain).of(both);
        assertThat(halfReal.precision()).isBetween(0.4, 0.5);
        assertThat(halfReal.recall()).isGreaterThan(0.85);
        assertThat(DensityCoverage.against(both).of(leftAgain).coverage()).isBetween(0.4, 0.5);
        PrecisionRecall apart = PrecisionRecall.against(left).of(right);
        assertThat(apart.precision()).isZero();
        assertThat(apart.recall()).isZero();
    }

    private static FeatureRows joined(FeatureRows a, FeatureRows b) {
        float[] values = new float[a.values().length + b.values().length];
        System.arraycopy(a.values(), 0, values, 0, a.values().length);
        System.arraycopy(b.values(), 0, values, a.values().length, b.values().length);
        return new FeatureRows(values, a.dimension());
    }

    @Test
    void theSameSamplesAreAllInsideAndAllCovered() {
        FeatureRows real = GaussianRows.standard(300, 40, 1);
        PrecisionRecall same = PrecisionRecall.against(real).of(real);
        assertThat(same.precision()).isEqualTo(1);
        assertThat(same.recall()).isEqualTo(1);
        DensityCoverage covered = DensityCoverage.against(real).of(real);
        assertThat(covered.coverage()).isEqualTo(1);
        // Each ball holds its own centre and its k neighbours: (k + 1)/k.
        assertThat(covered.density()).isEqualTo(1.2);
    }

    @Test
    void samplesOfTheDatasOwnDistributionHaveDensityOneAndTheExpectedCoverage() {
        List<DensityCoverage> draws = IntStream.range(0, 20)
                .mapToObj(draw -> DensityCoverage.against(GaussianRows.standard(500, 64, 2 * draw))
                        .of(GaussianRows.standard(500, 64, 2 * draw + 1)))
                .toList();
        double density = mean(draws, DensityCoverage::density);
        double coverage = mean(draws, DensityCoverage::coverage);
        assertThat(density).isCloseTo(1, within(0.06));
        assertThat(coverage).isCloseTo(DensityCoverage.expectedCoverage(500, 500, 5), within(0.006));
    }

    private static double mean(List<DensityCoverage> draws, ToDoubleFunction<DensityCoverage> part) {
        return draws.stream().mapToDouble(part).average().orElseThrow();
    }

    @Test
    void theExpectedCoverageOfFiveNeighboursIsNearThirtyOneThirtySeconds() {
        assertThat(DensityCoverage.expectedCoverage(1_000, 1_000, 5)).isCloseTo(0.969, within(5e-4));
        // Of two real samples with one neighbour: missed if both generated ones are farther, (1/3) of all orders.
        assertThat(DensityCoverage.expectedCoverage(2, 2, 1)).isCloseTo(1 - 1 / 3.0, within(1e-12));
    }

    @Test
    void oneSampleFarAwayMakesRecallAndPrecisionLargeAndLeavesDensityAsItWas() {
        FeatureRows real = GaussianRows.standard(200, 2, 1);
        FeatureRows collapsed = GaussianRows.changed(GaussianRows.standard(197, 2, 2), 1e-3, 0);
        FeatureRows withOutliers = joined(collapsed, plane(40, 40, -40, 40, 0, -40));
        double recall = PrecisionRecall.against(real).of(withOutliers).recall();
        double coverage = DensityCoverage.against(real).of(withOutliers).coverage();
        assertThat(recall).isGreaterThan(0.9);
        assertThat(coverage).isLessThan(0.1);
    }

    private static FeatureRows plane(float... values) {
        return new FeatureRows(values, 2);
    }

    @Test
    void whatIsNotFiniteHasNoMeasure() {
        FeatureRows real = GaussianRows.standard(10, 3, 1);
        PrecisionRecall broken = PrecisionRecall.against(real).of(GaussianRows.broken(real));
        assertThat(broken.precision()).isNaN();
        assertThat(broken.recall()).isNaN();
        assertThat(DensityCoverage.against(real).of(GaussianRows.broken(real)).density())
                .isNaN();
        assertThat(DensityCoverage.against(GaussianRows.broken(real)).of(real).coverage())
                .isNaN();
    }

    @Test
    void tooFewSamplesAreRefused() {
        assertThatThrownBy(() -> DensityCoverage.against(GaussianRows.standard(5, 3, 1)))
                .hasMessageContaining("6 samples or more, found 5");
        assertThatThrownBy(() ->
                        PrecisionRecall.against(GaussianRows.standard(10, 3, 1)).of(GaussianRows.standard(3, 3, 1)))
                .hasMessageContaining("4 samples or more, found 3");
    }
}
