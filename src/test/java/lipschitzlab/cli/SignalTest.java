package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import lipschitzlab.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs of their own, asked to end as a system that shuts down asks. Windows knows no such request. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
class SignalTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    private ProcessBuilder lab(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    @Test
    void aRunThatIsAskedToEndSavesWhatItHasTrained() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        ProcessBuilder lab = lab(List.of(
                "run", "eight-gaussians", "--steps=1000000", "--lanes=unconstrained", "--set=batch=16", "--out=run"));

        String said = endedWhen(lab, () -> Files.exists(run.resolve("run.yaml")));

        assertThat(said).contains("Interrupted: what was done up to here is written.", "Written to run");
        assertThat(run.resolve("curves.csv")).content().startsWith("lane,step,");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereTheDisplayLeadsNowhereTheTerminalDoesTheWorkOfTheWindow() throws IOException, InterruptedException {
        ProcessBuilder lab = lab(List.of());
        lab.environment().put("DISPLAY", ":4321");

        String said = endedWhen(lab, () -> Files.exists(folder.resolve("runs")));

        assertThat(said)
                .contains("So the window cannot open, and the default preset runs in the terminal", "Computes with ")
                .doesNotContain("went wrong", "\tat ");
    }

    /** Starts it, asks it to end as soon as this is so, and returns what it said. */
    private static String endedWhen(ProcessBuilder program, BooleanSupplier when)
            throws IOException, InterruptedException {
        Process process = program.start();
        try (BufferedReader out = process.inputReader()) {
            while (!when.getAsBoolean() && process.isAlive()) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
            // Not the process itself, which would close its streams.
            process.toHandle().destroy();
            String said = out.lines().collect(Collectors.joining("\n"));
            assertThat(process.waitFor()).as(said).isEqualTo(TERMINATED);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
