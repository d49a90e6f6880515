package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.device.EngineCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code run --trace} on the command line. */
class RunTraceTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String preset, String... more) {
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(List.of("run", preset));
        arguments.addAll(Arrays.asList(more));
        return line.execute(arguments.toArray(String[]::new));
    }

    private int runSmall(String... more) {
        return runSmall(7, more);
    }

    private int runSmall(int steps, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--steps=" + steps,
                "--lanes=spectral-norm,gradient-penalty",
                "--set=batch=16",
                "--set=generator.hidden=[8]",
                "--set=critic.hidden=[8]",
                "--no-figures",
                "--set=schedule.diagnosticsEvery=3"));
        arguments.addAll(Arrays.asList(more));
        return run("eight-gaussians", arguments.toArray(String[]::new));
    }

    /** Lines of curves.csv without their seconds, in an order that does not depend on time. */
    private static List<String> curves(Path run) throws IOException {
        return Files.readAllLines(run.resolve("curves.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> !cells[3].contains("second"))
                .map(cells -> String.join(",", cells[0], cells[1], cells[3], cells[4]))
                .toList();
    }

    @Test
    void aTracedRunHasTheSameNumbersAsOneThatIsNotTraced() throws IOException {
        assertThat(runSmall("--out=" + folder.resolve("plain"))).isZero();
        assertThat(runSmall(
                        "--out=" + folder.resolve("traced"), "--trace=" + folder.resolve("trace"), "--trace-weights=2"))
                .isZero();

        assertThat(out.toString()).contains("Traced to " + folder.resolve("trace"));
        assertThat(curves(folder.resolve("traced")))
                .hasSizeGreaterThan(100)
                .containsExactlyElementsOf(curves(folder.resolve("plain")));
        assertThat(folder.resolve("traced/spectra.csv")).hasSameBinaryContentAs(folder.resolve("plain/spectra.csv"));
        assertThat(folder.resolve("trace/lanes/gradient-penalty/weights-6.npz")).isNotEmptyFile();
        assertThat(folder.resolve("trace/lanes/gradient-penalty/weights-7.npz")).isNotEmptyFile();
        assertThat(folder.resolve("trace/shared/step-7.npz")).isNotEmptyFile();
    }

    @Test
    void aFolderThatHoldsSomethingIsRefusedAndForceReplacesTheTraceOnly() throws IOException {
        Path trace = Files.createDirectory(folder.resolve("trace"));
        Files.writeString(trace.resolve("notes.txt"), "mine");

        assertThat(runSmall("--out=" + folder.resolve("run"), "--trace=" + trace))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains(trace.toString(), "a new or empty folder", "--trace");

        assertThat(runSmall(2, "--out=" + folder.resolve("run"), "--trace=" + trace, "--force"))
                .isZero();
        assertThat(trace.resolve("shared/step-2.npz")).isNotEmptyFile();
        assertThat(runSmall(1, "--out=" + folder.resolve("run"), "--trace=" + trace, "--force"))
                .isZero();
        assertThat(trace.resolve("notes.txt")).hasContent("mine");
        assertThat(trace.resolve("shared/step-1.npz")).isNotEmptyFile();
        assertThat(trace.resolve("shared/step-2.npz")).doesNotExist();
    }

    @Test
    void aFileWhereTheFolderWouldBeIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("trace"), "mine");

        assertThat(runSmall("--out=" + folder.resolve("run"), "--trace=" + file))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString())
                .contains(file.toString(), "a folder that can be written", "a file where a folder should be")
                .doesNotContain("\tat ");
        assertThat(file).hasContent("mine");
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        assertThat(runSmall("--trace-weights=2")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(runSmall("--trace=" + folder.resolve("trace"), "--trace-weights=0"))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(run("figures/wgan-gp-1a", "--trace=" + folder.resolve("trace")))
                .isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString())
                .contains("a whole number of steps from 1 on, beside --trace")
                .contains("none with a figure");
        assertThat(folder).isEmptyDirectory();
    }
}
