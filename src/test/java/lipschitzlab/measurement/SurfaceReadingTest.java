package lipschitzlab.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurfaceReadingTest {
    /** D(x, y) = 2x − 3y + 1 on a grid of 5×5 from −2 to 2. */
    private static Surface plane() {
        float[] values = new float[25];
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                values[5 * row + column] = 2 * (column - 2) - 3 * (row - 2) + 1;
            }
        }
        return new Surface(5, 2, values);
    }

    @Test
    void aPlaneIsReadExactlyEverywhereUpToItsEdge() {
        for (double[] point : new double[][] {{0, 0}, {0.3, -1.7}, {2, 2}, {-2, 2}, {1.999, -2}}) {
            SurfaceReading reading =
                    SurfaceReading.at(plane(), point[0], point[1]).orElseThrow();
            assertThat(reading.value()).isCloseTo(2 * point[0] - 3 * point[1] + 1, within(1e-9));
            assertThat(reading.slope()).isCloseTo(Math.sqrt(13), within(1e-9));
        }
    }

    @Test
    void beyondTheSurfaceAndOnALineThereIsNothingToRead() {
        assertThat(SurfaceReading.at(plane(), 2.01, 0)).isEmpty();
        assertThat(SurfaceReading.at(plane(), 0, Double.NaN)).isEmpty();
        assertThat(SurfaceReading.at(new Surface(3, 1, new float[] {0, 1, 2}), 0, 0))
                .isEmpty();
    }
}
