package lipschitzlab.dataset;

import static lipschitzlab.dataset.PictureFiles.batch;
import static lipschitzlab.dataset.PictureFiles.image;
import static lipschitzlab.dataset.PictureFiles.plain;
import static lipschitzlab.dataset.PictureFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSetTest {
    private static final int PLANE = 32 * 32;
    private static final int ORANGE = 0xFF8000;

    @TempDir
    Path folder;

    private static Dataset read(Path path, String... settings) {
        Values values = new Values(DatasetKind.PICTURES.settings());
        for (int i = 0; i < settings.length; i += 2) {
            values = ByKey.with(values, settings[i], settings[i + 1]);
        }
        return Datasets.create(DatasetKind.PICTURES, values, Optional.of(path));
    }

    /** The level from 0 to 255 of a picture's value. */
    private static float level(float value) {
        return (value + 1) * 127.5f;
    }

    private static float[] one(Dataset data) {
        return data.batch(1, TestStreams.of(1, "test"));
    }

    /** The same picture twice, since of two one is held out. */
    private Dataset twice(BufferedImage image, String... settings) throws IOException {
        write(folder.resolve("a.png"), image);
        write(folder.resolve("b.png"), image);
        return read(folder, settings);
    }

    private static AbstractThrowableAssert<?, ?> refusing(Path path) {
        return assertThatThrownBy(() -> read(path))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(path.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "jpg"})
    void eachFormatGivesRedGreenAndBlueInThisOrder(String format) throws IOException {
        plain(folder.resolve("a." + format), 40, 40, ORANGE);
        plain(folder.resolve("b." + format), 40, 40, ORANGE);
        Dataset data = read(folder);
        assertThat(data.sampleShape()).isEqualTo(Shape.of(3, 32, 32));
        float[] picture = one(data);
        float[] expected = {255, 128, 0};
        for (int channel = 0; channel < 3; channel++) {
            // JPEG keeps colours to a level or two, the others exactly.
            assertThat(level(picture[channel * PLANE + 500]))
                    .isCloseTo(expected[channel], within(format.equals("jpg") ? 3f : 0.01f));
        }
    }

    @Test
    void theSquareInTheMiddleIsTaken() throws IOException {
        // 40 wide, 20 high: the square begins at 10 and ends at 30.
        Dataset data =
                twice(image(40, 20, BufferedImage.TYPE_INT_RGB, (x, y) -> x >= 10 && x < 30 ? 0xFFFFFFFF : 0xFF000000));
        assertThat(one(data)).containsOnly(1f);
    }

    @Test
    void aSmallerPictureIsTheAverageOverEachNewPixel() throws IOException {
        // A row of 64 levels 0, 4, …, 252: two by two they average to 2, 10, 18, ….
        Dataset data = twice(image(64, 64, BufferedImage.TYPE_INT_RGB, (x, y) -> 0x010101 * (4 * x)));
        float[] picture = one(data);
        for (int x = 0; x < 32; x++) {
            assertThat(level(picture[x])).isCloseTo(8 * x + 2f, within(0.01f));
        }
        // 42 to 28, 3 to 2: a white column of every three gives 2/3 of a new pixel, or none: levels 170 and 0.
        float[] thirds = one(
                twice(image(42, 42, BufferedImage.TYPE_INT_RGB, (x, y) -> x % 3 == 0 ? 0xFFFFFF : 0), "size", "28"));
        assertThat(level(thirds[0])).isCloseTo(170, within(0.01f));
        assertThat(level(thirds[1])).isCloseTo(0, within(0.01f));
    }

    @Test
    void aLargerPictureContinuesARampInAStraightLine() throws IOException {
        // Cubic convolution repeats straight lines, but for two old pixels at each edge: 16·x at x = (i + 1/2)/2 − 1/2.
        float[] picture = one(twice(image(16, 16, BufferedImage.TYPE_INT_RGB, (x, y) -> 0x010101 * (16 * x))));
        for (int i = 4; i < 28; i++) {
            assertThat(level(picture[16 * 32 + i])).isCloseTo(8f * i - 4, within(0.01f));
        }
    }

    @Test
    void greyIsTheLumaOfColoursAndALevelOfGreyStaysWhatItIs() throws IOException {
        Dataset data = twice(image(32, 32, BufferedImage.TYPE_INT_RGB, (x, y) -> ORANGE), "colour", "grey");
        assertThat(data.sampleShape()).isEqualTo(Shape.of(1, 32, 32));
        // 0.299·255 + 0.587·128 = 151.4.
        assertThat(level(one(data)[7])).isCloseTo(151, within(0.01f));

        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 32, 32, 0, filled(100));
        assertThat(level(one(twice(grey))[2 * PLANE])).isCloseTo(100, within(0.01f));

        BufferedImage deep = new BufferedImage(32, 32, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSamples(0, 0, 32, 32, 0, filled(100 * 257));
        assertThat(level(one(twice(deep))[2 * PLANE])).isCloseTo(100, within(0.01f));
    }

    private static int[] filled(int level) {
        int[] levels = new int[PLANE];
        Arrays.fill(levels, level);
        return levels;
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws IOException {
        float[] picture =
                one(twice(image(32, 32, BufferedImage.TYPE_INT_ARGB, (x, y) -> x < 16 ? 0x00000000 : 0xFF000000)));
        assertThat(picture[0]).isEqualTo(1f);
        assertThat(picture[31]).isEqualTo(-1f);
    }

    @Test
    void foldersInsideAreClassesAtAnyDepthAndWhatIsHiddenIsNotLookedAt() throws IOException {
        for (String name : new String[] {"cat/1.png", "cat/2.png", "dog/old/3.png", ".trash/4.png", "dog/.5.png"}) {
            plain(folder.resolve(name), 20, 20, ORANGE);
        }
        assertThat(read(folder).notes())
                .containsExactly(
                        folder.getFileName() + ": 3 pictures in 2 classes (cat, dog), as 32×32 pixels in colour.");
    }

    @Test
    void emptyAndBrokenFilesAreCountedAndNamedAndTheOthersAreRead() throws IOException {
        plain(folder.resolve("a.png"), 20, 20, ORANGE);
        plain(folder.resolve("b.png"), 20, 20, ORANGE);
        Files.write(folder.resolve("empty.png"), new byte[0]);
        cutInHalf("half.png");
        cutInHalf("half.jpg");
        Files.writeString(folder.resolve("labels.txt"), "cat");
        assertThat(read(folder).notes()).hasSize(2).first().asString().contains(": 2 pictures, as");
        assertThat(read(folder).notes().get(1))
                .startsWith("Left out 4 files: empty.png (empty), half.jpg (cut short), half.png (")
                .endsWith(" and 1 more.");
    }

    private void cutInHalf(String name) throws IOException {
        Path file = write(
                folder.resolve(name),
                image(90, 90, BufferedImage.TYPE_INT_RGB, (x, y) -> 0xFFFFFF & (x * 2654435 ^ y * 40503)));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void oneInTenPicturesIsHeldOutAndNoneIsInBothParts() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), batch(35));
        Dataset data = read(folder);
        Set<Integer> heldOut = reds(data.heldOut(500, TestStreams.of(1, "test")));
        assertThat(heldOut).hasSize(4);
        assertThat(reds(data.batch(1000, TestStreams.of(2, "test"))))
                .hasSize(31)
                .doesNotContainAnyElementsOf(heldOut);
    }

    private static Set<Integer> reds(float[] batch) {
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < batch.length; i += 3 * PLANE) {
            found.add(Math.round(level(batch[i])));
        }
        return found;
    }

    @Test
    void batchesForTrainingAreTakenWithTheNamesOfTheirClasses() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), batch(12));
        Files.write(folder.resolve("data_batch_2.bin"), batch(3));
        Files.write(folder.resolve("test_batch.bin"), batch(7));
        Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
        Dataset data = read(folder);
        assertThat(data.notes())
                .containsExactly("data_batch_1.bin to data_batch_2.bin: 15 pictures in 10 classes"
                        + " (a, b, c, d, e, f, g, h, i, j), as 32×32 pixels in colour.");
        float[] picture = one(data);
        assertThat(level(picture[PLANE])).isCloseTo(100, within(0.01f));
        assertThat(level(picture[3 * PLANE - 1])).isCloseTo(200, within(0.01f));
    }

    @Test
    void oneBatchIsReadByItselfAndScaled() throws IOException {
        Path file = Files.write(folder.resolve("test_batch.bin"), batch(7));
        assertThat(read(folder).notes().get(0)).startsWith("test_batch.bin: 7 pictures");
        Dataset data = read(file, "size", "28");
        assertThat(data.sampleShape()).isEqualTo(Shape.of(3, 28, 28));
        assertThat(level(one(data)[28 * 28])).isCloseTo(100, within(0.01f));
    }

    @Test
    void aBatchCutShortTellsItsBytes() throws IOException {
        refusing(Files.write(folder.resolve("data_batch_1.bin"), Arrays.copyOf(batch(3), 7000)))
                .hasMessageContaining("3073 bytes each")
                .hasMessageContaining("found 7000 bytes: 2 records and 854 bytes more");
        refusing(Files.write(folder.resolve("data_batch_1.bin"), new byte[0])).hasMessageContaining("an empty file");
    }

    @Test
    void aLabelThatCifarDoesNotHaveIsRefusedWithItsRecord() throws IOException {
        byte[] bytes = batch(4);
        bytes[2 * PictureFiles.RECORD] = 10;
        refusing(Files.write(folder.resolve("data_batch_1.bin"), bytes))
                .hasMessageContaining("a label from 0 to 9, found the label 10 in record 3");
    }

    @Test
    void aFolderWithoutPicturesIsRefusedWithWhatItHolds() throws IOException {
        refusing(folder).hasMessageContaining("a folder without files");
        Files.writeString(folder.resolve("notes.txt"), "nothing here");
        refusing(folder)
                .hasMessageContaining("0 of 1 files can be read")
                .hasMessageContaining("notes.txt (a text file)");
        plain(folder.resolve("one.png"), 20, 20, ORANGE);
        refusing(folder).hasMessageContaining("1 of 2 files can be read");
    }

    @Test
    void cifarsPythonVersionIsNamedWithWhatToGetInstead() throws IOException {
        Files.write(folder.resolve("batches.meta"), new byte[] {(byte) 0x80, 2, '}'});
        refusing(folder)
                .hasMessageContaining("found CIFAR-10's Python version (pickles)")
                .hasMessageContaining("cifar-10-binary.tar.gz");
    }

    @Test
    void severalSetsInAFolderAreRefused() throws IOException {
        Files.write(folder.resolve("data_batch_1.bin"), batch(3));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxFiles.pictures(2, 28, 28));
        refusing(folder).hasMessageContaining("several sets: t10k-images-idx3-ubyte (IDX), data_batch_1.bin");
    }

    @Test
    void aFileInAFolderThatIsNoPictureIsCalledByWhatItIs() throws IOException {
        plain(folder.resolve("1.png"), 20, 20, ORANGE);
        plain(folder.resolve("2.png"), 20, 20, ORANGE);
        Files.writeString(folder.resolve("3.jpg"), "<!DOCTYPE html><p>Not found");
        assertThat(read(folder).notes().get(1)).isEqualTo("Left out 1 file: 3.jpg (a web page (HTML)).");
    }

    @Test
    void aGzippedBatchIsToBeUnpacked() throws IOException {
        refusing(Files.write(folder.resolve("data_batch_1.bin.gz"), IdxFiles.gzipped(batch(3))))
                .hasMessageContaining("found a gzipped file")
                .hasMessageContaining("gunzip");
    }

    @Test
    void aFileThatIsSomethingElseIsCalledByItsName() throws IOException {
        refusing(plain(folder.resolve("cat.png"), 20, 20, ORANGE))
                .hasMessageContaining("found a PNG picture")
                .hasMessageContaining("Choose the folder");
        byte[] floats = IdxFiles.pictures(2, 28, 28);
        floats[2] = 0x0D;
        refusing(Files.write(folder.resolve("digits"), floats))
                .hasMessageContaining("found an IDX file of floats in 3 dimensions");
        refusing(Files.writeString(folder.resolve("points"), "1,2\n3,4\n")).hasMessageContaining("found a text file");
        refusing(Files.write(folder.resolve("some"), new byte[] {1, 2, 3}))
                .hasMessageContaining("found a file of another kind");
        refusing(folder.resolve("nowhere")).hasMessageContaining("nothing there");
    }
}
