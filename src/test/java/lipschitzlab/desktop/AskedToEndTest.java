package lipschitzlab.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lipschitzlab.export.autosave.AutosaveStore;
import lipschitzlab.export.autosave.Autosaved;
import lipschitzlab.export.checkpoint.StoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program with a window, asked to end as a system that shuts down asks. Linux alone lets a test say where it keeps runs. */
@EnabledOnOs(OS.LINUX)
@Timeout(400)
class AskedToEndTest {
    private static final int TERMINATED = 128 + 15;
    private static final int PLENTY = 100_000_000;

    @TempDir
    private Path folder;

    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.matches("-D(prism|glass|monocle|headless|java\\.awt).*"))
                .forEach(command::add);
        command.add("-Djava.util.prefs.userRoot=" + folder.resolve("preferences"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(TrainingProgram.class.getName());
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        return program.start();
    }

    @Test
    void aWindowThatIsAskedToEndKeepsWhatItTrained() throws IOException, InterruptedException {
        Process program = start();
        try (BufferedReader out = program.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals(TrainingProgram.TRAINS)) {
                line = out.readLine();
            }
            assertThat(line).as("it trains").isNotNull();
            program.toHandle().destroy();
            assertThat(program.waitFor()).isEqualTo(TERMINATED);
        } finally {
            program.destroyForcibly();
        }

        AutosaveStore store = new AutosaveStore(folder.resolve("state/lipschitz-lab/kept-runs"), PLENTY);
        List<Autosaved> offered = store.unfinished();
        assertThat(offered).hasSize(1);
        assertThat(offered.get(0).step()).isPositive();
        assertThat(offered.get(0).picture()).isPresent();
        assertThat(StoredRun.open(offered.get(0).folder()).lanes().values())
                .allSatisfy(lane -> assertThat(lane.networks()).isPresent());
    }
}
