package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lipschitzlab.export.Screenshots;
import lipschitzlab.measurement.SpectrumRecord;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpectrumHeatmapTest {
    private static final int SIZE = 128;

    /** A spectrum that falls ever faster with the step. */
    private static SpectrumTrack falling(int records, double top, double speed) {
        int[] steps = IntStream.range(0, records).map(i -> 25 * i).toArray();
        double[][] sigma = new double[records][SIZE];
        for (int i = 0; i < records; i++) {
            double fall = 0.01 + speed * i;
            Arrays.setAll(sigma[i], k -> top * Math.exp(-fall * k) * (1 - 0.98 * k / SIZE));
        }
        return new SpectrumTrack(steps, sigma);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void aCollapseIsSeenAtAGlanceInEveryTheme(ChartTheme theme) {
        List<SpectrumTrack> tracks = List.of(falling(121, 1, 0), falling(121, 9, 0.004));
        SigmaScale scale = SigmaScale.of(tracks);
        String name = theme.name().toLowerCase(Locale.ROOT);
        for (int i = 0; i < 2; i++) {
            SpectrumHeatmap heatmap = new SpectrumHeatmap(theme);
            heatmap.show(
                    "2 dense",
                    tracks.get(i),
                    scale,
                    3000,
                    OptionalInt.of(1200),
                    List.of(new ChangeMark(1800, "λ 10 → 1")));
            Screenshots.save("strip-" + i + "-" + name, Screenshots.draw(heatmap.chart(), 460, 360));
        }
        double broad = lightness(new HeatmapCells(tracks.get(0), scale).raster(60, 60, 3000));
        double collapsed = lightness(new HeatmapCells(tracks.get(1), scale).raster(60, 60, 3000));

        assertThat(collapsed).isLessThan(0.6 * broad);
    }

    private static double lightness(Raster raster) {
        return Arrays.stream(raster.argb())
                .map(argb -> argb >> 8 & 0xFF)
                .average()
                .orElseThrow();
    }

    @Test
    void eachPointOfTimeHasTheColoursOfTheNearestRecordedStepTheLargestOnTop() {
        SpectrumTrack track = new SpectrumTrack(new int[] {0, 10}, new double[][] {{1, 0.01}, {100, 0.1}});
        SigmaScale scale = new SigmaScale(-2, 2);
        int none = 0;
        int one = scale.colour(0);
        int hundredth = scale.colour(-2);
        int hundred = scale.colour(2);
        int tenth = scale.colour(-1);

        // Columns at steps 2, 6, 10 and 14; the lane ended at 10.
        assertThat(new HeatmapCells(track, scale).raster(4, 2, 16).argb())
                .containsExactly(one, hundred, hundred, none, hundredth, tenth, tenth, none);
    }

    @Test
    void whatIsNoFiniteNumberHasNoColourAndZeroTheDarkest() {
        SigmaScale scale = new SigmaScale(-4, 0);

        assertThat(scale.argb(Double.NaN)).isZero();
        assertThat(scale.argb(Double.POSITIVE_INFINITY)).isZero();
        assertThat(scale.argb(0)).isEqualTo(Palette.sequential(0));
        assertThat(scale.argb(50)).isEqualTo(Palette.sequential(1));
    }

    @Test
    void oneScaleHoldsTheLargestValueOfAllLanesAndALaneThatExplodesLeavesTheOthersReadable() {
        assertThat(SigmaScale.of(List.of(falling(3, 1, 0), falling(3, 9, 0)))).isEqualTo(new SigmaScale(-3, 1));
        assertThat(SigmaScale.of(List.of(falling(3, 1, 0), falling(3, 2, 0), falling(3, 1e12, 0))))
                .isEqualTo(new SigmaScale(-1, 3));
        assertThat(SigmaScale.of(List.of())).isEqualTo(new SigmaScale(-4, 0));
    }

    /** Distances between neighbours in OKLab (Ottosson 2020), computed back from the colours of the screen. */
    @Test
    void equalStepsOfTheSequentialScaleLookEqual() {
        double[][] colours = IntStream.rangeClosed(0, 16)
                .mapToObj(i -> okLab(Palette.sequential(i / 16.0)))
                .toArray(double[][]::new);
        double[] distances = IntStream.range(0, 16)
                .mapToDouble(i -> distance(colours[i], colours[i + 1]))
                .toArray();
        double mean = Arrays.stream(distances).average().orElseThrow();

        assertThat(Arrays.stream(distances).boxed())
                .allSatisfy(distance -> assertThat(distance).isCloseTo(mean, within(0.12 * mean)));
        assertThat(IntStream.range(0, 16)).allMatch(i -> colours[i][0] < colours[i + 1][0]);
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(i -> (one[i] - other[i]) * (one[i] - other[i]))
                .sum());
    }

    private static double[] okLab(int argb) {
        double red = linear(argb >> 16 & 0xFF);
        double green = linear(argb >> 8 & 0xFF);
        double blue = linear(argb & 0xFF);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    @Test
    void aTrackOfALayerThatIsNotThereIsEmptyAndCanBeDrawn() {
        SpectrumTrack empty = SpectrumTrack.of(List.of(new SpectrumRecord(0, List.of())), 0);
        SpectrumHeatmap heatmap = new SpectrumHeatmap(ChartTheme.LIGHT);
        heatmap.show("none", empty, SigmaScale.of(List.of(empty)), 0, OptionalInt.empty(), List.of());

        BufferedImage picture = Screenshots.draw(heatmap.chart(), 300, 200);
        assertThat(picture.getWidth()).isEqualTo(300);
    }
}
