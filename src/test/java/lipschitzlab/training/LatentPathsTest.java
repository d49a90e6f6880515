package lipschitzlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Paths along great circles; the numbers are sines and cosines. */
class LatentPathsTest {
    @Test
    void halfwayBetweenTwoUnitVectorsAtARightAngleLiesOnTheCircle() {
        float[] path = LatentPaths.between(new float[] {1, 0, 0, 1}, 2, 3);
        float half = (float) Math.sqrt(0.5);
        assertThat(path).hasSize(6);
        assertThat(path[0]).isEqualTo(1);
        assertThat(path[2]).isCloseTo(half, within(1e-6f));
        assertThat(path[3]).isCloseTo(half, within(1e-6f));
        assertThat(path[5]).isEqualTo(1);
    }

    @Test
    void aPathBetweenPointsInOneDirectionIsStraight() {
        assertThat(LatentPaths.between(new float[] {1, 1, 3, 3}, 2, 3)).containsExactly(1, 1, 2, 2, 3, 3);
    }

    @Test
    void eachPathHasItsOwnEnds() {
        float[] paths = LatentPaths.between(new float[] {1, 0, 0, 1, 5, 0, 0, 7}, 2, 2);
        assertThat(paths[4]).isEqualTo(5);
        assertThat(paths[7]).isCloseTo(7, within(1e-6f));
    }
}
