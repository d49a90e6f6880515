package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as cameras, scanners, printers' programs and web sites leave them. */
class OddPicturesTest {
    private static final int PLANE = 32 * 32;

    @TempDir
    Path folder;

    private static Dataset read(Path path, String... settings) {
        Values values = new Values(DatasetKind.PICTURES.settings());
        for (int i = 0; i < settings.length; i += 2) {
            values = ByKey.with(values, settings[i], settings[i + 1]);
        }
        return Datasets.create(DatasetKind.PICTURES, values, Optional.of(path));
    }

    /** Levels from 0 to 255, {@code [3, 32, 32]}, of a picture that is brought twice, since of two one is held out. */
    private int[] levels(String ending, byte[] bytes, String... settings) throws IOException {
        Files.write(folder.resolve("a." + ending), bytes);
        Files.write(folder.resolve("b." + ending), bytes);
        float[] values = read(folder, settings).batch(1, TestStreams.of(1, "test"));
        int[] levels = new int[values.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.round((values[i] + 1) * 127.5f);
        }
        return levels;
    }

    private int[] levels(BufferedImage image, String format) throws IOException {
        Path file = PictureFiles.write(folder.resolve("written/picture." + format), image);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return levels(format, bytes);
    }

    private static void assertColour(int[] levels, int place, int rgb, int tolerance) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(levels[channel * PLANE + place])
                    .as("channel %d", channel)
                    .isCloseTo(rgb >> 16 - 8 * channel & 0xFF, within(tolerance));
        }
    }

    @Test
    void aPaletteWithATransparentColourLiesOnWhite() throws IOException {
        byte[] levels = {10, (byte) 200};
        IndexColorModel palette =
                new IndexColorModel(1, 2, levels, new byte[] {20, 30}, new byte[] {40, (byte) 250}, 1);
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(5, 0, 0, 1);
        int[] found = levels(image, "png");
        assertColour(found, 0, 0x0A1428, 0);
        assertColour(found, 5, 0xFFFFFF, 0);
    }

    @Test
    void sixteenBitsAChannelBecomeEightAndHalfTransparentOnesLieOnWhite() throws IOException {
        ComponentColorModel deep = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_USHORT);
        WritableRaster raster = deep.createCompatibleWritableRaster(32, 32);
        for (int i = 0; i < PLANE; i++) {
            raster.setPixel(i % 32, i / 32, new int[] {100 * 257, 0, 255 * 257, i == 0 ? 0x7FFF : 0xFFFF});
        }
        int[] found = levels(new BufferedImage(deep, raster, false, null), "png");
        assertColour(found, 1, 0x6400FF, 0);
        // Half of each, half of 255.
        assertColour(found, 0, 0xB280FF, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif", "tif"})
    void greyKeepsItsLevel(String format) throws IOException {
        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < PLANE; i++) {
            grey.getRaster().setSample(i % 32, i / 32, 0, 77);
        }
        assertColour(levels(grey, format), 100, 0x4D4D4D, 1);
    }

    @Test
    void greyWithAlphaLiesOnWhite() throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(32, 32);
        for (int i = 0; i < PLANE; i++) {
            raster.setPixel(i % 32, i / 32, new int[] {77, i == 0 ? 0 : 255});
        }
        int[] found = levels(new BufferedImage(model, raster, false, null), "png");
        assertColour(found, 0, 0xFFFFFF, 0);
        assertColour(found, 1, 0x4D4D4D, 0);
    }

    @Test
    void jpegPicturesForPrintingAreRead() throws IOException {
        // Without black, red is what cyan leaves, and so on.
        assertColour(levels("jpg", OddPictures.cmyk(48, 0, 128, 255, 0)), 40, 0xFF7F00, 3);
        assertColour(levels("jpg", OddPictures.cmyk(48, 0, 0, 0, 128)), 40, 0x7F7F7F, 3);
    }

    /** Where the camera's upper left and upper right corner are seen, of upper left, upper right, lower left and lower right. */
    @ParameterizedTest
    @CsvSource({"1,0,1", "2,1,0", "3,3,2", "4,2,3", "5,0,2", "6,1,3", "7,3,1", "8,2,0"})
    void jpegPicturesAreTurnedAsTheirCameraSays(int orientation, int red, int green) throws IOException {
        BufferedImage image = PictureFiles.image(
                64,
                64,
                BufferedImage.TYPE_INT_RGB,
                (x, y) -> y >= 32 ? 0 : (x < 32 ? Color.RED : Color.GREEN).getRGB());
        int[] found = levels("jpg", OddPictures.turned(image, orientation));
        int[] corners = {5 * 32 + 5, 5 * 32 + 26, 26 * 32 + 5, 26 * 32 + 26};
        for (int corner = 0; corner < 4; corner++) {
            int colour = corner == red ? 0xFF0000 : corner == green ? 0x00FF00 : 0;
            assertColour(found, corners[corner], colour, 40);
        }
    }

    @Test
    void aTurnedPictureIsCroppedAndKeptWholeAsItIsSeen() throws IOException {
        // Lies 96 wide and 48 high in the file with red on its left third, which is above when it is turned to the
        // right.
        BufferedImage image =
                PictureFiles.image(96, 48, BufferedImage.TYPE_INT_RGB, (x, y) -> x < 32 ? 0xFF0000 : 0x0000FF);
        byte[] turned = OddPictures.turned(image, 6);
        int[] whole = levels("jpg", turned, "fit", "pad");
        assertColour(whole, 5 * 32 + 16, 0xFF0000, 20);
        assertColour(whole, 26 * 32 + 16, 0x0000FF, 20);
        assertThat(whole[16 * 32]).isEqualTo(whole[16 * 32 + 31]).isIn(0, 255);
        int[] middle = levels("jpg", turned, "fit", "crop");
        // The square begins at row 24, so that 8 of its 48 rows are red: 5 of 32.
        assertColour(middle, 2 * 32 + 16, 0xFF0000, 20);
        assertColour(middle, 8 * 32 + 16, 0x0000FF, 20);
    }

    @Test
    void webpPicturesAreRead() throws IOException {
        assertColour(levels("webp", OddPictures.webp(50, 40, 255, 128, 3)), 500, 0xFF8003, 0);
        assertThat(DataFile.at(folder).kind()).isEqualTo(DataFile.Kind.COLOUR_PICTURES);
    }

    @Test
    void webpPicturesAreTurnedAsTheirCameraSays() throws IOException {
        // Twice as wide as high in the file: kept whole, bars lie above and below, or beside it once it is turned.
        int[] lying = levels("webp", OddPictures.turnedWebp(96, 48, 1), "fit", "pad");
        assertColour(lying, 16 * 32, 0xFF8003, 1);
        assertThat(lying[16]).isEqualTo(lying[2 * PLANE + 16]);
        int[] standing = levels("webp", OddPictures.turnedWebp(96, 48, 6), "fit", "pad");
        assertColour(standing, 16, 0xFF8003, 1);
        assertThat(standing[16 * 32]).isEqualTo(standing[2 * PLANE + 16 * 32]);
    }

    @Test
    void ofAGifOfManyFramesTheFirstIsTaken() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        Path file = folder.resolve("a.gif");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int rgb : new int[] {0xFF8000, 0x0000FF}) {
                BufferedImage frame = PictureFiles.image(32, 32, BufferedImage.TYPE_INT_RGB, (x, y) -> rgb);
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        assertColour(levels("gif", Files.readAllBytes(file)), 7, 0xFF8000, 0);
    }

    @Test
    void whatSystemsLeaveInFoldersIsNotLookedAt() throws IOException {
        PictureFiles.plain(folder.resolve("cat/a.png"), 20, 20, 0);
        PictureFiles.plain(folder.resolve("dog/b.png"), 20, 20, 0);
        for (String name :
                new String[] {".DS_Store", "cat/._a.png", "cat/Thumbs.db", "desktop.ini", "__MACOSX/cat/a.png"}) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), new byte[] {1, 2, 3});
        }
        assertThat(read(folder).notes()).hasSize(1);
        assertThat(read(folder).classNames()).containsExactly("cat", "dog");
    }
}
