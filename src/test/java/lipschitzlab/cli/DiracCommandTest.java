package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import lipschitzlab.compute.device.EngineCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DiracCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return LabCommand.execute(line, arguments);
    }

    @Test
    void everyMethodHasItsEigenvaluesAndItsVerdictAndThePictureIsWritten() {
        Path picture = folder.resolve("dirac.svg");
        assertThat(execute("dirac", "--rate", "1.3", "--out", picture.toString()))
                .isZero();
        assertThat(out.toString())
                .containsPattern("R1 +−0\\.15 ± 0\\.477i +1\\.\\d+ +spirals out")
                .containsPattern("by turns +± 0\\.5i +1\\.0000 +circles");
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void aRateThatIsNoneIsRefused() {
        assertThat(execute("dirac", "--rate", "fast")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("--rate", "fast");
    }
}
