package lipschitzlab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import lipschitzlab.compute.TestStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SingularSpectrumTest {
    @Test
    void aDiagonalMatrixHasTheSizesOfItsDiagonalInFallingOrder() {
        float[] matrix = {0.5f, 0, 0, 0, -3, 0, 0, 0, 2};
        assertThat(SingularSpectrum.of(matrix, 3, 3)).containsExactly(new double[] {3, 2, 0.5}, within(1e-12));
    }

    @Test
    void aTwoByTwoMatrixAgreesWithItsClosedForm() {
        // A = [[1, 2], [3, 4]]: σ₁² + σ₂² = ‖A‖² = 30 and σ₁σ₂ = |det A| = 2, so σ² = 15 ± √221.
        double[] sigma = SingularSpectrum.of(new float[] {1, 2, 3, 4}, 2, 2);
        assertThat(sigma[0]).isCloseTo(Math.sqrt(15 + Math.sqrt(221)), within(1e-12));
        assertThat(sigma[1]).isCloseTo(Math.sqrt(15 - Math.sqrt(221)), within(1e-12));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"12, 12", "12, 20", "20, 12", "9, 64", "64, 9", "1, 30", "30, 1"})
    void theSingularValuesThatAMatrixWasBuiltFromAreFound(int rows, int columns) {
        int count = Math.min(rows, columns);
        double[] built = new double[count];
        for (int i = 0; i < count; i++) {
            built[i] = Math.pow(2, 3 - i);
        }
        float[] matrix = between(reflection(rows, 1), built, reflection(columns, 2));
        // Weyl: rounding the matrix to floats moves no singular value by more than the rounding's norm, about 1e-6
        // here.
        assertThat(SingularSpectrum.of(matrix, rows, columns)).containsExactly(built, within(2e-6));
    }

    /** U diag(σ) Vᵀ. */
    private static float[] between(double[][] u, double[] sigma, double[][] v) {
        float[] product = new float[u.length * v.length];
        for (int i = 0; i < u.length; i++) {
            for (int j = 0; j < v.length; j++) {
                double sum = 0;
                for (int k = 0; k < sigma.length; k++) {
                    sum += u[i][k] * sigma[k] * v[j][k];
                }
                product[i * v.length + j] = (float) sum;
            }
        }
        return product;
    }

    /** The orthogonal matrix I − 2wwᵀ/‖w‖² of a random w. */
    private static double[][] reflection(int size, long seed) {
        float[] w = TestStreams.of(seed, "reflection").gaussians(size);
        double squares = 0;
        for (float part : w) {
            squares += (double) part * part;
        }
        double[][] reflection = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                reflection[i][j] = (i == j ? 1 : 0) - 2.0 * w[i] * w[j] / squares;
            }
        }
        return reflection;
    }

    @Test
    void smallSingularValuesOfAStronglyRectangularMatrixKeepTheirDigits() {
        // Rows (1,1,1,1,0,…) and (1,1,1,1,t,0,…): σ₁² + σ₂² = 8 + t² and σ₁²σ₂² = det AAᵀ = 4t², so σ₂ = t/√2 but for
        // terms of t³. AAᵀ = [[4, 4], [4, 4 + t²]] in doubles has lost the t² and would give 0.
        float t = 0x1p-30f;
        float[] matrix = {1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, t, 0, 0, 0};
        double[] sigma = SingularSpectrum.of(matrix, 2, 8);
        assertThat(sigma[0]).isCloseTo(Math.sqrt(8), within(1e-12));
        assertThat(sigma[1]).isCloseTo(t / Math.sqrt(2), within(1e-4 * t));
    }

    @Test
    void theSquaresAddUpToTheFrobeniusNorm() {
        float[] matrix = TestStreams.of(3, "test").gaussians(96 * 300);
        double squares = 0;
        for (float value : matrix) {
            squares += (double) value * value;
        }
        double sum = Arrays.stream(SingularSpectrum.of(matrix, 96, 300))
                .map(s -> s * s)
                .sum();
        assertThat(sum).isCloseTo(squares, within(1e-10 * squares));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aMatrixThatIsNotFiniteHasAnUnknownSpectrumOfTheRightLength(float bad) {
        float[] matrix = new float[128 * 256];
        matrix[777] = bad;
        double[] sigma = SingularSpectrum.of(matrix, 128, 256);
        assertThat(sigma).hasSize(128).containsOnly(Double.NaN);
        assertThat(SingularSpectrum.stableRank(sigma)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "3, 40", "40, 3"})
    void theZeroMatrixHasZerosAndNoStableRank(int rows, int columns) {
        double[] sigma = SingularSpectrum.of(new float[rows * columns], rows, columns);
        assertThat(sigma).hasSize(Math.min(rows, columns)).containsOnly(0.0);
        assertThat(SingularSpectrum.stableRank(sigma)).isNaN();
    }

    @Test
    void theLargestAndSmallestFloatsSurvive() {
        assertThat(SingularSpectrum.of(new float[] {Float.MAX_VALUE, 0, 0, 1}, 2, 2)[0])
                .isCloseTo(Float.MAX_VALUE, within(1e26));
        assertThat(SingularSpectrum.of(new float[] {Float.MIN_VALUE, 0, 0, Float.MIN_VALUE}, 2, 2))
                .containsExactly(new double[] {Float.MIN_VALUE, Float.MIN_VALUE}, within(1e-57));
    }

    @Test
    void theStableRankRunsFromOneToTheNumberOfEqualValues() {
        assertThat(SingularSpectrum.stableRank(new double[] {7, 0, 0})).isEqualTo(1);
        assertThat(SingularSpectrum.stableRank(new double[] {2, 2, 2, 2})).isEqualTo(4);
        // (16 + 4 + 4) / 16
        assertThat(SingularSpectrum.stableRank(new double[] {4, 2, 2})).isEqualTo(1.5);
        assertThat(SingularSpectrum.stableRank(new double[] {1e200, 1e200})).isEqualTo(2);
    }

    @Test
    void sizesThatDoNotMatchAreRefused() {
        assertThatThrownBy(() -> SingularSpectrum.of(new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 2 x 3 numbers, found 5");
    }

    @Test
    void aHiddenLayerTakesMillisecondsAndAConvolutionTens() {
        // Limits ten times what was measured (6 and 9 ms), so that a busy machine does not fail them.
        assertThat(quickest(128, 128)).isLessThan(Duration.ofMillis(60));
        assertThat(quickest(128, 576)).isLessThan(Duration.ofMillis(90));
    }

    private static Duration quickest(int rows, int columns) {
        float[] matrix = TestStreams.of(4, "test").gaussians(rows * columns);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long start = System.nanoTime();
            SingularSpectrum.of(matrix, rows, columns);
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }
}
