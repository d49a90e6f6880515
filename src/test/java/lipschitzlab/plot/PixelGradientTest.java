package lipschitzlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import lipschitzlab.compute.Shape;
import org.junit.jupiter.api.Test;

class PixelGradientTest {
    @Test
    void channelsAreAddedUpAndTheLargestChangeHasTheFullColour() {
        float[] gradient = {1, 2, 0, 1, -5, 0, 0, 1, 0, 0, 0, 2};
        PixelGradient map = PixelGradient.of(gradient, Shape.of(3, 2, 2));
        assertThat(map.change()).containsExactly(-4, 2, 0, 4);
        assertThat(map.largest()).isEqualTo(4);
        int[] colours = map.raster().argb();
        Raster legend = PixelGradient.legend(3, 1);
        assertThat(colours[0]).isEqualTo(legend.argb()[0]);
        assertThat(colours[2]).isEqualTo(legend.argb()[1]);
        assertThat(colours[3]).isEqualTo(legend.argb()[2]);
    }

    @Test
    void brighterIsLighterThanGreyAndDarkerIsDarkerInBothThemes() {
        int[] colours = PixelGradient.legend(3, 1).argb();
        assertThat(brightness(colours[0])).isLessThan(brightness(colours[1]) - 60);
        assertThat(brightness(colours[2])).isGreaterThan(brightness(colours[1]) + 60);
        int grey = colours[1];
        assertThat(grey >> 16 & 0xFF).isEqualTo(grey & 0xFF).isEqualTo(grey >> 8 & 0xFF);
    }

    @Test
    void whereNothingChangesTheScoreAllIsGrey() {
        PixelGradient map = PixelGradient.of(new float[4], Shape.of(1, 2, 2));
        assertThat(map.largest()).isZero();
        assertThat(map.raster().argb()).containsOnly(PixelGradient.legend(3, 1).argb()[1]);
    }

    private static double brightness(int argb) {
        return ((argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF)) / 3.0;
    }
}
