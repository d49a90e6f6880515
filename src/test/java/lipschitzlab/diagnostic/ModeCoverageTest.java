package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.dataset.GaussianMixture;
import lipschitzlab.dataset.LineMixture;
import lipschitzlab.dataset.Mixture;
import org.junit.jupiter.api.Test;

class ModeCoverageTest {
    private static final GaussianMixture EIGHT = GaussianMixture.eightGaussians();
    private static final Mixture MIXTURE = EIGHT.mixture().orElseThrow();

    private static RandomStream stream(long seed) {
        return TestStreams.of(seed, "test");
    }

    @Test
    void aPerfectGeneratorScoresNinetyEightPointNinePercentNotAHundred() {
        ModeCoverage coverage = ModeCoverage.of(EIGHT.batch(100_000, stream(1)), MIXTURE);
        // P(r ≤ 3σ) = 1 − exp(−9/2); standard error here 0.0003. The limit of 0.1 is 7σ.
        assertThat(coverage.highQuality()).isCloseTo(1 - Math.exp(-4.5), within(0.0015));
        assertThat(coverage.nearMode()).isEqualTo(1);
        assertThat(coverage.modes()).isEqualTo(8);
        assertThat(coverage.balancedModes()).hasValue(8);
    }

    @Test
    void onALineAPerfectGeneratorScoresNinetyNinePointSevenPercent() {
        LineMixture line = new LineMixture(3, 2, 0.25);
        ModeCoverage coverage =
                ModeCoverage.of(line.batch(100_000, stream(4)), line.mixture().orElseThrow());
        // P(|x − mode| ≤ 3σ) = 0.9973; standard error here 0.0002.
        assertThat(coverage.highQuality()).isCloseTo(0.9973, within(0.001));
        assertThat(coverage.balancedModes()).hasValue(3);
        assertThat(ModeCoverage.of(new float[] {-2, -2.1f}, line.mixture().orElseThrow())
                        .modes())
                .isEqualTo(1);
    }

    @Test
    void aPerfectGeneratorOfTwentyFiveGaussiansServesAllOnTheUsualNumberOfSamples() {
        GaussianMixture data = GaussianMixture.twentyFiveGaussians();
        float[] points = data.batch(ModeCoverage.USUAL_SAMPLES, stream(2));
        ModeCoverage coverage = ModeCoverage.of(points, data.mixture().orElseThrow());
        assertThat(coverage.modes()).isEqualTo(25);
        assertThat(coverage.balancedModes()).hasValue(25);
        assertThat(coverage.highQuality()).isCloseTo(0.989, within(0.01));
    }

    @Test
    void aUniformRingServesAllModesButWithTooFewSamplesOfQualityToCallThemBalanced() {
        double radius = 2 / 1.414;
        int count = 36_000;
        float[] ring = new float[2 * count];
        for (int i = 0; i < count; i++) {
            ring[2 * i] = (float) (radius * Math.cos(2 * Math.PI * i / count));
            ring[2 * i + 1] = (float) (radius * Math.sin(2 * Math.PI * i / count));
        }
        ModeCoverage coverage = ModeCoverage.of(ring, MIXTURE);
        assertThat(coverage.modes()).isEqualTo(8);
        assertThat(coverage.balancedModes()).isEmpty();
        // The chord c spans the angle 2·asin(c/2r) to either side of each of 8 modes: 18 % for 0.1, 7.6 % for 3σ.
        assertThat(coverage.nearMode()).isCloseTo(shareOfRing(0.1, radius), within(1e-3));
        assertThat(coverage.nearMode()).isCloseTo(0.18, within(1e-3));
        assertThat(coverage.highQuality()).isCloseTo(shareOfRing(3 * MIXTURE.sigma(), radius), within(1e-3));
    }

    @Test
    void aUniformSquareServesAlmostAllOfTwentyFiveModesAndIsNotCalledBalanced() {
        float[] square = stream(3).uniforms(2 * 100_000, -1.5, 1.5);
        ModeCoverage coverage = ModeCoverage.of(
                square, GaussianMixture.twentyFiveGaussians().mixture().orElseThrow());
        assertThat(coverage.modes()).isEqualTo(25);
        assertThat(coverage.highQuality()).isCloseTo(0.0245, within(2e-3));
        assertThat(coverage.nearMode()).isCloseTo(0.087, within(3e-3));
        assertThat(coverage.balancedModes()).isEmpty();
    }

    @Test
    void aTenthOfHighQualityIsJustEnoughToCountBalancedModes() {
        Mixture one = new Mixture(new double[][] {{0, 0}}, 0.01);
        float[] points = new float[40];
        Arrays.fill(points, 4, 40, 1);
        assertThat(ModeCoverage.of(points, one).balancedModes()).hasValue(1);
        Arrays.fill(points, 2, 40, 1);
        assertThat(ModeCoverage.of(points, one).balancedModes()).isEmpty();
    }

    private static double shareOfRing(double chord, double radius) {
        return 8 * 2 * 2 * Math.asin(chord / 2 / radius) / (2 * Math.PI);
    }

    @Test
    void straysCaptureModesButDoNotBalanceThem() {
        // 99.5 % of 2,500 in one mode, the other 13 at the centres of 7 modes in turn.
        float[] points = new float[5_000];
        for (int i = 0; i < 2_500; i++) {
            double[] mode = MIXTURE.modes()[i < 2_487 ? 0 : 1 + i % 7];
            points[2 * i] = (float) mode[0];
            points[2 * i + 1] = (float) mode[1];
        }
        assertThat(ModeCoverage.of(points, MIXTURE)).isEqualTo(new ModeCoverage(8, OptionalInt.of(1), 1, 1));
    }

    @Test
    void aQuarterOfTheFairShareIsJustEnough() {
        Mixture two = new Mixture(new double[][] {{0, 0}, {1, 0}}, 0.01);
        // 8 high-quality samples, 2 modes: the fair share is 4 and a quarter of it 1. With 9 it is more than 1.
        assertThat(ModeCoverage.of(firstModeBut(7), two).balancedModes()).hasValue(2);
        assertThat(ModeCoverage.of(firstModeBut(8), two).balancedModes()).hasValue(1);
    }

    /** That many points at (0, 0) and one at (1, 0). */
    private static float[] firstModeBut(int count) {
        float[] points = new float[2 * count + 2];
        points[2 * count] = 1;
        return points;
    }

    @Test
    void samplesFarFromEveryModeServeNone() {
        assertThat(ModeCoverage.of(new float[200], MIXTURE)).isEqualTo(new ModeCoverage(0, OptionalInt.empty(), 0, 0));
    }

    @Test
    void samplesThatAreNotFiniteServeNone() {
        float[] points = new float[200];
        Arrays.fill(points, Float.NaN);
        points[0] = Float.POSITIVE_INFINITY;
        assertThat(ModeCoverage.of(points, MIXTURE)).isEqualTo(new ModeCoverage(0, OptionalInt.empty(), 0, 0));
    }

    @Test
    void noPointsOrHalfAPointAreRefused() {
        assertThatThrownBy(() -> ModeCoverage.of(new float[0], MIXTURE)).hasMessageContaining("found 0 numbers");
        assertThatThrownBy(() -> ModeCoverage.of(new float[3], MIXTURE)).hasMessageContaining("found 3 numbers");
    }
}
