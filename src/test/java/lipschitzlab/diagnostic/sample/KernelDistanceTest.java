package lipschitzlab.diagnostic.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {
    @Test
    void itIsWhatTheFormulaGivesTermByTerm() {
        FeatureRows a = GaussianRows.standard(150, 7, 1);
        FeatureRows b = GaussianRows.changed(GaussianRows.standard(131, 7, 2), 1.5, 0.3);
        double expected = meanOfKernel(a, a, true) + meanOfKernel(b, b, true) - 2 * meanOfKernel(a, b, false);
        assertThat(KernelDistance.between(a, b)).isCloseTo(expected, within(1e-9));
        assertThat(KernelDistance.between(b, a)).isCloseTo(expected, within(1e-9));
    }

    private static double meanOfKernel(FeatureRows a, FeatureRows b, boolean apart) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < a.count(); i++) {
            for (int j = 0; j < b.count(); j++) {
                if (!apart || i != j) {
                    double inner = 0;
                    for (int k = 0; k < a.dimension(); k++) {
                        inner += (double) a.values()[i * a.dimension() + k] * b.values()[j * b.dimension() + k];
                    }
                    sum += Math.pow(inner / a.dimension() + 1, 3);
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }

    @Test
    void samplesOfOneDistributionAreZeroApartInExpectationAndNotAlwaysAbove() {
        double[] draws = IntStream.range(0, 200)
                .mapToDouble(draw -> KernelDistance.between(
                        GaussianRows.standard(30, 16, 2 * draw), GaussianRows.standard(30, 16, 2 * draw + 1)))
                .toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance =
                Arrays.stream(draws).map(draw -> (draw - mean) * (draw - mean)).sum() / (draws.length - 1);
        assertThat(mean).isCloseTo(0, within(3 * Math.sqrt(variance / draws.length)));
        assertThat(Arrays.stream(draws).min().orElseThrow()).isNegative();
        assertThat(Arrays.stream(draws).max().orElseThrow()).isPositive();
    }

    /**
     * With one feature the kernel is (xy + 1)³ = Σ C(3, k) xᵏyᵏ, and the distance Σ C(3, k) (E xᵏ − E yᵏ)². The moments of N(0, 1) are
     * 0, 1, 0 and those of N(1, 1) are 1, 2, 4: 3·1 + 3·1 + 16.
     */
    @Test
    void gaussiansOnALineAreAsFarApartAsTheirFirstThreeMomentsSay() {
        double mean = IntStream.range(0, 40)
                .mapToDouble(draw -> KernelDistance.between(
                        GaussianRows.standard(2_000, 1, 2 * draw),
                        GaussianRows.changed(GaussianRows.standard(2_000, 1, 2 * draw + 1), 1, 1)))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(22, within(0.6));
    }

    @Test
    void twoPointsAreAsFarApartAsTheKernelSays() {
        FeatureRows a = GaussianRows.repeated(5, 1, 1);
        FeatureRows b = GaussianRows.repeated(4, 1, -1);
        // xᵀx/2 + 1 = 2 and xᵀy/2 + 1 = 1.
        assertThat(KernelDistance.between(a, b)).isCloseTo(8 + 8 - 2, within(1e-12));
    }

    @Test
    void whatIsNotFiniteHasNoDistance() {
        FeatureRows a = GaussianRows.standard(10, 3, 1);
        assertThat(KernelDistance.between(a, GaussianRows.broken(a))).isNaN();
        assertThat(KernelDistance.between(GaussianRows.broken(a), a)).isNaN();
    }

    @Test
    void oneSampleAndOtherFeaturesAreRefused() {
        FeatureRows a = GaussianRows.standard(10, 3, 1);
        assertThatThrownBy(() -> KernelDistance.between(a, GaussianRows.standard(1, 3, 1)))
                .hasMessageContaining("2 samples or more, found 1");
        assertThatThrownBy(() -> KernelDistance.between(a, GaussianRows.standard(10, 4, 1)))
                .hasMessageContaining("rows of 3 features, found rows of 4");
    }
}
