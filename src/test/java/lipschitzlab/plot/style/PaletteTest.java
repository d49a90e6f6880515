package lipschitzlab.plot.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSets;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    /** Relative luminance and contrast ratio as WCAG 2.1 defines them. */
    private static double contrast(Color one, Color other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void everyHueStandsOutFromTheBackgroundAndTextFarMore(ChartTheme theme) {
        for (ConstraintKind constraint : ConstraintKind.values()) {
            assertThat(contrast(Palette.of(constraint), theme.background())).isGreaterThan(2);
        }
        assertThat(contrast(theme.foreground(), theme.background())).isGreaterThan(7);
        assertThat(contrast(theme.secondary(), theme.background())).isGreaterThan(4.5);
    }

    @Test
    void noTwoMethodsShareAHue() {
        assertThat(Arrays.stream(ConstraintKind.values()).map(Palette::of)).doesNotHaveDuplicates();
    }

    /** CIELAB distance (1976) of at least 20: several times what an eye just notices. */
    @Test
    void huesOfMethodsWithTheSameDashAreFarApart() {
        for (ConstraintKind one : ConstraintKind.values()) {
            for (ConstraintKind other : ConstraintKind.values()) {
                boolean sameDash = Arrays.equals(
                        Palette.of(0, one).dash(), Palette.of(0, other).dash());
                if (one != other && sameDash) {
                    assertThat(distance(Palette.of(one), Palette.of(other)))
                            .as(one.id() + ", " + other.id())
                            .isGreaterThan(20);
                }
            }
        }
    }

    private static double distance(Color one, Color other) {
        double[] a = lab(one);
        double[] b = lab(other);
        return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
    }

    private static double[] lab(Color colour) {
        double red = linear(colour.getRed());
        double green = linear(colour.getGreen());
        double blue = linear(colour.getBlue());
        double x = Math.cbrt((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
        double y = Math.cbrt(luminance(colour));
        double z = Math.cbrt((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    /** OKLab's lightness, a, b. */
    private static double[] place(Color colour) {
        double[] polar = OkLab.of(colour);
        return new double[] {polar[0], polar[1] * Math.cos(polar[2]), polar[1] * Math.sin(polar[2])};
    }

    @ParameterizedTest
    @EnumSource(ConstraintKind.class)
    void eightLanesOfOneMethodDifferInLightnessAndInDashInBothThemes(ConstraintKind constraint) {
        List<LaneStyle> styles = IntStream.range(0, 8)
                .mapToObj(index -> Palette.of(index, constraint))
                .toList();

        assertThat(styles.stream().map(style -> Arrays.toString(style.dash()))).doesNotHaveDuplicates();
        for (ChartTheme theme : ChartTheme.values()) {
            for (int i = 0; i < styles.size(); i++) {
                double lightness = place(styles.get(i).ink(theme))[0];
                for (int j = 0; j < i; j++) {
                    double apart = Math.abs(lightness - place(styles.get(j).ink(theme))[0]);
                    assertThat(apart).as(theme + " " + i + " " + j).isGreaterThan(i < 4 ? 0.06 : 0.018);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ConstraintKind.class)
    void everyLaneOfAMethodKeepsItsHueAndStandsOutFromTheBackground(ConstraintKind constraint) {
        for (ChartTheme theme : ChartTheme.values()) {
            double[] first = OkLab.of(Palette.of(0, constraint).ink(theme));
            for (int index = 1; index < 8; index++) {
                Color ink = Palette.of(index, constraint).ink(theme);
                double[] shade = OkLab.of(ink);
                assertThat(contrast(ink, theme.background()))
                        .as(theme + " " + index)
                        .isGreaterThan(3);
                if (first[1] > 0.02) {
                    assertThat(Math.abs(Math.IEEEremainder(shade[2] - first[2], 2 * Math.PI)))
                            .as(theme + " hue of " + index)
                            .isLessThan(0.2);
                    assertThat(shade[1]).as(theme + " chroma of " + index).isGreaterThan(0.04);
                }
            }
        }
    }

    @Test
    void aCombinationHasTheHueOfItsFirstMethodAndAStyleOfItsOwn() {
        Values values = ByKey.with(
                new Values(LaneSettings.of(ConstraintSets.of("spectral-norm + gradient-penalty"), OptimizerKind.ADAM)),
                "constraint",
                "spectral-norm + gradient-penalty");
        LaneSpec combined = new LaneSpec("both", values);
        Values alone = ByKey.with(
                new Values(LaneSettings.of(ConstraintSets.of("spectral-norm"), OptimizerKind.ADAM)),
                "constraint",
                "spectral-norm");
        List<LaneStyle> styles = Palette.styles(List.of(new LaneSpec("a", alone), combined));

        assertThat(styles).extracting(LaneStyle::colour).containsOnly(Palette.of(ConstraintKind.SPECTRAL_NORM));
        assertThat(styles.get(0).dash()).isEmpty();
        assertThat(styles.get(1).dash()).isNotEmpty();
    }

    @Test
    void theFirstLaneOfAMethodHasTheMethodsColourWhateverComesAfterIt() {
        assertThat(Palette.of(0, ConstraintKind.GRADIENT_PENALTY).ink(ChartTheme.LIGHT))
                .isEqualTo(ChartTheme.LIGHT.ink(new Color(0xE69F00)));
        assertThat(IntStream.range(0, 4)
                        .mapToObj(index -> Palette.of(index, ConstraintKind.GRADIENT_PENALTY))
                        .map(style -> style.marker().getBounds2D())
                        .distinct())
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void theDivergingScaleLeavesTheBackgroundEquallyOnBothSides(ChartTheme theme) {
        Color middle = new Color(Palette.diverging(0, theme));
        assertThat(contrast(middle, theme.background())).isLessThan(1.15);
        for (double t = 0.1; t <= 1; t += 0.1) {
            double above = contrast(new Color(Palette.diverging(t, theme)), middle);
            double below = contrast(new Color(Palette.diverging(-t, theme)), middle);
            assertThat(above).isBetween(0.85 * below, 1.18 * below);
            assertThat(above).isGreaterThan(contrast(new Color(Palette.diverging(t - 0.1, theme)), middle));
        }
    }

    @Test
    void theDivergingScaleTakesAnyNumber() {
        ChartTheme theme = ChartTheme.DARK;
        assertThat(Palette.diverging(7, theme)).isEqualTo(Palette.diverging(1, theme));
        assertThat(Palette.diverging(Double.NEGATIVE_INFINITY, theme)).isEqualTo(Palette.diverging(-1, theme));
        assertThat(Palette.diverging(Double.NaN, theme)).isEqualTo(Palette.diverging(0, theme));
    }
}
