package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {
    @TempDir
    private Path folder;

    @Test
    void twoThatAskForOneNameInTheSameSecondGetTwoFolders() {
        Path wanted = folder.resolve("runs/eight-gaussians-20260101-120000");

        assertThat(NewFolder.make(wanted)).isEqualTo(wanted).isEmptyDirectory();
        assertThat(NewFolder.make(wanted))
                .isEqualTo(wanted.resolveSibling("eight-gaussians-20260101-120000-2"))
                .isEmptyDirectory();
    }

    @Test
    void whereNoneCanBeMadeTheMessageSaysWhere() throws IOException {
        Path file = Files.writeString(folder.resolve("runs"), "no folder");

        assertThatThrownBy(() -> NewFolder.make(file.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.resolve("run").toString())
                .hasMessageContaining("a folder that can be made");
    }
}
