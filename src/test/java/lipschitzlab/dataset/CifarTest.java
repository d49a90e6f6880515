package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lipschitzlab.compute.TestStreams;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CIFAR-100, and the archives of both sets as they are unpacked. */
class CifarTest {
    private static final int RECORD = 3074;

    @TempDir
    Path folder;

    private static PictureSet read(Path path) {
        return PictureSet.read(path, new Values(DatasetKind.PICTURES.settings()));
    }

    /** Records of which number i has the superclass i modulo 20, the class 3 i modulo 100, and red i. */
    private static byte[] hundred(int records) {
        byte[] bytes = new byte[records * RECORD];
        for (int i = 0; i < records; i++) {
            bytes[i * RECORD] = (byte) (i % 20);
            bytes[i * RECORD + 1] = (byte) (3 * i % 100);
            Arrays.fill(bytes, i * RECORD + 2, i * RECORD + 2 + 1024, (byte) i);
        }
        return bytes;
    }

    private Path file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private void assertClassesOfHundred(Dataset data) {
        assertThat(data.classNames()).hasSize(100);
        LabelledSamples samples = data.labelledBatch(100, TestStreams.of(1, "test"));
        for (int i = 0; i < 100; i++) {
            int red = Math.round((samples.values()[i * 3 * 1024] + 1) * 127.5f);
            assertThat(samples.labels()[i]).isEqualTo(3 * red % 100);
        }
    }

    @Test
    void theFineLabelsOfCifar100AreItsClassesAndHaveTheirNames() throws IOException {
        file("cifar-100-binary/train.bin", hundred(40));
        file("cifar-100-binary/test.bin", hundred(5));
        String names = IntStream.range(0, 100).mapToObj(i -> "class " + i).collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("cifar-100-binary/fine_label_names.txt"), names + "\n");
        PictureSet data = read(folder.resolve("cifar-100-binary"));
        assertThat(data.count()).isEqualTo(40);
        assertClassesOfHundred(data);
        assertThat(data.classNames()).startsWith("class 0", "class 1").endsWith("class 99");
        assertThat(data.notes().get(0)).startsWith("train.bin: 40 pictures in 40 classes (class 0, class 2, class 3,");
    }

    @Test
    void aBatchOfCifar100IsToldByItsRecordsWhateverItsName() throws IOException {
        Path brought = file("brought", hundred(20));
        assertClassesOfHundred(read(brought));
        assertThat(DataFile.at(brought).kind()).isEqualTo(DataFile.Kind.COLOUR_PICTURES);
        assertThat(DataFile.at(brought).words()).isEqualTo("CIFAR-100 pictures (binary)");
        assertClassesOfHundred(read(file("other/test.bin", hundred(20)).getParent()));
    }

    @Test
    void aFineLabelThatDoesNotExistIsRefused() throws IOException {
        byte[] bytes = hundred(20);
        bytes[19 * RECORD + 1] = 100;
        Path file = file("train.bin", bytes);
        Files.createFile(folder.resolve("fine_label_names.txt"));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("CIFAR-100, whose records begin with a label from 0 to 99")
                .hasMessageContaining("found the label 100 in record 20");
    }

    @Test
    void theFolderAroundTheBatchesIsEnough() throws IOException {
        file("cifar-10-batches-bin/data_batch_1.bin", PictureFiles.batch(12));
        file("readme.html", new byte[] {1});
        assertThat(read(folder).count()).isEqualTo(12);
        assertThat(DataFile.at(folder).kind()).isEqualTo(DataFile.Kind.COLOUR_PICTURES);
        file("cifar-100-binary/train.bin", hundred(20));
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("several sets: cifar-10-batches-bin, cifar-100-binary");
    }

    @Test
    void aFileCalledTrainThatIsSomethingElseIsNoBatch() throws IOException {
        file("train.bin", new byte[] {1, 2, 3});
        assertThat(DataFile.at(folder).kind()).isEqualTo(DataFile.Kind.OTHER);
    }
}
