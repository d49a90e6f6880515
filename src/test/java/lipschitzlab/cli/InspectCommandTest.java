package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.file.SafetensorsWriter;
import lipschitzlab.file.WholeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InspectCommandTest {
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
    void everyMatrixHasItsLineAndItsSingularValuesTheirTable() throws IOException {
        Path file = folder.resolve("critic.safetensors");
        SafetensorsWriter writer = new SafetensorsWriter()
                .floats("0.weight", new int[] {2, 2}, new float[] {0, 4, 3, 0})
                .floats("0.bias", new int[] {2}, new float[2])
                .floats("2.weight", new int[] {1, 2}, new float[] {0, 2});
        WholeFile.write(file, writer::writeTo);
        Path table = folder.resolve("sigma.csv");
        assertThat(execute("inspect", file.toString(), "--csv", table.toString()))
                .isZero();
        assertThat(out.toString())
                .contains(file.toString(), "0.weight", "2 × 2", "4.000", "1.56")
                .contains("over 2 matrices is 8.000")
                .doesNotContain("0.bias", "nominal");
        assertThat(Files.readAllLines(table))
                .hasSize(4)
                .element(2)
                .asString()
                .startsWith("0.weight,\"[2, 2]\",2,2,1.5625,");
    }

    @Test
    void whatIsNoFileOfWeightsIsRefusedInWordsAndMeasuresNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "these are no weights");
        assertThat(execute("inspect", file.toString())).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("notes.txt", "expected a network's weights", ".safetensors");
        assertThat(execute("inspect", folder.resolve("absent").toString())).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("nothing there");
        assertThat(out.toString()).isEmpty();
    }
}
