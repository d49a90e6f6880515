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
import java.util.Set;
import java.util.TreeSet;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.InputException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxPicturesTest {
    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("pictures"), bytes);
    }

    private AbstractThrowableAssert<?, ?> refusing(byte[] bytes) throws IOException {
        Path file = file(bytes);
        return assertThatThrownBy(() -> PictureSet.readIdx(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString());
    }

    private static RandomStream stream() {
        return TestStreams.of(1, "test");
    }

    @Test
    void pixelsRunFromMinusOneToOne() throws IOException {
        byte[] bytes = pictures(2, 28, 28);
        Arrays.fill(bytes, 16, bytes.length, (byte) 255);
        // Both pictures alike: one of them is held out.
        for (int first : new int[] {16, 16 + 784}) {
            bytes[first] = 0;
            bytes[first + 1] = 51;
        }
        float[] picture = PictureSet.readIdx(file(bytes)).batch(1, stream());
        // 0/127.5 − 1, 51/127.5 − 1, 255/127.5 − 1.
        assertThat(picture[0]).isEqualTo(-1f);
        assertThat(picture[1]).isEqualTo(51 / 127.5f - 1);
        assertThat(picture[2]).isEqualTo(1f);
    }

    @Test
    void oneInTenPicturesIsHeldOutAndNoneIsInBothParts() throws IOException {
        PictureSet data = PictureSet.readIdx(file(pictures(35, 32, 32)));
        assertThat(data.sampleShape()).isEqualTo(Shape.of(1, 32, 32));
        assertThat(data.count()).isEqualTo(35);
        Set<Integer> heldOut = indices(data.heldOut(2_000, stream()));
        assertThat(heldOut.stream().map(index -> index / 10)).containsExactly(0, 1, 2, 3);
        assertThat(indices(data.batch(5_000, stream()))).hasSize(31).doesNotContainAnyElementsOf(heldOut);
    }

    private static Set<Integer> indices(float[] batch) {
        Set<Integer> found = new TreeSet<>();
        for (int i = 0; i < batch.length; i += 1024) {
            found.add(Math.round((batch[i] + 1) * 127.5f));
        }
        return found;
    }

    @Test
    void aGzippedFileReadsAsItsContent() throws IOException {
        assertThat(PictureSet.readIdx(file(gzipped(pictures(12, 28, 28)))).count())
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train-images-idx3-ubyte",
                "train-images-idx3-ubyte.gz",
                "train-images.idx3-ubyte",
                "train-images.idx3-ubyte.gz",
                "t10k-images-idx3-ubyte",
                "t10k-images.idx3-ubyte.gz"
            })
    void aFoldersPicturesAreFoundUnderTheirUsualNames(String name) throws IOException {
        byte[] bytes = pictures(3, 28, 28);
        Files.write(folder.resolve(name), name.endsWith(".gz") ? gzipped(bytes) : bytes);
        assertThat(PictureSet.readIdx(folder).count()).isEqualTo(3);
    }

    @Test
    void picturesForTrainingAreTakenBeforeThoseForTesting() throws IOException {
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), pictures(3, 28, 28));
        Files.write(folder.resolve("train-images.idx3-ubyte.gz"), gzipped(pictures(5, 28, 28)));
        assertThat(PictureSet.readIdx(folder).count()).isEqualTo(5);
    }

    @Test
    void aFolderWithoutPicturesNamesTheFilesLookedFor() {
        assertThatThrownBy(() -> PictureSet.readIdx(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("train-images-idx3-ubyte.gz")
                .hasMessageContaining("found none of them, but an empty folder");
    }

    @Test
    void aMissingFileIsNamedInFull() {
        Path missing = folder.resolve("nowhere.gz");
        assertThatThrownBy(() -> PictureSet.readIdx(missing))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(missing.toString())
                .hasMessageContaining("nothing there");
    }

    @Test
    void aFileCutShortTellsBothLengths() throws IOException {
        // 16 + 4·784 = 3152 by the header.
        refusing(Arrays.copyOf(pictures(4, 28, 28), 3000))
                .hasMessageContaining("3152 bytes")
                .hasMessageContaining("found 3000 bytes");
    }

    @Test
    void aFileLongerThanItsHeaderSaysIsRefused() throws IOException {
        refusing(Arrays.copyOf(pictures(4, 28, 28), 3153)).hasMessageContaining("3152 bytes");
    }

    @Test
    void aHeaderCutShortIsRefused() throws IOException {
        refusing(Arrays.copyOf(pictures(4, 28, 28), 9)).hasMessageContaining("found 9 bytes in all");
        refusing(new byte[] {0}).hasMessageContaining("found 1 byte.");
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        refusing(new byte[0]).hasMessageContaining("an empty file");
        refusing(gzipped(new byte[0])).hasMessageContaining("an empty file");
    }

    @Test
    void aWrongMagicNumberIsShownBesideTheRightOne() throws IOException {
        refusing(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .hasMessageContaining("found a PNG picture")
                .hasMessageContaining("0x00000803");
    }

    @Test
    void labelsInsteadOfPicturesAreRecognized() throws IOException {
        byte[] labels = ByteBuffer.allocate(12).putInt(0x801).putInt(4).array();
        refusing(labels).hasMessageContaining("an IDX file of labels, not of pictures");
        refusing(gzipped(labels)).hasMessageContaining("labels");
    }

    @Test
    void brokenGzipDataAreRefused() throws IOException {
        byte[] packed = gzipped(pictures(40, 28, 28));
        refusing(Arrays.copyOf(packed, packed.length / 2)).hasMessageContaining("breaks off");
        byte[] damaged = packed.clone();
        damaged[10] = (byte) 0xFF;
        refusing(damaged).hasMessageContaining("broken gzip data");
    }

    @Test
    void aWrongChecksumAtTheEndOfGzipDataIsNotOverlooked() throws IOException {
        byte[] packed = gzipped(pictures(40, 28, 28));
        packed[packed.length - 8] ^= 1;
        refusing(packed).hasMessageContaining("broken gzip data");
    }

    @Test
    void sidesThatNoPictureHasAreRefused() throws IOException {
        refusing(pictures(4, 0, 28)).hasMessageContaining("found 0x28");
        byte[] wide = pictures(4, 28, 28);
        wide[14] = 0x7F;
        refusing(wide).hasMessageContaining("found 28x32540");
    }

    @Test
    void tooFewOrImplausiblyManyPicturesAreRefused() throws IOException {
        refusing(pictures(0, 28, 28)).hasMessageContaining("announces 0");
        refusing(pictures(1, 28, 28)).hasMessageContaining("announces 1");
        byte[] boastful = pictures(2, 28, 28);
        Arrays.fill(boastful, 4, 8, (byte) 0xFF);
        refusing(boastful).hasMessageContaining("announces 4294967295");
    }
}
