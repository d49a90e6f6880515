package lipschitzlab.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {
    private static final FileDialogs.Kind PNG = new FileDialogs.Kind("PNG", ".png");
    private static final FileDialogs.Kind SVG = new FileDialogs.Kind("SVG", ".svg");

    @TempDir
    private Path folder;

    @Test
    void aNameWithoutAnEndingGetsThatOfTheChosenKindAndNeverThatOfAFileThatIsThere() throws IOException {
        List<FileDialogs.Kind> kinds = List.of(PNG, SVG);
        assertThat(FileNames.ending(folder.resolve("card"), kinds, SVG)).isEqualTo(folder.resolve("card.svg"));
        assertThat(FileNames.ending(folder.resolve("card.PNG"), kinds, SVG)).isEqualTo(folder.resolve("card.PNG"));
        assertThat(FileNames.ending(folder.resolve("λ = 0.1"), kinds, PNG)).isEqualTo(folder.resolve("λ = 0.1.png"));
        Files.createFile(folder.resolve("card.svg"));
        assertThat(FileNames.ending(folder.resolve("card"), kinds, SVG)).isEqualTo(folder.resolve("card-2.svg"));
    }

    @Test
    void aNewFolderHasANameOfItsOwn() throws IOException {
        assertThat(FileNames.newFolder(folder, " my run ")).isEqualTo(folder.resolve("my run"));
        for (String wrong : new String[] {"", "  ", "a/b", "..", ".", "/tmp"}) {
            assertThatThrownBy(() -> FileNames.newFolder(folder, wrong))
                    .as(wrong)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("a name without slashes");
        }
        Files.createDirectory(folder.resolve("taken"));
        assertThatThrownBy(() -> FileNames.newFolder(folder, "taken"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there already");
    }
}
