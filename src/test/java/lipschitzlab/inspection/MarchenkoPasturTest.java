package lipschitzlab.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import lipschitzlab.diagnostic.SingularSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarchenkoPasturTest {
    /** Of a square matrix the singular values over √m·s lie on a quarter circle: P(σ ≤ x) = (x√(4 − x²)/2 + 2·asin(x/2))/π. */
    @Test
    void theSingularValuesOfASquareMatrixLieOnAQuarterCircle() {
        MarchenkoPastur random = new MarchenkoPastur(100, 100, 0.04);
        for (double share : new double[] {0.01, 0.25, 0.5, 0.9, 0.999}) {
            double x = random.quantile(share) / (10 * 0.2);
            double below = (x * Math.sqrt(4 - x * x) / 2 + 2 * Math.asin(x / 2)) / Math.PI;
            assertThat(below).isEqualTo(1 - share, within(1e-6));
        }
        assertThat(random.largest()).isEqualTo(2 * 10 * 0.2, within(1e-12));
    }

    /** The mean of the squares is m·variance whatever the shape. */
    @ParameterizedTest
    @CsvSource({"100, 100", "300, 100", "100, 300", "1000, 2", "7, 1"})
    void theMeanSquareIsTheLongerSideTimesTheVariance(int rows, int columns) {
        double[] values = new MarchenkoPastur(rows, columns, 0.5).falling(2000);
        double square = 0;
        for (double value : values) {
            square += value * value / values.length;
        }
        assertThat(square).isEqualTo(Math.max(rows, columns) * 0.5, within(1e-3 * Math.max(rows, columns)));
    }

    /** A matrix of independent entries, drawn; the largest deviation falls with the size. */
    @ParameterizedTest
    @CsvSource({"400, 100", "100, 400", "300, 240"})
    void aRandomMatrixHasTheseSingularValues(int rows, int columns) {
        SplittableRandom seeded = new SplittableRandom(3);
        float[] matrix = new float[rows * columns];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) (0.3 * seeded.nextGaussian());
        }
        double[] found = SingularSpectrum.of(matrix, rows, columns);
        double[] expected = new MarchenkoPastur(rows, columns, 0.09).falling(found.length);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("value %d", i).isEqualTo(expected[i], within(0.04 * expected[0]));
        }
    }
}
