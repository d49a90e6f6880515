package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lipschitzlab.constraint.ConstraintKind;
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
    void hueSaysTheMethodAndDashAndMarkerTheLane() {
        List<LaneStyle> styles = IntStream.range(0, 4)
                .mapToObj(index -> Palette.of(index, ConstraintKind.GRADIENT_PENALTY))
                .toList();

        assertThat(styles).extracting(LaneStyle::colour).containsOnly(new Color(0xE69F00));
        assertThat(styles.stream().map(style -> Arrays.toString(style.dash())).distinct())
                .hasSize(4);
        assertThat(styles.stream().map(style -> style.marker().getBounds2D()).distinct())
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
