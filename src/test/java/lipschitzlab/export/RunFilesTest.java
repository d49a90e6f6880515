package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lipschitzlab.file.WholeFile;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files that are saved together. */
class RunFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatCannotBeWrittenIsNamedAndTheOthersAreThere() {
        Path run = folder.resolve("run");
        RunFiles.Outcome outcome = new RunFiles(
                        "three",
                        List.of(file("first.csv"), blocked("second.csv"), new RunFiles.Item("third", 2, made -> {
                            file("third-a.csv").write().accept(made);
                            file("third-b.csv").write().accept(made);
                        })))
                .writeInto(run);
        assertThat(run.resolve("first.csv")).hasContent("first.csv");
        assertThat(run.resolve("third-b.csv")).exists();
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.inWords()).isEqualTo("Saved only 3 of 4 files to " + run);
        assertThat(outcome.missing())
                .startsWith("3 of 4 files are in " + run + ". Not written: second.csv.")
                .contains("expected a file that can be written");
    }

    @Test
    void whatIsWrittenIsCountedBeforeAndAfter() {
        RunFiles files = new RunFiles("two", List.of(file("a.csv"), file("b.csv")));
        assertThat(files.count()).isEqualTo(2);
        assertThat(files.writeInto(folder.resolve("run")).inWords())
                .isEqualTo("Saved 2 files to " + folder.resolve("run"));
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAsItIs() throws IOException {
        Path own = Files.writeString(folder.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> new RunFiles("one", List.of(file("a.csv"))).writeInto(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a new or empty folder");
        assertThat(folder).isDirectoryContaining(own::equals);
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }

    private static RunFiles.Item file(String name) {
        return new RunFiles.Item(
                name, 1, made -> WholeFile.writeText(made.path().resolve(name), name));
    }

    /** A folder stands where the file should be. */
    private static RunFiles.Item blocked(String name) {
        return new RunFiles.Item(name, 1, made -> {
            try {
                Files.createDirectories(made.path().resolve(name).resolve("in-the-way"));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            WholeFile.writeText(made.path().resolve(name), name);
        });
    }
}
