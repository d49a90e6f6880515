package lipschitzlab.plot.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Frames in 256 shared colours. */
class SharedPaletteTest {
    private static BufferedImage indexed(BufferedImage... frames) {
        SharedPalette.Counter counter = new SharedPalette.Counter();
        for (BufferedImage frame : frames) {
            counter.count(frame);
        }
        return counter.palette().indexed(frames[0]);
    }

    private static BufferedImage frame(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    @Test
    void aFewFlatColoursStayAsTheyAre() {
        BufferedImage flat = frame(60, 3);
        Color[] colours = {Color.WHITE, new Color(0x1F2328), new Color(0x0072B2)};
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 60; x++) {
                flat.setRGB(x, y, colours[y].getRGB());
            }
        }
        BufferedImage shown = indexed(flat);
        for (int y = 0; y < 3; y++) {
            assertThat(new Color(shown.getRGB(30, y))).isEqualTo(colours[y]);
        }
    }

    @Test
    void greysKeepWithinThreeLevelsAndAPageStaysWhite() {
        BufferedImage greys = frame(256, 200);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 256; x++) {
                greys.setRGB(x, y, y < 100 ? 0xFFFFFF : 0x010101 * x);
            }
        }
        BufferedImage shown = indexed(greys);
        assertThat(shown.getRGB(10, 10) & 0xFF).isGreaterThan(253);
        for (int x = 0; x < 256; x++) {
            assertThat(shown.getRGB(x, 150) & 0xFF).isBetween(x - 3, x + 3);
        }
    }

    @Test
    void aColourIsTheSameInEveryFrameAndNearWhatItWas() {
        BufferedImage first = frame(64, 64);
        BufferedImage second = frame(64, 64);
        for (int place = 0; place < 64 * 64; place++) {
            int x = place % 64;
            int y = place / 64;
            first.setRGB(x, y, 4 * x << 16 | 4 * y << 8 | 0x80);
            second.setRGB(x, y, 4 * x << 8 | 4 * y);
        }
        BufferedImage alone = indexed(first, second);
        long off = 0;
        for (int place = 0; place < 64 * 64; place++) {
            Color was = new Color(first.getRGB(place % 64, place / 64));
            Color is = new Color(alone.getRGB(place % 64, place / 64));
            off += Math.abs(was.getRed() - is.getRed()) + Math.abs(was.getGreen() - is.getGreen());
        }
        assertThat(off / (64.0 * 64)).as("mean of both channels' errors").isLessThan(16);
    }
}
