package lipschitzlab.dataset;

import static lipschitzlab.dataset.IdxFiles.gzipped;
import static lipschitzlab.dataset.IdxFiles.pictures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.ByKey;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets in MNIST's format: EMNIST, QMNIST, KMNIST, Fashion-MNIST, and those of other sizes. */
class MnistFamilyTest {
    @TempDir
    Path folder;

    private static Dataset read(DatasetKind kind, Path path, String... settings) {
        Values values = new Values(kind.settings());
        for (int i = 0; i < settings.length; i += 2) {
            values = ByKey.with(values, settings[i], settings[i + 1]);
        }
        return Datasets.create(kind, values, Optional.of(path));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, name.endsWith(".gz") ? gzipped(bytes) : bytes);
    }

    /** Two pictures alike that are black but for one white pixel. */
    private static byte[] dot(int height, int width, int y, int x) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + 2 * height * width);
        bytes.putInt(0x803).putInt(2).putInt(height).putInt(width);
        bytes.put(16 + y * width + x, (byte) 255);
        bytes.put(16 + height * width + y * width + x, (byte) 255);
        return bytes.array();
    }

    private static float[] one(Dataset data) {
        return data.batch(1, TestStreams.of(1, "test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "emnist-letters-train-images-idx3-ubyte.gz",
                "qmnist-train-images-idx3-ubyte",
                "train-images.idx3-ubyte",
                "Train_Images.IDX3",
                "fashion/data/fashion/t10k-images-idx3-ubyte.gz",
                "raw/train-images-idx3-ubyte/train-images-idx3-ubyte",
                "k-images-idx3-ubyte"
            })
    void picturesAreFoundUnderAnyPrefixAndInFoldersInside(String name) throws IOException {
        file(name, pictures(5, 28, 28));
        file("labels-idx3-ubyte", pictures(4, 28, 28));
        file(".train-images-idx3-ubyte", pictures(3, 28, 28));
        assertThat(((PictureSet) read(DatasetKind.IDX, folder)).count()).isEqualTo(5);
        assertThat(DataFile.at(folder).kind()).isEqualTo(DataFile.Kind.PICTURES);
    }

    @Test
    void severalSetsInOneFolderAreToChooseFrom() throws IOException {
        file("emnist-letters-train-images-idx3-ubyte", pictures(5, 28, 28));
        file("emnist-letters-train-images-idx3-ubyte.gz", pictures(5, 28, 28));
        file("emnist-letters-test-images-idx3-ubyte", pictures(5, 28, 28));
        assertThat(((PictureSet) read(DatasetKind.IDX, folder)).count()).isEqualTo(5);
        file("emnist-digits-train-images-idx3-ubyte", pictures(5, 28, 28));
        assertThatThrownBy(() -> read(DatasetKind.IDX, folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("several: emnist-digits-train-images-idx3-ubyte, emnist-letters-train");
    }

    @Test
    void picturesOfAnotherSizeAreScaledAndThoseOfAKnownOneAreNot() throws IOException {
        Dataset scaled = read(DatasetKind.IDX, file("a", pictures(5, 64, 63)));
        assertThat(scaled.sampleShape()).isEqualTo(Shape.of(1, 32, 32));
        assertThat(scaled.notes().get(0)).isEqualTo("a: 5 pictures, as 32×32 pixels in grey.");
        assertThat(scaled.notes().get(1))
                .isEqualTo("Scaled from 64×63 pixels, of which the square in the middle is taken.");
        for (int size : new int[] {28, 32, 48, 64}) {
            Dataset kept = read(DatasetKind.IDX, file("b", dot(size, size, 3, 5)));
            assertThat(kept.sampleShape()).isEqualTo(Shape.of(1, size, size));
            assertThat(one(kept)[3 * size + 5]).isEqualTo(1f);
            assertThat(kept.notes()).hasSize(1);
        }
        Dataset larger = read(DatasetKind.IDX, file("b", pictures(5, 28, 28)), "size", "64");
        assertThat(larger.sampleShape()).isEqualTo(Shape.of(1, 64, 64));
    }

    @Test
    void longPicturesAreKeptWholeBetweenBlackBars() throws IOException {
        byte[] bytes = pictures(2, 20, 64);
        Arrays.fill(bytes, 16, bytes.length, (byte) 255);
        Dataset data = read(DatasetKind.IDX, file("long", bytes));
        // 20×64 become 10×32, with 11 rows of black above and below.
        assertThat(one(data)[10 * 32 + 7]).isEqualTo(-1f);
        assertThat(one(data)[11 * 32 + 7]).isEqualTo(1f);
        assertThat(one(data)[20 * 32 + 7]).isEqualTo(1f);
        assertThat(one(data)[21 * 32 + 7]).isEqualTo(-1f);
        assertThat(data.notes().get(1)).isEqualTo("Scaled from 20×64 pixels, kept whole between black bars.");
    }

    @Test
    void theRowsOfEmnistBecomeColumnsAndThoseOfOthersOnlyWhereItIsAsked() throws IOException {
        Dataset emnist = read(DatasetKind.IDX, file("emnist-digits-train-images-idx3-ubyte", dot(28, 28, 3, 5)));
        assertThat(one(emnist)[5 * 28 + 3]).isEqualTo(1f);
        assertThat(emnist.notes().get(1)).contains("EMNIST", "--set data.transpose=false");
        Path other = file("x", dot(28, 28, 3, 5));
        assertThat(one(read(DatasetKind.IDX, other))[3 * 28 + 5]).isEqualTo(1f);
        assertThat(one(read(DatasetKind.IDX, other, "transpose", "true"))[5 * 28 + 3])
                .isEqualTo(1f);
        // 64 wide and 32 high in the file, then 32 wide and 64 high: the square in its middle begins in row 16.
        Dataset long1 = read(DatasetKind.IDX, file("y", dot(32, 64, 3, 20)), "transpose", "true");
        assertThat(one(long1)[(20 - 16) * 32 + 3]).isEqualTo(1f);
    }

    @Test
    void theClassesOfEmnistAreCalledByTheirCharacters() throws IOException {
        file("emnist-letters-train-images-idx3-ubyte", pictures(4, 28, 28));
        file(
                "emnist-letters-train-labels-idx1-ubyte",
                ByteBuffer.allocate(12)
                        .putInt(0x801)
                        .putInt(4)
                        .put(new byte[] {2, 1, 3, 1})
                        .array());
        Files.writeString(folder.resolve("emnist-letters-mapping.txt"), "1 65 97\n2 66 98\n");
        assertThat(read(DatasetKind.IDX, folder).classNames()).containsExactly("A", "B", "3");
    }

    @Test
    void idxPicturesAreReadAsColourToo() throws IOException {
        file("raw/train-images-idx3-ubyte", pictures(5, 28, 28));
        Dataset data = read(DatasetKind.PICTURES, folder, "size", "28");
        assertThat(data.sampleShape()).isEqualTo(Shape.of(3, 28, 28));
        float[] picture = one(data);
        assertThat(picture[784]).isEqualTo(picture[0]).isEqualTo(picture[2 * 784]);
        assertThat(read(DatasetKind.PICTURES, folder.resolve("raw/train-images-idx3-ubyte"), "colour", "grey")
                        .sampleShape())
                .isEqualTo(Shape.of(1, 32, 32));
    }
}
