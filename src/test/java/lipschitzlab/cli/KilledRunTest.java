package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lipschitzlab.Launcher;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.export.checkpoint.StoredRun;
import lipschitzlab.measurement.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run that is killed again and again, at whatever moment, and resumed has the files of one that was left alone. */
@Timeout(600)
class KilledRunTest {
    private static final int KILLS = 8;
    private static final int STEPS = 600;
    private static final int DURING_START = 4;
    private static final int EVERY = 7;
    private static final List<String> SMALL = List.of(
            "run",
            "eight-gaussians",
            "--seed=5",
            "--steps=" + STEPS,
            "--lanes=spectral-norm,weight-clipping",
            "--set=batch=64",
            "--set=generator.hidden=[32]",
            "--set=critic.hidden=[32]",
            "--set=schedule.diagnosticsEvery=100",
            "--no-figures",
            "--checkpoint-every=" + EVERY);

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    private int inThisProgram(List<String> arguments) {
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        return line.execute(arguments.toArray(String[]::new));
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toList();
    }

    /** Everything that does not say how long it took, or when it was. */
    private static Map<String, byte[]> comparable(Path run) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = run.relativize(file).toString().replace('\\', '/');
                if (name.matches("(history|samples)/.*|spectra\\.csv|floors\\.csv")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        files.put("curves.csv", curves(run).getBytes());
        return files;
    }

    private static String curves(Path run) throws IOException {
        StringBuilder kept = new StringBuilder();
        for (String row : Files.readAllLines(run.resolve("curves.csv"))) {
            String[] cells = row.split(",");
            kept.append(String.join(",", cells[0], cells[1], cells[3], cells[4]))
                    .append('\n');
        }
        return kept.toString();
    }

    /** Steps of all lanes at their newest whole checkpoints. */
    private static int trained(Path run) {
        return StoredRun.isIn(run)
                ? StoredRun.open(run).lanes().values().stream()
                        .mapToInt(lane -> lane.position().step())
                        .sum()
                : 0;
    }

    private static long newestCheckpoint(Path run) throws IOException {
        if (!StoredRun.isIn(run)) {
            return -1;
        }
        try (Stream<Path> entries = Files.list(run.resolve("checkpoints"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(-1);
        }
    }

    /** Some are killed while they start; the others after a checkpoint, at any phase of a step and of a save. */
    private static void killAtSomeMoment(Process lab, Path run, int kill, Random moments)
            throws IOException, InterruptedException {
        if (kill % DURING_START == DURING_START - 1) {
            lab.waitFor(moments.nextInt(1_500), TimeUnit.MILLISECONDS);
        } else {
            long before = newestCheckpoint(run);
            while (newestCheckpoint(run) <= before && lab.isAlive()) {
                lab.waitFor(5, TimeUnit.MILLISECONDS);
            }
            lab.waitFor(moments.nextInt(250), TimeUnit.MILLISECONDS);
        }
        lab.destroyForcibly().waitFor();
    }

    @Test
    void aRunThatIsKilledEightTimesEndsAsOneThatIsNot() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        assertThat(inThisProgram(with(SMALL, "--out=" + whole)))
                .as(said.toString())
                .isZero();
        Random moments = new Random(7);
        List<Integer> reached = new ArrayList<>();

        for (int kill = 0; kill < KILLS; kill++) {
            int before = trained(killed);
            Process lab = start(
                    StoredRun.isIn(killed)
                            ? List.of("run", "--resume=" + killed, "--no-figures", "--checkpoint-every=" + EVERY)
                            : with(SMALL, "--out=" + killed, "--force"));
            killAtSomeMoment(lab, killed, kill, moments);
            reached.add(trained(killed));
            assertThat(trained(killed)).as("kill " + kill).isGreaterThanOrEqualTo(before);
        }

        assertThat(inThisProgram(List.of("run", "--resume=" + killed, "--no-figures", "--checkpoint-every=" + EVERY)))
                .as(said.toString())
                .isZero();
        assertThat(reached.stream().distinct().count())
                .as("runs that got on: " + reached)
                .isGreaterThan(3);
        assertThat(comparable(killed)).containsExactlyEntriesOf(comparable(whole));
        Map<String, ?> lanes = StoredRun.open(whole).lanes();
        assertThat(StoredRun.open(killed).lanes()).hasSameSizeAs(lanes);
        StoredRun.open(whole).lanes().forEach((id, lane) -> {
            var expected = lane.networks().orElseThrow().get();
            var found = StoredRun.open(killed)
                    .lanes()
                    .get(id)
                    .networks()
                    .orElseThrow()
                    .get();
            expected.arrays().forEach((name, numbers) -> assertThat(
                            found.arrays().get(name).values())
                    .as(id + " " + name)
                    .isEqualTo(numbers.values()));
            assertThat(lane.history().metrics()).contains(Metric.GAP);
        });
    }
}
