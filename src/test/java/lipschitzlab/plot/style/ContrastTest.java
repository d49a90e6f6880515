package lipschitzlab.plot.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import lipschitzlab.constraint.ConstraintKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContrastTest {
    /** The two ends by definition; #767676 is the lightest grey that WCAG 2's examples pass on white. */
    @Test
    void ratiosAreThoseOfTheirDefinition() {
        assertThat(Contrast.ratio(Color.WHITE, Color.BLACK)).isEqualTo(21, within(1e-9));
        assertThat(Contrast.ratio(Color.ORANGE, Color.ORANGE)).isEqualTo(1);
        assertThat(Contrast.ratio(new Color(0x767676), Color.WHITE)).isBetween(4.5, 4.6);
        assertThat(Contrast.ratio(new Color(0x777777), Color.WHITE)).isLessThan(4.5);
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void wordsInTheColourOfAnyLaneCanBeRead(ChartTheme theme) {
        for (ConstraintKind kind : ConstraintKind.values()) {
            for (int rank = 0; rank < 8; rank++) {
                Color ink = theme.textInk(Palette.of(rank, kind).ink(theme));
                assertThat(Contrast.ratio(ink, theme.background()))
                        .as(kind + " " + rank)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void namesOfAxesAndNotesCanBeRead(ChartTheme theme) {
        assertThat(Contrast.ratio(theme.foreground(), theme.background())).isGreaterThan(4.5);
        assertThat(Contrast.ratio(theme.secondary(), theme.background())).isGreaterThan(4.5);
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        Color blue = Palette.of(ConstraintKind.SPECTRAL_NORM);
        assertThat(ChartTheme.LIGHT.textInk(blue)).isEqualTo(blue);
    }
}
