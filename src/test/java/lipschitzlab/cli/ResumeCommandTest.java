package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lipschitzlab.compute.device.EngineCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code run --resume} on the command line. */
class ResumeCommandTest {
    private static final int REFUSED = 2;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        List<String> all = new ArrayList<>(List.of("run"));
        if (Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--resume"))) {
            all.add("--no-figures");
        }
        all.addAll(Arrays.asList(arguments));
        return line.execute(all.toArray(String[]::new));
    }

    private int runSmall(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "eight-gaussians",
                "--steps=6",
                "--lanes=spectral-norm,unconstrained",
                "--set=batch=16",
                "--set=generator.hidden=[8]",
                "--set=critic.hidden=[8]",
                "--no-figures",
                "--set=schedule.diagnosticsEvery=3",
                "--out=" + out));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path run() {
        return folder.resolve("run");
    }

    private static String curves(Path run) throws IOException {
        return Files.readAllLines(run.resolve("curves.csv")).stream()
                .map(row -> row.replaceFirst("(,\\d+),[\\d.]+,", "$1,"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aFinishedRunTrainsOnToALaterStepAndItsFilesAreContinued() throws IOException {
        assertThat(runSmall(run())).isZero();
        String before = curves(run());

        assertThat(run("--resume=" + run(), "--steps=9")).as(said.toString()).isZero();

        assertThat(said.toString()).contains("Goes on with spectral-norm at step 6 of 6.", "finished  step      9");
        assertThat(curves(run())).contains("spectral-norm,9,gap,").doesNotContain("spectral-norm,10,");
        assertThat(curves(run()).lines().filter(row -> row.startsWith("spectral-norm,6,gap,")))
                .hasSize(1)
                .first()
                .isIn(before.lines().toList());
        assertThat(run().resolve("run.yaml")).content().contains("extend");
    }

    @Test
    void aRunThatIsExtendedTwiceIsThatWhichWasKilledBetween() throws IOException {
        assertThat(runSmall(run())).isZero();
        assertThat(run("--resume=" + run(), "--steps=12")).isZero();
        Path other = folder.resolve("other");
        assertThat(runSmall(other)).isZero();
        assertThat(run("--resume=" + other, "--steps=12", "--checkpoint-at=8")).isZero();
        for (String later : List.of("12", "9", "10", "11")) {
            deleteAll(other.resolve("checkpoints").resolve(later));
        }

        assertThat(run("--resume=" + other)).as(said.toString()).isZero();

        assertThat(said.toString()).contains("at step 8 of 12");
        assertThat(curves(other)).isEqualTo(curves(run()));
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void aFinishedRunHasNothingLeftToTrainAndWritesItsFilesAgain() throws IOException {
        assertThat(runSmall(run())).isZero();
        String before = curves(run());
        Files.writeString(
                run().resolve("curves.csv"), before.substring(0, before.length() - 7), StandardCharsets.UTF_8);
        Files.delete(run().resolve("spectra.csv"));

        assertThat(run("--resume=" + run())).isZero();

        assertThat(curves(run())).isEqualTo(before);
        assertThat(run().resolve("spectra.csv")).isNotEmptyFile();
    }

    @Test
    void whatCannotBeResumedIsRefusedInWords() {
        runSmall(run());

        refuses("eight-gaussians --resume=RUN", "none beside --resume");
        refuses("--resume=RUN --seed=3", "--seed: expected none beside --resume, which keeps the run's settings");
        refuses("--resume=RUN --set=batch=8", "--set: expected none beside --resume");
        refuses("--resume=RUN --out=elsewhere", "--out: expected none beside --resume");
        refuses("--resume=RUN --force", "--force: expected none beside --resume");
        refuses("--resume=RUN --steps=6", "--steps: expected more steps than the 6 that the run has, found 6");
        refuses("--resume=RUN --steps=many", "--steps");
        refuses(
                "--resume=RUN --checkpoint-every=0",
                "--checkpoint-every: expected a whole number of steps from 1 on, found 0");
        refuses("--resume=RUN/samples", "expected a run with checkpoints, found a folder without any");
        refuses("--resume=RUN/nowhere", "expected a folder, found nothing");
        refuses("--resume=RUN/run.yaml", "expected a folder, found a file");
    }

    private void refuses(String arguments, String message) {
        said.getBuffer().setLength(0);
        assertThat(run(arguments.replace("RUN", run().toString()).split(" ")))
                .as(arguments)
                .isEqualTo(REFUSED);
        assertThat(said.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void aRunWithoutCheckpointsSaysHowItIsTrainedAgain() {
        assertThat(runSmall(run(), "--no-checkpoints")).isZero();
        assertThat(run().resolve("checkpoints")).doesNotExist();

        assertThat(run("--resume=" + run())).isEqualTo(REFUSED);
        assertThat(said.toString()).contains("run " + run().resolve("run.yaml") + " trains such a run again");
    }

    @Test
    void anotherEngineOrMachineIsToldOf() throws IOException {
        assertThat(runSmall(run())).isZero();
        try (var steps = Files.list(run().resolve("checkpoints"))) {
            for (Path step : steps.filter(Files::isDirectory).toList()) {
                try (var files = Files.list(step)) {
                    for (Path file : files.toList()) {
                        byte[] bytes = Files.readAllBytes(file);
                        String text = new String(bytes, StandardCharsets.ISO_8859_1);
                        Files.write(
                                file,
                                text.replaceFirst("\"engine\":\"....", "\"engine\":\"abcd")
                                        .getBytes(StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }

        assertThat(run("--resume=" + run(), "--steps=7")).as(said.toString()).isZero();

        assertThat(said.toString()).contains("The numbers may differ in their last digits", "engine abcd");
    }

    @Test
    void aFigureKeepsNoCheckpoints() {
        assertThat(run("figures/wgan-gp-1a", "--checkpoint-every=5")).isEqualTo(REFUSED);
        assertThat(said.toString()).contains("--checkpoint-every: expected none with a figure");
        assertThat(run("figures/wgan-gp-1a", "--no-figures")).isEqualTo(REFUSED);
        assertThat(said.toString()).contains("--no-figures: expected none with a figure");
    }
}
