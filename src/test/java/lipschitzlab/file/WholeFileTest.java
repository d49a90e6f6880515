package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOException;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFailureHalfWayLeavesTheEarlierVersionAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("run.yaml"), "earlier");

        assertThatThrownBy(() -> WholeFile.writeText(file, writer -> {
                    writer.write("half of ");
                    writer.flush();
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Free some disk space")
                .hasMessageContaining("--out");

        assertThat(file).hasContent("earlier");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void theDisksOwnWordsAreToldAndNotThatAPictureFailed() {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a.png"), out -> {
                    throw new IIOException("I/O error writing PNG file!", new IOException("No space left on device"));
                }))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("found that the disk refuses (No space left on device)")
                .hasMessageNotContaining("PNG file!");
    }

    @Test
    void textIsWrittenInUtf8AndReplacesTheEarlierVersion() throws IOException {
        Path file = folder.resolve("deep/er/run.yaml");

        WholeFile.writeText(file, writer -> writer.write("λ: 0.1"));
        WholeFile.writeText(file, writer -> writer.write("λ: 10"));

        assertThat(Files.readString(file)).isEqualTo("λ: 10");
    }
}
