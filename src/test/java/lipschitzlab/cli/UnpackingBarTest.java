package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UnpackingBarTest {
    private final StringWriter said = new StringWriter();
    private final UnpackingBar bar = new UnpackingBar(new PrintWriter(said));

    @Test
    void sizeAndFolderAreToldOnceAndHowToNameAnotherFolder() {
        bar.begins(Path.of("cache"), 4_250_000_000L);
        bar.advances(1_000_000_000L);
        bar.advances(4_250_000_000L);
        bar.ends();

        assertThat(said.toString().lines())
                .containsExactly("Unpacking native libraries, once: 4.25 GB into cache (another folder: java"
                        + " -Dorg.bytedeco.javacpp.cachedir=FOLDER).");
    }

    @Test
    void waitingForAnotherProgramIsTold() {
        bar.waits(Path.of("cache"));
        bar.ends();

        assertThat(said.toString()).contains("Another program is unpacking native libraries into cache");
    }
}
