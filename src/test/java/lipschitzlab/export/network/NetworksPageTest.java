package lipschitzlab.export.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.experiment.TinyPresets;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of networks in PyTorch is what {@code networks.py} does. */
class NetworksPageTest {
    private static final Path SCRIPT = Path.of("src", "verify", "networks.py");
    private static final Path PAGE = Path.of("src", "site", "markdown", "networks.md");
    private static final int LINES = 36;

    @TempDir
    private Path folder;

    @Test
    void thePageShowsTheLinesThatTheScriptRunsAndTheyStayFew() throws IOException {
        String script = Files.readString(SCRIPT);
        String shown = script.substring(script.indexOf("import json"), script.indexOf("\n\n\n# ---"));
        assertThat(shown.lines().filter(line -> !line.isBlank())).hasSize(LINES);
        String indented =
                shown.lines().map(line -> line.isEmpty() ? line : "    " + line).collect(Collectors.joining("\n"));
        assertThat(Files.readString(PAGE)).contains(indented);
    }

    @Test
    void thePageNamesTheMethodsThatMakeAnotherWeightOfTheTrainedOne() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        for (ConstraintKind kind : ConstraintKind.values()) {
            boolean plain = WeightMeaning.of(kind).startsWith("weight as it is stored, unless");
            assertThat(rows.stream().anyMatch(row -> row.startsWith("| `" + kind.id() + "` |")))
                    .as(kind.id())
                    .isNotEqualTo(plain);
        }
    }

    /** Where there is PyTorch: on the kept networks, and on some that were trained now. */
    @Test
    void pyTorchRebuildsTheNetworksFromTheirFiles() throws IOException, InterruptedException {
        String python = pythonWithTorch();
        for (Map.Entry<String, String> lane : Map.of(
                        "weight-norm", "weight-norm",
                        "gamma", "spectral-norm-gamma",
                        "layers", "[layer-norm, gradient-penalty]")
                .entrySet()) {
            ExportedNetworks.export(
                    TinyPresets.toy("lanes.unconstrained.constraint", lane.getValue()),
                    "unconstrained",
                    folder.resolve(lane.getKey()));
        }
        String[] folders = Stream.of(
                        ExportedNetworks.KEPT.resolve("points"),
                        ExportedNetworks.KEPT.resolve("pictures"),
                        folder.resolve("weight-norm"),
                        folder.resolve("gamma"),
                        folder.resolve("layers"))
                .map(Path::toString)
                .toArray(String[]::new);
        String[] arguments =
                Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(folders)).toArray(String[]::new);
        assertThat(run(python, arguments)).as(said()).isZero();
        assertThat(said().lines()).hasSize(2 * folders.length);
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    private String pythonWithTorch() throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (run(python, "-c", "import torch, numpy") == 0) {
                return python;
            }
        }
        return Assumptions.abort("no Python with PyTorch");
    }

    private int run(String python, String... arguments) throws InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(python), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException noPython) {
            return -1;
        }
    }
}
