package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.dataset.LineMixture;
import lipschitzlab.export.Screenshots;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.measurement.Surface;
import lipschitzlab.plot.style.ChartTheme;
import lipschitzlab.plot.style.Palette;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinePictureTest {
    private static final double EXTENT = 4.5;
    private static final LineMixture DATA = new LineMixture(3, 2, 0.25);

    private static Surface critic(double steepness) {
        float[] places = Surface.line(301, EXTENT);
        float[] values = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = (float) (steepness * Math.sin(places[i]));
        }
        return new Surface(places.length, EXTENT, values);
    }

    private static Snapshot snapshot(Surface critic, float... samples) {
        return new Snapshot(1, Shape.of(1), samples, Optional.of(critic), List.of());
    }

    @Test
    void theDensityOfTheDataIsThatOfTheMixtureAndSumsToOne() {
        float[] curve = SamplePicture.realPoints(DATA, 1);
        double sum = 0;
        double highest = 0;
        for (int i = 0; i < curve.length; i += 2) {
            sum += curve[i + 1] * (curve[2] - curve[0]);
            highest = Math.max(highest, curve[i + 1]);
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
        // A third of a Gaussian's peak, 1 / (3 · 0.25 · √(2π)).
        assertThat(highest).isCloseTo(0.5319, within(1e-3));
    }

    @Test
    void aKernelEstimateHasTheDensityOfItsSamples() {
        float[] samples = DATA.batch(200_000, TestStreams.of(1, "line"));
        KernelDensity estimate = new KernelDensity(samples, 0.05);
        // The kernel widens 0.25 to √(0.25² + 0.05²).
        double expected = new LineMixture(3, 2, Math.hypot(0.25, 0.05))
                .mixture()
                .orElseThrow()
                .density(2);
        assertThat(estimate.at(2)).isCloseTo(expected, within(0.01));
        assertThat(KernelDensity.outside(new float[] {0, 5, Float.NaN, -1}, EXTENT))
                .isEqualTo(0.5);
    }

    @Test
    void theSlopeOfACurveIsThatOfItsFunctionAndNeverAboveItsBound() {
        double[] slopes = critic(3).slopes();
        assertThat(slopes).hasSize(300);
        assertThat(Arrays.stream(slopes).max().orElseThrow()).isLessThanOrEqualTo(3 + 1e-4);
        assertThat(slopes[150]).isCloseTo(3, within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void theColourOfTheLaneIsWhereItsSamplesAre(ChartTheme theme) {
        Color colour = theme.ink(Palette.of(ConstraintKind.GRADIENT_PENALTY));
        float[] samples = DATA.batch(1000, TestStreams.of(2, "line"));
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.abs(samples[i]);
        }
        Raster picture = SamplePicture.points(
                snapshot(critic(3), samples), SamplePicture.realPoints(DATA, 1), 1, 420, theme, colour);
        Screenshots.save("line-" + theme.name().toLowerCase(Locale.ROOT), picture.toImage());
        int[] byHalf = new int[2];
        for (int y = 30; y < 250; y++) {
            for (int x = 40; x < 380; x++) {
                byHalf[x < 170 ? 0 : 1] += picture.argb()[420 * y + x] == colour.getRGB() ? 1 : 0;
            }
        }
        assertThat(byHalf[1]).isGreaterThan(300);
        assertThat(byHalf[0]).isLessThan(50);
    }

    @Test
    void aCriticThatIsNoNumberAndASmallPictureAreDrawnToo() {
        Surface broken = new Surface(3, EXTENT, new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NaN});
        Raster picture = SamplePicture.points(
                snapshot(broken, Float.NaN, 99), new float[0], 1, 96, ChartTheme.LIGHT, Color.BLUE);
        assertThat(picture.width()).isEqualTo(96);
    }
}
