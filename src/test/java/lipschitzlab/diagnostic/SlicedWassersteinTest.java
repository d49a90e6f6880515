package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.dataset.GaussianMixture;
import org.junit.jupiter.api.Test;

class SlicedWassersteinTest {
    private static RandomStream stream(long seed) {
        return TestStreams.of(seed, "test");
    }

    @Test
    void aSetIsAtNoDistanceFromItselfInAnotherOrder() {
        float[] a = {1, 2, 3, 4, 5, 6};
        float[] reordered = {5, 6, 1, 2, 3, 4};
        assertThat(SlicedWasserstein.of(a, reordered, 2, 50, stream(1))).isZero();
    }

    @Test
    void onALineItIsTheMeanDistanceOfEquallyRankedPoints() {
        // Sorted: 0, 1, 3 and 1, 5, 6: (1 + 4 + 3) / 3. Both directions of a line give the same.
        float[] a = {3, 0, 1};
        float[] b = {5, 6, 1};
        assertThat(SlicedWasserstein.of(a, b, 1, 8, stream(2))).isCloseTo(8 / 3.0, within(1e-6));
    }

    @Test
    void aCloudMovedInThePlaneIsTwoOverPiOfTheMoveAway() {
        float[] a = GaussianMixture.eightGaussians().batch(200, stream(3));
        float[] moved = a.clone();
        for (int i = 0; i < moved.length; i += 2) {
            moved[i] += 3;
            moved[i + 1] -= 4;
        }
        // E|cos| = 2/π; |cos| has variance 1/2 − 4/π², so the standard error of 5·|cos| over 10,000 directions is
        // 0.015.
        assertThat(SlicedWasserstein.of(a, moved, 2, 10_000, stream(4))).isCloseTo(10 / Math.PI, within(0.06));
    }

    @Test
    void aPictureMovedInManyDimensionsIsAboutTheRootOfTwoOverPiDAway() {
        int dimension = 784;
        float[] a = stream(5).gaussians(16 * dimension);
        float[] moved = a.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += 1;
        }
        // ‖s‖ = √784 and E|⟨θ, s⟩| ≈ ‖s‖·√(2/(π·784)) = √(2/π); its standard error over 5,000 directions is 0.0085.
        assertThat(SlicedWasserstein.of(a, moved, dimension, 5_000, stream(6)))
                .isCloseTo(Math.sqrt(2 / Math.PI), within(0.035));
    }

    @Test
    void twoDrawsOfOneDistributionAreNearAndALostModeIsFar() {
        GaussianMixture data = GaussianMixture.eightGaussians();
        float[] real = data.batch(2_500, stream(7));
        double floor = SlicedWasserstein.of(real, data.batch(2_500, stream(8)), 2, 64, stream(9));
        float[] collapsed = new float[5_000];
        double[] mode = data.mixture().orElseThrow().modes()[0];
        for (int i = 0; i < 2_500; i++) {
            collapsed[2 * i] = (float) mode[0];
            collapsed[2 * i + 1] = (float) mode[1];
        }
        assertThat(floor).isLessThan(0.1);
        assertThat(SlicedWasserstein.of(real, collapsed, 2, 64, stream(9))).isGreaterThan(10 * floor);
    }

    @Test
    void equalKeysGiveEqualDistancesAndItDoesNotMatterWhichSetIsFirst() {
        float[] a = stream(10).gaussians(300);
        float[] b = stream(11).gaussians(300);
        double distance = SlicedWasserstein.of(a, b, 3, 16, stream(12));
        assertThat(SlicedWasserstein.of(b, a, 3, 16, stream(12))).isEqualTo(distance);
    }

    @Test
    void theSetsStayAsTheyAre() {
        float[] a = {3, 1, 2};
        SlicedWasserstein.of(a, new float[] {9, 8, 7}, 1, 4, stream(13));
        assertThat(a).containsExactly(3, 1, 2);
    }

    @Test
    void samplesThatAreNotANumberMakeADistanceThatIsNone() {
        float[] a = new float[20];
        float[] broken = new float[20];
        Arrays.fill(broken, Float.NaN);
        assertThat(SlicedWasserstein.of(a, broken, 2, 4, stream(14))).isNaN();
    }

    @Test
    void setsOfDifferentSizeAreRefused() {
        assertThatThrownBy(() -> SlicedWasserstein.of(new float[4], new float[6], 2, 4, stream(15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 4 and 6 numbers");
        assertThatThrownBy(() -> SlicedWasserstein.of(new float[5], new float[5], 2, 4, stream(15)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("samples of 2 numbers each, found 5");
    }

    @Test
    void pointsAndPicturesAreQuickEnoughForALiveCurve() {
        // Limits about ten times what was measured, so that a busy machine does not fail them.
        assertThat(quickest(2_500, 2)).isLessThan(Duration.ofMillis(300));
        assertThat(quickest(256, 784)).isLessThan(Duration.ofMillis(300));
    }

    private static Duration quickest(int samples, int dimension) {
        float[] a = stream(16).gaussians(samples * dimension);
        float[] b = stream(17).gaussians(samples * dimension);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            SlicedWasserstein.of(a, b, dimension, 64, stream(18));
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }
}
