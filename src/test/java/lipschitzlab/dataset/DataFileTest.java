package lipschitzlab.dataset;

import static lipschitzlab.dataset.IdxFiles.gzipped;
import static lipschitzlab.dataset.IdxFiles.pictures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lipschitzlab.dataset.DataFile.Kind;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {
    @TempDir
    Path folder;

    private DataFile of(byte[] bytes) throws IOException {
        return DataFile.at(Files.write(folder.resolve("brought"), bytes));
    }

    private DataFile of(String latin1) throws IOException {
        return of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\n1,2\n",
                "0.5 0.7\n",
                "# made by hand\n1;2",
                "\u00FE\u00FF\0001\0\t\0002",
                "1\0\t\0002\0\n\0"
            })
    void textWithNumbersIsATableInWhateverEncoding(String content) throws IOException {
        DataFile table = of(content);
        assertThat(table.kind()).isEqualTo(Kind.TABLE);
        assertThat(table.kind().dataset()).contains(DatasetKind.CSV);
    }

    @Test
    void picturesAreFoundAloneGzippedAndInFoldersOneLevelDeeper() throws IOException {
        assertThat(of(pictures(2, 28, 28)).kind()).isEqualTo(Kind.PICTURES);
        assertThat(of(gzipped(pictures(2, 28, 28))).kind()).isEqualTo(Kind.PICTURES);
        Path inner = Files.createDirectories(folder.resolve("MNIST/raw"));
        Path file = Files.write(inner.resolve("train-images-idx3-ubyte"), pictures(2, 28, 28));
        assertThat(DataFile.at(inner.getParent()).kind()).isEqualTo(Kind.PICTURES);
        assertThat(DataFile.at(inner.getParent()).path()).isEqualTo(file);
    }

    @Test
    void presetsAreToldByTheirEndingOrTheirFirstKey() throws IOException {
        assertThat(DataFile.at(Files.createFile(folder.resolve("a.YML"))).kind())
                .isEqualTo(Kind.YAML);
        assertThat(of("# a preset\ntitle: 8 Gaussians\nseed: 1\n").kind()).isEqualTo(Kind.YAML);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<!DOCTYPE html>|a web page",
                "  <HTML lang='en'>|a web page",
                "<?xml version='1.0'?>|an XML document",
                "{ \"x\": 1|a JSON document",
                "\u0093NUMPY\u0001|a NumPy array",
                "\u0089PNG|a PNG picture",
                "\u00FF\u00D8\u00FF\u00E0|a JPEG picture",
                "%PDF-1.7|a PDF document",
                "\u00D0\u00CF\u0011\u00E0|an old Excel",
                "version https://git-lfs.github.com/spec/v1|a pointer of Git LFS",
                "BZh9|a bzip2 archive",
                "\0\0\0\u0018ftypheic|an HEIC picture",
                "\0\0\0\u0018ftypavif|an AVIF picture",
                "\0\0\0\u0018ftypisom|a film",
                "8BPS|a Photoshop picture",
                "ARROW1\0\0|an Arrow file",
                "\u0080\u0002}U\u000Bbatch_labelq|a batch of CIFAR's Python version",
                "\u0080\u0002}U\u0009filenames]U\u0016taurus_s_000507.png|a batch of CIFAR's Python version",
                "\u0080\u0002}U\u000Bfine_labelsq|CIFAR-100's Python version",
                "\u0040\0\0\0\0\0\0\0{\"x\"|a safetensors file",
                "there is no number in here|a text without numbers",
                "\u0001\u0002\u0003|a binary file of a kind that the lab does not know"
            })
    void whatIsSomethingElseIsNamedForWhatItIs(String start, String words) throws IOException {
        DataFile other = of(start);
        assertThat(other.kind()).isEqualTo(Kind.OTHER);
        assertThat(other.sentence()).contains(words).endsWith(".");
    }

    @Test
    void picturesWhoseFirstBytesAreBlankAreNamed() throws IOException {
        assertThat(of("\u00FF\n\u00FA").words()).isEqualTo("a JPEG XL picture");
        assertThat(of("\0\0\0\fjP  \r\n").words()).isEqualTo("a JPEG 2000 picture");
    }

    @Test
    void archivesAreNamedByWhatTheyHold() throws IOException {
        assertThat(of(zip("x.npy")).words()).isEqualTo("a NumPy archive (.npz)");
        assertThat(of(zip("[Content_Types].xml", "xl/workbook.xml")).words()).isEqualTo("an Excel workbook (.xlsx)");
        assertThat(of(zip("train-images-idx3-ubyte")).words()).isEqualTo("a ZIP archive with IDX pictures");
        assertThat(of(zip("cats/1.JPG")).words()).isEqualTo("a ZIP archive with pictures");
        assertThat(of(zip("model/data.pkl")).words()).isEqualTo("a file of PyTorch (.pt)");
        assertThat(of(zip("readme")).words()).isEqualTo("a ZIP archive");
        assertThat(of(gzipped(gzipped(pictures(2, 28, 28)))).words()).isEqualTo("a file that was gzipped twice");
    }

    @Test
    void cifarIsToldByTheLengthAndTheLabelsOfItsRecords() throws IOException {
        byte[] batch = new byte[3 * 3073];
        Arrays.fill(batch, (byte) 200);
        batch[0] = 9;
        batch[3073] = 0;
        batch[2 * 3073] = 3;
        assertThat(of(batch).words()).isEqualTo("CIFAR-10 pictures (binary)");
        batch[3073] = 10;
        assertThat(of(batch).words()).doesNotContain("CIFAR");
    }

    @Test
    void idxFilesOfOtherNumbersAreDescribed() throws IOException {
        assertThat(of(header(0x00000D03, 10, 28, 28)).words())
                .isEqualTo("an IDX file of floats in 3 dimensions (10x28x28)");
        assertThat(of(header(0x03080000, 0x0A000000, 0x1C000000, 0x1C000000)).words())
                .isEqualTo("an IDX file whose byte order is swapped (little-endian) (10x28x28)");
        assertThat(of(header(0x00000803, 0x0A000000, 0x1C000000, 0x1C000000)).words())
                .contains("byte order is swapped");
        assertThat(of(header(0x00000801, 10)).words()).contains("labels");
        assertThat(of(header(0x00000804, 10, 28, 28, 3)).words())
                .contains("unsigned bytes in 4 dimensions (10x28x28x3)");
    }

    private static byte[] header(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * numbers.length);
        Arrays.stream(numbers).forEach(bytes::putInt);
        return bytes.array();
    }

    @Test
    void aFolderOfPicturesIsDataUnlessItIsOfARun() throws IOException {
        PictureFiles.plain(folder.resolve("cat/a.png"), 8, 8, 0);
        PictureFiles.plain(folder.resolve("dog/b.JPG"), 8, 8, 0);
        assertThat(DataFile.at(folder).kind().dataset()).contains(DatasetKind.PICTURES);
        Files.createFile(folder.resolve("run.yaml"));
        assertThat(DataFile.at(folder).kind()).isEqualTo(DataFile.Kind.OTHER);
    }

    @Test
    void batchesOfCifarAreDataAloneAndInTheirFolder() throws IOException {
        Path batch = Files.write(folder.resolve("data_batch_1.bin"), PictureFiles.batch(3));
        assertThat(DataFile.at(batch).kind()).isEqualTo(DataFile.Kind.COLOUR_PICTURES);
        assertThat(DataFile.at(folder).kind()).isEqualTo(DataFile.Kind.COLOUR_PICTURES);
    }

    @Test
    void ofAFolderWithSeveralSetsNoneIsTakenSilently() throws IOException {
        Files.write(Files.createDirectory(folder.resolve("digits")).resolve("t10k-idx3"), pictures(2, 28, 28));
        assertThat(DataFile.at(folder).kind()).isEqualTo(Kind.PICTURES);
        Files.write(Files.createDirectory(folder.resolve("photos")).resolve("test_batch.bin"), PictureFiles.batch(3));
        String both = "several sets: " + Path.of("digits", "t10k-idx3") + " (IDX), "
                + Path.of("photos", "test_batch.bin") + " (CIFAR's binary batches)";
        assertThatThrownBy(() -> DataFile.at(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(both)
                .hasMessageContaining("Choose one of them");
        for (int i = 0; i < 4; i++) {
            PictureFiles.plain(folder.resolve("cat/" + i + ".png"), 8, 8, 0);
        }
        assertThatThrownBy(() -> DataFile.at(folder)).hasMessageContaining(both + ", a folder of pictures");
    }

    @ParameterizedTest
    @CsvSource({
        "cifar-10-batches-py, data_batch_1, batch_label, CIFAR-10, cifar-10-binary.tar.gz, cifar-10-batches-bin",
        "cifar-10-batches-py, batches.meta, label_names, CIFAR-10, cifar-10-binary.tar.gz, cifar-10-batches-bin",
        "cifar-100-python, meta, fine_label_names, CIFAR-100, cifar-100-binary.tar.gz, cifar-100-binary"
    })
    void aFolderOfCifarsPythonVersionIsNamedWithWhatToGetInstead(
            String name, String file, String key, String set, String archive, String binary) throws IOException {
        Path python = Files.createDirectory(folder.resolve(name));
        Files.write(python.resolve(file), ("\u0080\u0002}U\u000B" + key + "q").getBytes(StandardCharsets.ISO_8859_1));
        for (Path chosen : new Path[] {python, folder}) {
            DataFile other = DataFile.at(chosen);
            assertThat(other.kind()).isEqualTo(Kind.OTHER);
            assertThat(other.sentence())
                    .endsWith(" is " + set + "'s Python version (pickles). Get its binary version, " + archive
                            + ", and choose its folder " + binary + ".");
        }
    }

    @Test
    void aFolderOfSomethingElseIsDescribed() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        DataFile other = DataFile.at(folder);
        assertThat(other.kind()).isEqualTo(Kind.OTHER);
        assertThat(other.words()).isEqualTo("a folder with 1 file and 1 folder, such as a.png, a PNG picture");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> DataFile.at(folder.resolve("nowhere")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nothing there");
    }
}
