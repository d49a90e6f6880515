package lipschitzlab.diagnostic.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
    /** ±√(n−1)/√2 along each axis in turn: their mean is 0 and their covariance, with n − 1 below, I. */
    private static FeatureRows white(int dimension) {
        int count = 2 * dimension;
        float[] values = new float[count * dimension];
        for (int axis = 0; axis < dimension; axis++) {
            values[2 * axis * dimension + axis] = (float) Math.sqrt((count - 1) / 2.0);
            values[(2 * axis + 1) * dimension + axis] = (float) -Math.sqrt((count - 1) / 2.0);
        }
        return new FeatureRows(values, dimension);
    }

    /** A·x + b for each row x of {@link #white}: mean b and covariance AAᵀ. */
    private static FeatureRows rows(double[][] a, double... b) {
        int dimension = b.length;
        FeatureRows white = white(dimension);
        float[] values = new float[white.values().length];
        for (int i = 0; i < white.count(); i++) {
            for (int row = 0; row < dimension; row++) {
                double sum = b[row];
                for (int column = 0; column < dimension; column++) {
                    sum += a[row][column] * white.values()[i * dimension + column];
                }
                values[i * dimension + row] = (float) sum;
            }
        }
        return new FeatureRows(values, dimension);
    }

    @Test
    void alongTheAxesItIsTheMoveAndTheDifferencesOfTheSpreads() {
        FeatureRows a = rows(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 3}}, 0, 0, 0);
        FeatureRows b = rows(new double[][] {{4, 0, 0}, {0, 2, 0}, {0, 0, 1}}, 1, 2, 2);
        // ‖b‖² + Σ (σ₁ − σ₂)².
        assertThat(FrechetDistance.between(a, b)).isCloseTo(9 + 9 + 0 + 4, within(1e-4));
    }

    /** Of a 2×2 matrix M with eigenvalues that are not negative, Tr M^½ = √(Tr M + 2√det M). */
    @Test
    void covariancesThatDoNotCommuteGiveTheClosedFormOfTwoByTwo() {
        double[][] first = {{2, 0}, {1, 1}};
        double[][] second = {{1, -1}, {0, 3}};
        double[][] s = {{4, 2}, {2, 2}};
        double[][] t = {{2, -3}, {-3, 9}};
        double trace = s[0][0] * t[0][0] + s[0][1] * t[1][0] + s[1][0] * t[0][1] + s[1][1] * t[1][1];
        double determinant = (4 * 2 - 2 * 2) * (2 * 9 - 3 * 3);
        double expected = 1 + (4 + 2) + (2 + 9) - 2 * Math.sqrt(trace + 2 * Math.sqrt(determinant));
        assertThat(FrechetDistance.between(rows(first, 0, 1), rows(second, 1, 1)))
                .isCloseTo(expected, within(1e-4));
        assertThat(FrechetDistance.between(rows(second, 1, 1), rows(first, 0, 1)))
                .isCloseTo(expected, within(1e-4));
    }

    @Test
    void aSetIsAtNoDistanceFromItselfAlsoWithFewerSamplesThanFeatures() {
        FeatureRows a = GaussianRows.standard(20, 50, 1);
        assertThat(FrechetDistance.between(a, a)).isCloseTo(0, within(1e-5));
        // Moved as a whole, the covariances are equal and the means 0.5 apart in each of 50 features.
        assertThat(FrechetDistance.between(a, GaussianRows.changed(a, 1, 0.5))).isCloseTo(50 * 0.25, within(1e-4));
    }

    @Test
    void scaledRowsAreTheirSpreadsApart() {
        FeatureRows a = GaussianRows.standard(400, 5, 2);
        // (2Σ^½ − Σ^½)² has the trace of Σ, which is near 5, and the mean, near 0, is doubled.
        assertThat(FrechetDistance.between(a, GaussianRows.changed(a, 2, 0))).isCloseTo(5, within(0.5));
    }

    /** So it compares at one number of samples only. */
    @Test
    void ofFiniteSetsItIsTooLargeAndTheMoreSoTheFewerThereAre() {
        double few = between(50);
        double many = between(800);
        assertThat(many).isPositive();
        assertThat(few).isGreaterThan(8 * many);
    }

    private static double between(int samples) {
        return IntStream.range(0, 10)
                .mapToDouble(draw -> FrechetDistance.between(
                        GaussianRows.standard(samples, 16, 2 * draw), GaussianRows.standard(samples, 16, 2 * draw + 1)))
                .average()
                .orElseThrow();
    }

    @Test
    void whatIsNotFiniteHasNoDistance() {
        FeatureRows a = GaussianRows.standard(10, 3, 1);
        assertThat(FrechetDistance.between(a, GaussianRows.broken(a))).isNaN();
        assertThat(FrechetDistance.between(GaussianRows.broken(a), a)).isNaN();
    }

    @Test
    void oneSampleAndOtherFeaturesAreRefused() {
        FeatureRows a = GaussianRows.standard(10, 3, 1);
        assertThatThrownBy(() -> FrechetDistance.between(GaussianRows.standard(1, 3, 1), a))
                .hasMessageContaining("2 samples or more, found 1");
        assertThatThrownBy(() -> FrechetDistance.between(a, GaussianRows.standard(10, 4, 1)))
                .hasMessageContaining("rows of 3 features, found rows of 4");
    }
}
