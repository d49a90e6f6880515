package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SyntheticDatasetTest {
    static List<Dataset> all() {
        return List.of(
                GaussianMixture.eightGaussians(),
                GaussianMixture.twentyFiveGaussians(),
                new SwissRoll(),
                new DisjointSegments(1),
                new DrawnShapes(28, 1));
    }

    private static RandomStream stream(long seed) {
        return TestStreams.of(seed, "test");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameKeyGivesTheSameBatchAndAnotherKeyAnother(Dataset data) {
        assertThat(data.batch(64, stream(1)))
                .isEqualTo(data.batch(64, stream(1)))
                .isNotEqualTo(data.batch(64, stream(2)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBatchHasTheStatedShapeAndStaysInTheStatedRange(Dataset data) {
        float[] batch = data.batch(100, stream(3));
        assertThat(batch).hasSize(100 * data.sampleShape().length());
        assertThat(data.heldOut(7, stream(3))).hasSize(7 * data.sampleShape().length());
        for (float value : batch) {
            // 4σ are counted in; 3 % more are beyond 6σ for every one of these.
            assertThat(Math.abs(value)).isLessThanOrEqualTo((float) (1.03 * data.range()));
        }
    }

    @Test
    void eightGaussiansAreEightDifferentModesOfEqualDistanceOnOneCircle() {
        Mixture mixture = GaussianMixture.eightGaussians().mixture().orElseThrow();
        assertThat(mixture.sigma()).isCloseTo(0.01414, within(5e-6));
        double[][] modes = mixture.modes();
        assertThat(modes).hasNumberOfRows(8);
        // Neighbours on a circle of radius r in 8 equal steps are 2 r sin(π/8) apart; a ring with both ends would break
        // this.
        double expected = 2 * (2 / 1.414) * Math.sin(Math.PI / 8);
        for (int k = 0; k < 8; k++) {
            double[] next = modes[(k + 1) % 8];
            assertThat(Math.hypot(modes[k][0], modes[k][1])).isCloseTo(2 / 1.414, within(1e-12));
            assertThat(Math.hypot(next[0] - modes[k][0], next[1] - modes[k][1])).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void twentyFiveGaussiansAreTheGridOfThePaper() {
        Mixture mixture = GaussianMixture.twentyFiveGaussians().mixture().orElseThrow();
        assertThat(mixture.sigma()).isCloseTo(0.01768, within(5e-6));
        assertThat(Arrays.stream(mixture.modes()).map(Arrays::toString).distinct())
                .hasSize(25);
        assertThat(mixture.modes()[0]).containsExactly(-4 / 2.828, -4 / 2.828);
        assertThat(mixture.modes()[24]).containsExactly(4 / 2.828, 4 / 2.828);
    }

    @ParameterizedTest
    @MethodSource("all")
    void changingReturnedModesDoesNotChangeTheMixture(Dataset data) {
        data.mixture().ifPresent(mixture -> {
            double before = mixture.modes()[0][0];
            mixture.modes()[0][0] = 99;
            assertThat(mixture.modes()[0][0]).isEqualTo(before);
        });
    }

    @Test
    void pointsOfAMixtureSpreadAroundTheirModeBySigmaAndNotItsRoot() {
        GaussianMixture data = GaussianMixture.eightGaussians();
        double sigma = data.mixture().orElseThrow().sigma();
        float[] points = data.batch(20_000, stream(4));
        double squares = 0;
        for (int i = 0; i < points.length; i += 2) {
            squares += Math.pow(
                    nearest(
                            points[i],
                            points[i + 1],
                            data.mixture().orElseThrow().modes()),
                    2);
        }
        // E r² = 2σ² for an isotropic Gaussian of the plane; its relative standard error here is 1/√20000 = 0.7 %.
        assertThat(squares / 20_000).isCloseTo(2 * sigma * sigma, within(0.04 * 2 * sigma * sigma));
    }

    private static double nearest(double x, double y, double[][] modes) {
        return Arrays.stream(modes)
                .mapToDouble(m -> Math.hypot(x - m[0], y - m[1]))
                .min()
                .orElseThrow();
    }

    @Test
    void theSwissRollsRadiusIsUniformFromOneAndAHalfToFourAndAHalfPi() {
        float[] points = new SwissRoll().batch(50_000, stream(5));
        double sum = 0;
        for (int i = 0; i < points.length; i += 2) {
            sum += Math.hypot(points[i], points[i + 1]);
        }
        // E t = 3π; the noise across the spiral adds about σ²/(2t) ≈ 0.004. Standard error of the mean 2.72/√50000 =
        // 0.012.
        assertThat(7.5 * sum / 50_000).isCloseTo(3 * Math.PI, within(0.06));
    }

    @Test
    void theDisjointDataLieHalfTheirDistanceFromTheOrigin() {
        DisjointSegments data = new DisjointSegments(3);
        float[] real = data.batch(50, stream(6));
        for (int i = 0; i < 50; i++) {
            assertThat(real[2 * i]).isEqualTo(1.5f);
            assertThat(real[2 * i + 1]).isBetween(-1f, 1f);
        }
        assertThat(data.range()).isEqualTo(1.5);
    }

    @Test
    void aSegmentAtTheOriginIsRefused() {
        assertThatThrownBy(() -> new DisjointSegments(0)).hasMessageContaining("found 0.0");
        assertThatThrownBy(() -> new DisjointSegments(Double.NaN)).hasMessageContaining("found NaN");
    }

    @Test
    void drawnShapesHaveInkPaperAndSoftEdgesAndAnEmptyBorder() {
        DrawnShapes data = new DrawnShapes(28, 1);
        assertThat(data.sampleShape()).isEqualTo(Shape.of(1, 28, 28));
        float[] pictures = data.batch(200, stream(7));
        for (int p = 0; p < 200; p++) {
            float[] picture = Arrays.copyOfRange(pictures, p * 784, (p + 1) * 784);
            assertThat(picture).contains(1f).contains(-1f);
            assertThat(softPixels(picture)).isBetween(8, 200);
            for (int i = 0; i < 28; i++) {
                assertThat(picture[i]).isEqualTo(-1f);
                assertThat(picture[27 * 28 + i]).isEqualTo(-1f);
                assertThat(picture[28 * i]).isEqualTo(-1f);
                assertThat(picture[28 * i + 27]).isEqualTo(-1f);
            }
        }
    }

    @Test
    void colouredShapesHaveOneBrightOneDarkAndOneOtherChannelOfInk() {
        DrawnShapes data = new DrawnShapes(32, 3);
        assertThat(data.sampleShape()).isEqualTo(Shape.of(3, 32, 32));
        float[] pictures = data.batch(50, stream(8));
        for (int p = 0; p < 50; p++) {
            double[] largest = {-1, -1, -1};
            for (int i = 0; i < 3 * 1024; i++) {
                largest[i / 1024] = Math.max(largest[i / 1024], pictures[p * 3 * 1024 + i]);
            }
            assertThat(largest).contains(1.0).contains(-1.0);
        }
    }

    @Test
    void shapesOfAnotherNumberOfChannelsAreRefused() {
        assertThatThrownBy(() -> new DrawnShapes(28, 2)).hasMessageContaining("found 28 pixels and 2 channels");
    }

    private static int softPixels(float[] picture) {
        int count = 0;
        for (float pixel : picture) {
            count += pixel > -1 && pixel < 1 ? 1 : 0;
        }
        return count;
    }

    @Test
    void theInkOfEveryOutlineIsItsArea() {
        // Areas of shapes whose corners touch a circle of radius r: πr², 2r², (3√3/4)r², and a cross of two bars 1 by
        // 3.
        double[] areas = {Math.PI, 2, 0.75 * Math.sqrt(3), 4 * 0.9 * (2.0 / 3 - 1.0 / 9)};
        double radius = 8;
        for (int shape = 0; shape < areas.length; shape++) {
            int inside = 0;
            for (int i = 0; i < 400; i++) {
                for (int j = 0; j < 400; j++) {
                    double x = (i + 0.5) / 20 - 10;
                    double y = (j + 0.5) / 20 - 10;
                    inside += Outline.ALL.get(shape).distance(x, y, radius) < 0 ? 1 : 0;
                }
            }
            double area = areas[shape] * radius * radius;
            assertThat(inside / 400.0).isCloseTo(area, within(0.02 * area));
        }
    }
}
