package lipschitzlab.export.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AutosavePlaceTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void onLinuxItIsTheStateFolderThatThePersonNamedOrTheUsualOne() {
        Path state = Path.of("state").toAbsolutePath();

        assertThat(AutosavePlace.usual("Linux", Map.of("XDG_STATE_HOME", state.toString()), HOME))
                .isEqualTo(state.resolve("lipschitz-lab").resolve("kept-runs"));
        assertThat(AutosavePlace.usual("Linux", Map.of(), HOME))
                .isEqualTo(HOME.resolve(Path.of(".local", "state", "lipschitz-lab", "kept-runs")));
    }

    @Test
    void itIsNeverRelativeToTheFolderInWhichTheProgramWasStarted() {
        assertThat(AutosavePlace.usual("Linux", Map.of("XDG_STATE_HOME", "state"), HOME))
                .startsWithRaw(HOME);
        assertThat(AutosavePlace.usual("Windows 11", Map.of("LOCALAPPDATA", " "), HOME))
                .startsWithRaw(HOME);
    }

    @Test
    void onMacOsItIsTheAccountsApplicationSupport() {
        assertThat(AutosavePlace.usual("Mac OS X", Map.of(), HOME))
                .isEqualTo(HOME.resolve(Path.of("Library", "Application Support", "lipschitz-lab", "kept-runs")));
    }

    @Test
    void onWindowsItIsTheAccountsLocalData() {
        Path local = Path.of("local").toAbsolutePath();

        assertThat(AutosavePlace.usual("Windows 11", Map.of("LOCALAPPDATA", local.toString()), HOME))
                .isEqualTo(local.resolve("lipschitz-lab").resolve("kept-runs"));
    }
}
