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

/** {@code run --recipe} on the command line. */
class RunRecipeTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String preset, String... more) {
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(List.of("run", preset));
        if (!preset.startsWith("figures/")) {
            arguments.add("--no-figures");
        }
        arguments.addAll(Arrays.asList(more));
        return line.execute(arguments.toArray(String[]::new));
    }

    /** Lines of curves.csv without their seconds. */
    private static List<String> curves(Path run) throws IOException {
        return Files.readAllLines(run.resolve("curves.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> !cells[3].contains("second"))
                .map(cells -> String.join(",", cells[0], cells[1], cells[3], cells[4]))
                .toList();
    }

    @Test
    void aPublishedRunTellsItsReferencesAndItsRecordRepeatsTheSameCurves() throws IOException {
        Path first = folder.resolve("first");
        assertThat(run(
                        "eight-gaussians",
                        "--recipe=published",
                        "--steps=2",
                        "--lanes=weight-clipping,unconstrained",
                        "--set=batch=16",
                        "--set=generator.hidden=[8]",
                        "--set=critic.hidden=[8]",
                        "--out=" + first))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("c = 0.01: Arjovsky et al. 2017, algorithm 1", "34,000 (unconstrained)", "This run has 2;")
                .doesNotContain("spectral-norm");

        Path second = folder.resolve("second");
        assertThat(run(first.resolve("run.yaml").toString(), "--out=" + second)).isZero();
        assertThat(Files.readString(first.resolve("run.yaml")))
                .contains("title: 8 Gaussians, as published", "objective: non-saturating", "algorithm 1");
        assertThat(curves(second)).hasSizeGreaterThan(20).containsExactlyElementsOf(curves(first));

        Path tuned = folder.resolve("tuned");
        assertThat(run(first.resolve("run.yaml").toString(), "--recipe=tuned", "--out=" + tuned))
                .isZero();
        assertThat(curves(tuned)).as("a record has only its own values").isEqualTo(curves(first));
    }

    @Test
    void aRecipeThatThereIsNotAndOneForAFigureAreRefused() {
        assertThat(run("eight-gaussians", "--recipe=publishd")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(run("figures/wgan-gp-1a", "--recipe=published")).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(err.toString()).contains("--recipe", "'publishd'", "none with a figure");
        assertThat(folder).isEmptyDirectory();
    }
}
