package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.dataset.Datasets;
import lipschitzlab.diagnostic.PlaneMap;
import lipschitzlab.export.Screenshots;
import lipschitzlab.measurement.Details;
import lipschitzlab.measurement.SlopeMap;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplePictureTest {
    private static final double EXTENT = 1.2;
    private static final int SIZE = 49;
    private static final Color NO_COLOUR = new Color(0xFF00FF);

    /** A surface of this value at each point. */
    private interface Height {
        double at(double x, double y);
    }

    private static Surface surface(Height height) {
        float[] values = new float[SIZE * SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                values[row * SIZE + column] = (float)
                        height.at(EXTENT * (2.0 * column / (SIZE - 1) - 1), EXTENT * (2.0 * row / (SIZE - 1) - 1));
            }
        }
        return new Surface(SIZE, EXTENT, values);
    }

    private static Snapshot snapshot(Height height, float... samples) {
        return new Snapshot(1, Shape.of(2), samples, Optional.of(surface(height)), List.of());
    }

    private static Dataset gaussians() {
        DatasetKind kind = DatasetKind.EIGHT_GAUSSIANS;
        return Datasets.create(kind, new Values(kind.settings()), Optional.empty());
    }

    private static int pixel(Raster picture, double x, double y) {
        int column = (int) ((x / EXTENT + 1) / 2 * picture.width());
        int row = (int) ((1 - y / EXTENT) / 2 * picture.height());
        return picture.argb()[row * picture.width() + column];
    }

    @Test
    void yPointsUpAndTheScaleHasBrownBelowAndTealAbove() {
        Raster picture = SamplePicture.points(snapshot((x, y) -> y), new float[0], 1, 200, ChartTheme.LIGHT, NO_COLOUR);

        Color high = new Color(pixel(picture, 0, 1));
        Color low = new Color(pixel(picture, 0, -1));
        assertThat(high.getBlue()).isGreaterThan(high.getRed());
        assertThat(low.getRed()).isGreaterThan(low.getBlue());
    }

    @Test
    void aConstantAddedToACriticChangesNothing() {
        Raster one = SamplePicture.points(snapshot((x, y) -> x), new float[0], 1, 200, ChartTheme.LIGHT, NO_COLOUR);
        Raster other =
                SamplePicture.points(snapshot((x, y) -> x + 512), new float[0], 1, 200, ChartTheme.LIGHT, NO_COLOUR);

        Color here = new Color(pixel(one, 0.7, 0));
        Color there = new Color(pixel(other, 0.7, 0));
        assertThat(there.getRed()).isCloseTo(here.getRed(), within(1));
        assertThat(SamplePicture.surfaceScale(List.of(snapshot((x, y) -> x + 512))))
                .isCloseTo(SamplePicture.surfaceScale(List.of(snapshot((x, y) -> x))), within(1e-4));
    }

    @Test
    void aPointLiesWhereItIs() {
        Raster picture = SamplePicture.points(
                snapshot((x, y) -> 0, 0.6f, -0.3f), new float[] {-0.6f, 0.9f}, 1, 300, ChartTheme.LIGHT, NO_COLOUR);

        assertThat(pixel(picture, 0.6, -0.3)).isEqualTo(NO_COLOUR.getRGB());
        assertThat(new Color(pixel(picture, -0.6, 0.9)).getRed()).isLessThan(150);
    }

    @Test
    void pointsOutsideOrNowhereAreLeftOut() {
        Raster picture = SamplePicture.points(
                snapshot((x, y) -> 0, Float.NaN, 0, Float.POSITIVE_INFINITY, 1, 1e30f, 0, -5, -5),
                new float[0],
                1,
                100,
                ChartTheme.LIGHT,
                NO_COLOUR);

        assertThat(picture.argb()).containsOnly(Palette.diverging(0, ChartTheme.LIGHT));
    }

    @Test
    void aSurfaceThatIsNowhereFiniteIsNeutral() {
        Raster picture =
                SamplePicture.points(snapshot((x, y) -> Double.NaN), new float[0], 1, 100, ChartTheme.DARK, NO_COLOUR);

        assertThat(picture.argb()).containsOnly(Palette.diverging(0, ChartTheme.DARK));
        assertThat(SamplePicture.surfaceScale(List.of(snapshot((x, y) -> Double.NaN))))
                .isEqualTo(1);
    }

    @Test
    void oneLaneThatExplodesDoesNotSetTheScale() {
        List<Snapshot> lanes = List.of(snapshot((x, y) -> x), snapshot((x, y) -> 2 * x), snapshot((x, y) -> 1e6 * x));

        assertThat(SamplePicture.surfaceScale(lanes)).isBetween(2.0, 2.5);
    }

    private static Snapshot steep(Height slopes) {
        Surface map = surface(slopes);
        PlaneMap plane = new PlaneMap(SIZE, EXTENT, map.values(), map.values());
        SlopeMap slope = new SlopeMap(plane, new float[] {0, 0.9f});
        return new Snapshot(
                1,
                Shape.of(2),
                new float[0],
                Optional.of(map),
                Optional.of(slope),
                List.of(),
                Details.none(),
                Optional.empty());
    }

    private static Raster slopes(Snapshot snapshot, int decades) {
        SlopeMap slope = snapshot.slope().orElseThrow();
        return SamplePicture.slopes(snapshot, slope, new float[0], decades, 200, ChartTheme.LIGHT, NO_COLOUR);
    }

    @Test
    void slopesAboveOneAreTealBelowOneBrownAndPointsBetweenAreCrosses() {
        Raster picture = slopes(steep((x, y) -> Math.pow(10, x)), 1);

        Color steep = new Color(pixel(picture, 1, 0.5));
        Color gentle = new Color(pixel(picture, -1, 0.5));
        assertThat(steep.getBlue()).isGreaterThan(steep.getRed());
        assertThat(gentle.getRed()).isGreaterThan(gentle.getBlue());
        Color cross = new Color(pixel(slopes(steep((x, y) -> 2), 1), 0, 0.9));
        assertThat(cross.getRed()).isLessThan(new Color(pixel(picture, 0.3, 0.9)).getRed());
    }

    @Test
    void slopesOfAllLanesShareOneScaleOfWholePowersOfTen() {
        assertThat(SamplePicture.slopeDecades(List.of())).isEqualTo(1);
        assertThat(SamplePicture.slopeDecades(List.of(steep((x, y) -> 5)))).isEqualTo(1);
        assertThat(SamplePicture.slopeDecades(List.of(steep((x, y) -> 0.02)))).isEqualTo(2);
        assertThat(SamplePicture.slopeDecades(List.of(steep((x, y) -> 1e9)))).isEqualTo(3);
    }

    @Test
    void imagesAreSetInAGridWithoutBlur() {
        // Two 1×2 images of one channel: black and white, grey and white; one column, scaled by 2, with a gap of 1.
        Snapshot images = new Snapshot(1, Shape.of(1, 1, 2), new float[] {-1, 1, 0, 9}, Optional.empty(), List.of());

        Raster grid = SamplePicture.grid(images, 1, 2, 1);

        int black = 0xFF000000;
        int white = 0xFFFFFFFF;
        int grey = 0xFF808080;
        assertThat(grid.width()).isEqualTo(4);
        assertThat(grid.height()).isEqualTo(5);
        assertThat(grid.argb())
                .containsExactly(
                        black, black, white, white, black, black, white, white, 0, 0, 0, 0, grey, grey, white, white,
                        grey, grey, white, white);
    }

    @Test
    void threeChannelsAreRedGreenAndBlue() {
        Snapshot image = new Snapshot(1, Shape.of(3, 1, 1), new float[] {1, -1, 0}, Optional.empty(), List.of());

        assertThat(SamplePicture.grid(image, 1, 1, 0).argb()).containsExactly(0xFFFF0080);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void aPictureOfACardIsMadeInAFewMilliseconds(ChartTheme theme) {
        float[] real = SamplePicture.realPoints(gaussians(), 1);
        float[] samples = real.clone();
        RandomStream noise = TestStreams.of(1, "noise");
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (0.07 * noise.gaussian());
        }
        Snapshot snapshot = snapshot((x, y) -> Math.cos(5 * x) * Math.sin(4 * y) + x, samples);
        long best = Long.MAX_VALUE;
        for (ConstraintKind constraint : ConstraintKind.values()) {
            Raster picture = SamplePicture.points(snapshot, real, 3, 420, theme, Palette.of(constraint));
            for (int i = 0; i < 30; i++) {
                long start = System.nanoTime();
                SamplePicture.points(snapshot, real, 3, 420, theme, Palette.of(constraint));
                best = Math.min(best, System.nanoTime() - start);
            }
            Screenshots.save(
                    "points-" + constraint.id() + "-" + theme.name().toLowerCase(Locale.ROOT), picture.toImage());
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(20));
    }
}
