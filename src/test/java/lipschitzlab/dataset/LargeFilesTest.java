package lipschitzlab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are larger than the memory of the Java that reads them, which takes 72 MiB at most. */
class LargeFilesTest {
    @TempDir
    Path folder;

    private static String read(String kind, Path file) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx72m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadUnderALimit.class.getName(),
                        kind,
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return said;
    }

    private OutputStream gzip(Path file) throws IOException {
        return new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16);
    }

    private Path pictures(int count) throws IOException {
        Path file = folder.resolve("pictures.gz");
        try (OutputStream out = gzip(file)) {
            out.write(ByteBuffer.allocate(16)
                    .putInt(0x803)
                    .putInt(count)
                    .putInt(28)
                    .putInt(28)
                    .array());
            byte[] picture = new byte[784];
            for (int i = 0; i < count; i++) {
                out.write(picture);
            }
        }
        return file;
    }

    @Test
    void picturesThatDoNotFitAreRefusedWithWhatTheyNeedWhatThereIsAndHowToGiveMore() throws Exception {
        assertThat(read("idx", pictures(60_000)))
                .startsWith("refused: ")
                .contains("60,000 pictures of 28x28 pixels", "which need 92.9 MiB", "MiB are free", "java -Xmx1g")
                .doesNotContain("OutOfMemoryError", "batch");
    }

    @Test
    void picturesThatNearlyFillTheMemoryAreRead() throws Exception {
        assertThat(read("idx", pictures(15_000))).startsWith("read: ").contains("15,000 pictures");
    }

    @Test
    void aBatchInColourThatDoesNotFitIsRefusedBeforeItIsRead() throws Exception {
        Path file = folder.resolve("data_batch_1.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(40_000L * PictureFiles.RECORD);
        }
        // 40,000 · 3 · 32 · 32 bytes are 117.2 MiB, and 48 MiB are for everything else.
        assertThat(read("pictures", file))
                .startsWith("refused: ")
                .contains("40,000 pictures of 32×32 pixels in colour", "which need 165.2 MiB", "java -Xmx1g");
    }

    @Test
    void aFolderWhosePicturesDoNotFitIsRefusedBeforeTheyAreRead() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("many"));
        Path first = PictureFiles.plain(inner.resolve("0.png"), 8, 8, 0);
        for (int i = 1; i < 20_000; i++) {
            Files.createLink(inner.resolve(i + ".png"), first);
        }
        // 8,192 · 3 · 32 · 32 bytes are 24 MiB, which leave less than 48 of 72 MiB for everything else.
        assertThat(read("pictures", inner))
                .startsWith("refused: ")
                .contains("more than 8,192 pictures of 32×32 pixels in colour", "which need 72 MiB", "java -Xmx1g");
    }

    @Test
    void aPictureThatIsLargerThanTheMemoryIsRefusedInWords() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("large"));
        BufferedImage image = new BufferedImage(5000, 5000, BufferedImage.TYPE_BYTE_BINARY);
        Path first = PictureFiles.write(inner.resolve("0.png"), image);
        Files.createLink(inner.resolve("1.png"), first);
        assertThat(read("pictures", inner))
                .startsWith("refused: ")
                .contains("a picture of 5000×5000 pixels", "java -Xmx1g")
                .doesNotContain("OutOfMemoryError");
    }

    @Test
    void aTableThatDoesNotFitIsRefusedWhereTheMemoryEnds() throws Exception {
        Path file = folder.resolve("points.csv.gz");
        byte[] lines = "0.25 -0.5\n1.25 0.75\n".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = gzip(file)) {
            for (int i = 0; i < 500; i++) {
                out.write(lines);
            }
        }
        assertThat(read("csv", file))
                .startsWith("refused: ")
                .contains("more than ", " points, which need ", "java -Xmx1g")
                .doesNotContain("OutOfMemoryError");
    }
}
