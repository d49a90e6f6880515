package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.file.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Networks are written from a run's checkpoints. */
class ExportCommandTest {
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

    private Path run() {
        Path run = folder.resolve("run");
        List<String> command = List.of(
                "run",
                "eight-gaussians",
                "--steps",
                "4",
                "--lanes",
                "spectral-norm,unconstrained",
                "--set",
                "batch=16",
                "--set",
                "critic.hidden=[8, 8]",
                "--set",
                "generator.hidden=[8, 8]",
                "--no-figures",
                "--checkpoint-at",
                "2",
                "--out",
                run.toString());
        assertThat(execute(command.toArray(String[]::new))).as(err.toString()).isZero();
        return run;
    }

    private static float[] weights(Path networks, String lane) {
        Path file = networks.resolve(lane).resolve("critic.safetensors");
        try (SafetensorsFile critic = SafetensorsFile.open(file, "a critic")) {
            return critic.floats("2.weight");
        }
    }

    @Test
    void theNewestCheckpointsAreWrittenUnlessAStepIsNamed() throws IOException {
        Path run = run();
        assertThat(execute("export", run.toString())).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Lane spectral-norm as it was after step 4.", "Saved 6 files to " + run.resolve("networks"));
        Path earlier = folder.resolve("earlier");
        assertThat(execute("export", run.toString(), "--step", "2", "--out", earlier.toString()))
                .isZero();
        assertThat(out.toString()).contains("after step 2.");
        assertThat(Files.readString(earlier.resolve("unconstrained/architecture.json")))
                .contains("\"step\": 2,");
        assertThat(weights(earlier, "unconstrained")).isNotEqualTo(weights(run.resolve("networks"), "unconstrained"));
        try (Stream<Path> files = Files.list(earlier.resolve("spectral-norm"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("architecture.json", "critic.safetensors", "generator.safetensors");
        }
    }

    @Test
    void aStepWithoutACheckpointIsRefusedWithThoseThatThereAre() {
        Path run = run();
        assertThat(execute("export", run.toString(), "--step", "3")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("step 3", "[2, 4]");
        assertThat(run.resolve("networks")).doesNotExist();
    }

    @Test
    void whatIsNoRunIsRefusedInWords() throws IOException {
        assertThat(execute("export", folder.toString())).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(execute("export", folder.resolve("absent").toString())).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("a folder without any", "no folder");
    }
}
