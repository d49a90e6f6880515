package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.plot.Pictures;
import lipschitzlab.plot.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PicturesTest {
    @TempDir
    private Path folder;

    @Test
    void aPictureComesBackPixelByPixel() throws IOException {
        Raster raster = new Raster(2, 2, new int[] {0xFF0072B2, 0x00000000, 0x80FFFFFF, 0xFF010203});
        Path file = folder.resolve("picture.png");

        Pictures.write(file, raster, Map.of());

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0, 2, 2, null, 0, 2)).isEqualTo(raster.argb());
    }

    /** Compared with what the JDK's reader makes of the file. */
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_3BYTE_BGR})
    void anOpaquePictureOfManyColoursComesBackPixelByPixelAndWithoutAlpha(int type) throws IOException {
        BufferedImage picture = new BufferedImage(301, 203, type);
        RandomStream random = TestStreams.of(1, "colours");
        for (int pixel = 0; pixel < 301 * 203; pixel++) {
            picture.setRGB(pixel % 301, pixel / 301, random.below(1 << 24));
        }
        Path file = folder.resolve("picture.png");

        Pictures.write(file, picture, Map.of());

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getColorModel().hasAlpha()).isFalse();
        assertThat(read.getRGB(0, 0, 301, 203, null, 0, 301)).isEqualTo(picture.getRGB(0, 0, 301, 203, null, 0, 301));
        assertThat(Pictures.encode(picture, Map.of())).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void aPictureSaysWhereItComesFrom() throws IOException {
        Path file = folder.resolve("picture.png");

        Pictures.write(
                file, new Raster(1, 1, new int[1]), Map.of("preset", "Häuser", "lane", "λ = 10", "step", "1500"));

        assertThat(texts(file))
                .containsEntry("Software", "Lipschitz Lab")
                .containsEntry("preset", "Häuser")
                .containsEntry("lane", "λ = 10")
                .containsEntry("step", "1500");
    }

    private static Map<String, String> texts(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(stream);
            IIOMetadata metadata = reader.getImageMetadata(0);
            Element root = (Element) metadata.getAsTree("javax_imageio_png_1.0");
            Map<String, String> texts = new LinkedHashMap<>();
            collect(root.getElementsByTagName("tEXtEntry"), "value", texts);
            collect(root.getElementsByTagName("iTXtEntry"), "text", texts);
            return texts;
        } finally {
            reader.dispose();
        }
    }

    private static void collect(NodeList entries, String attribute, Map<String, String> texts) {
        for (int i = 0; i < entries.getLength(); i++) {
            Element entry = (Element) entries.item(i);
            texts.put(entry.getAttribute("keyword"), entry.getAttribute(attribute));
        }
    }
}
