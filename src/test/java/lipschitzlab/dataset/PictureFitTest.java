package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of other forms than squares, and of each size. */
class PictureFitTest {
    private static final int GREY = 0x808080;

    @TempDir
    Path folder;

    private Dataset read(String... settings) {
        Values values = new Values(DatasetKind.PICTURES.settings());
        for (int i = 0; i < settings.length; i += 2) {
            values = ByKey.with(values, settings[i], settings[i + 1]);
        }
        return Datasets.create(DatasetKind.PICTURES, values, Optional.of(folder));
    }

    /** Two pictures of grey with an edge, one pixel wide, of another colour. */
    private void write(int width, int height, int edge) throws IOException {
        BufferedImage image = PictureFiles.image(
                width,
                height,
                BufferedImage.TYPE_INT_RGB,
                (x, y) -> x == 0 || y == 0 || x == width - 1 || y == height - 1 ? edge : GREY);
        PictureFiles.write(folder.resolve("a.png"), image);
        PictureFiles.write(folder.resolve("b.png"), image);
    }

    /** The level of red at a place of the first picture. */
    private static int red(Dataset data, int x, int y) {
        int size = data.sampleShape().size(1);
        return Math.round((data.batch(1, TestStreams.of(1, "test"))[y * size + x] + 1) * 127.5f);
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 32, 48, 64})
    void picturesAreScaledToEachSize(int size) throws IOException {
        write(100, 100, GREY);
        Dataset data = read("size", Integer.toString(size));
        assertThat(data.sampleShape()).isEqualTo(Shape.of(3, size, size));
        assertThat(red(data, size - 1, size - 1)).isEqualTo(0x80);
        assertThat(data.notes()).hasSize(1).first().asString().contains("as " + size + "×" + size + " pixels");
    }

    @Test
    void aPaddedPictureIsWholeBetweenBarsOfTheColourThatEdgesMostlyAre() throws IOException {
        // 96×48 become 64×32, with bars of 16 above and below.
        write(96, 48, 0xFFFFFF);
        Dataset white = read("size", "64", "fit", "pad");
        assertThat(red(white, 30, 15)).isEqualTo(255);
        assertThat(red(white, 30, 48)).isEqualTo(255);
        assertThat(red(white, 30, 18)).isEqualTo(0x80);
        assertThat(red(white, 30, 45)).isEqualTo(0x80);
        // A third of the way into the new pixel lies the white edge: 1/1.5 · 255 + 0.5/1.5 · 128.
        assertThat(red(white, 0, 30)).isEqualTo(213);
        assertThat(white.notes().get(1)).isEqualTo("Pictures that are no squares are kept whole, between white bars.");

        write(48, 96, 0);
        Dataset black = read("size", "64", "fit", "pad");
        assertThat(red(black, 15, 30)).isZero();
        assertThat(red(black, 18, 30)).isEqualTo(0x80);
        assertThat(black.notes().get(1)).contains("black bars");
    }

    @Test
    void autoCropsAndSaysSoWhereTheSquareIsAtLeastHalf() throws IOException {
        write(80, 40, 0xFFFFFF);
        Dataset data = read();
        // The white edges left and right are cut off.
        assertThat(red(data, 0, 16)).isEqualTo(0x80);
        assertThat(data.notes().get(1))
                .startsWith("The square in the middle of each is taken")
                .contains("data.fit=pad");
        assertThat(read("fit", "crop").notes()).hasSize(1);
    }

    @Test
    void autoPadsWhereMostWouldLoseMoreThanHalf() throws IOException {
        write(81, 40, 0xFFFFFF);
        Dataset data = read();
        assertThat(red(data, 16, 3)).isEqualTo(255);
        assertThat(data.notes().get(1))
                .startsWith("Most are more than twice as long as wide")
                .contains("white bars", "data.fit=crop");
    }

    @Test
    void aLineOfPixelsIsStillOnePixelWide() throws IOException {
        write(400, 1, 0);
        Dataset data = read("fit", "pad", "size", "28");
        assertThat(red(data, 10, 13)).isZero();
        assertThat(data.sampleShape()).isEqualTo(Shape.of(3, 28, 28));
    }
}
