package lipschitzlab.diagnostic.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.dataset.DrawnShapes;
import org.junit.jupiter.api.Test;

class LaplacianSlicedWassersteinTest {
    private static final Shape COLOUR = Shape.of(3, 32, 32);

    private static RandomStream stream(long seed) {
        return TestStreams.of(seed, "pictures");
    }

    @Test
    void levelsAreHalvedDownToSixteenAndTwentyEightToFourteen() {
        assertThat(LaplacianPyramid.sides(64, 14)).containsExactly(64, 32, 16);
        assertThat(LaplacianPyramid.sides(48, 14)).containsExactly(48, 24);
        assertThat(LaplacianPyramid.sides(32, 14)).containsExactly(32, 16);
        assertThat(LaplacianPyramid.sides(28, 14)).containsExactly(28, 14);
    }

    @Test
    void anEvenPictureHasEmptyLevelsAndItsLevelBelow() {
        float[] grey = new float[32 * 32];
        java.util.Arrays.fill(grey, 0.5f);
        List<float[]> levels = LaplacianPyramid.of(grey, 32, 2);
        for (float value : levels.get(0)) {
            assertThat(value).isCloseTo(0, within(1e-6f));
        }
        for (float value : levels.get(1)) {
            assertThat(value).isCloseTo(0.5f, within(1e-6f));
        }
    }

    /** A smoothed 1 4 6 4 1 / 16 at every second pixel is 6/16 where the point is and 1/16 two pixels on, along each side. */
    @Test
    void aPointIsSpreadByTheBinomialAndHalved() {
        float[] point = new float[32 * 32];
        point[10 * 32 + 8] = 256;
        float[] small = LaplacianPyramid.of(point, 32, 2).get(1);
        assertThat(small[5 * 16 + 4]).isCloseTo(36, within(1e-4f));
        assertThat(small[5 * 16 + 5]).isCloseTo(6, within(1e-4f));
        assertThat(small[6 * 16 + 5]).isCloseTo(1, within(1e-4f));
        assertThat(small[7 * 16 + 4]).isZero();
    }

    @Test
    void aSetIsAtNoDistanceFromItself() {
        float[] pictures = new DrawnShapes(32, 3).batch(20, stream(1));
        assertThat(LaplacianSlicedWasserstein.from(pictures, COLOUR, stream(2)).to(pictures))
                .isZero();
    }

    /** Patches are brought to one mean and spread, so that darker or paler pictures of the same kind are no farther. */
    @Test
    void brightnessAndContrastMakeNoDifference() {
        float[] pictures = new DrawnShapes(32, 3).batch(20, stream(1));
        float[] paler = pictures.clone();
        for (int i = 0; i < paler.length; i++) {
            paler[i] = 0.5f * paler[i] + 0.2f;
        }
        assertThat(LaplacianSlicedWasserstein.from(pictures, COLOUR, stream(2)).to(paler))
                .isCloseTo(0, within(1e-4));
    }

    @Test
    void noiseIsSeenMostAtTheLargestSize() {
        DrawnShapes data = new DrawnShapes(32, 3);
        LaplacianSlicedWasserstein real =
                LaplacianSlicedWasserstein.from(data.batch(200, stream(1)), COLOUR, stream(2));
        float[] other = data.batch(200, stream(3));
        float[] noisy = other.clone();
        float[] noise = stream(4).gaussians(noisy.length);
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += 0.2f * noise[i];
        }
        double[] floor = real.byLevel(other);
        double[] damaged = real.byLevel(noisy);
        assertThat(damaged[0]).isGreaterThan(3 * floor[0]);
        assertThat(damaged[0] - floor[0]).isGreaterThan(2 * (damaged[1] - floor[1]));
        assertThat(real.to(noisy)).isCloseTo((damaged[0] + damaged[1]) / 2, within(1e-12));
    }

    @Test
    void whatIsNotFiniteHasNoDistanceAndBlankPicturesHaveOne() {
        float[] pictures = new DrawnShapes(28, 1).batch(10, stream(1));
        LaplacianSlicedWasserstein real = LaplacianSlicedWasserstein.from(pictures, Shape.of(1, 28, 28), stream(2));
        float[] broken = pictures.clone();
        broken[7] = Float.POSITIVE_INFINITY;
        assertThat(real.to(broken)).isNaN();
        assertThat(real.to(new float[pictures.length])).isPositive().isFinite();
    }

    @Test
    void otherNumbersOfPicturesAndPointsAreRefused() {
        float[] pictures = new DrawnShapes(28, 1).batch(10, stream(1));
        LaplacianSlicedWasserstein real = LaplacianSlicedWasserstein.from(pictures, Shape.of(1, 28, 28), stream(2));
        assertThatThrownBy(() -> real.to(new float[784])).hasMessageContaining("expected 10 pictures");
        assertThatThrownBy(() -> LaplacianSlicedWasserstein.from(new float[20], Shape.of(2), stream(2)))
                .hasMessageContaining("square pictures");
    }
}
