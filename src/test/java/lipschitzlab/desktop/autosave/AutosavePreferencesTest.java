package lipschitzlab.desktop.autosave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lipschitzlab.desktop.model.WindowPreferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutosavePreferencesTest {
    private static final Path USUAL = Path.of("usual").toAbsolutePath();

    private final WindowPreferences remembered = WindowPreferences.ofThisRun();
    private final AutosavePreferences preferences = new AutosavePreferences(remembered, USUAL);

    @Test
    void runsAreKeptInTheUsualFolderIfNobodyChoseOtherwise() {
        assertThat(preferences.keeps()).isTrue();
        assertThat(preferences.folder()).isEqualTo(USUAL);
        assertThat(preferences.megabytes()).isEqualTo(AutosavePreferences.DEFAULT_MEGABYTES);
        assertThat(preferences.store().orElseThrow().maxBytes())
                .isEqualTo(1_000_000L * AutosavePreferences.DEFAULT_MEGABYTES);
    }

    @Test
    void whatAPersonChoseIsThereAtTheNextStart() {
        Path other = Path.of("other").toAbsolutePath();
        preferences.setFolder(other);
        preferences.setMegabytes(300);
        preferences.setKeeps(false);

        AutosavePreferences next = new AutosavePreferences(remembered, USUAL);
        assertThat(next.folder()).isEqualTo(other);
        assertThat(next.megabytes()).isEqualTo(300);
        assertThat(next.store()).isEmpty();
    }

    @Test
    void whatWasKeptIsStillListedWhereNothingIsKeptAnyMore() {
        preferences.setKeeps(false);

        assertThat(preferences.store()).isEmpty();
        assertThat(preferences.listed().orElseThrow().folder()).isEqualTo(USUAL);
        assertThat(AutosavePreferences.off().listed()).as("a window of a test").isEmpty();
    }

    @Test
    void theUsualFolderIsNotRememberedByItsNameSoThatItMayMoveWithTheAccount() {
        preferences.setFolder(USUAL);
        Path moved = Path.of("moved").toAbsolutePath();

        assertThat(new AutosavePreferences(remembered, moved).folder()).isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative/folder", "\0"})
    void aFolderThatIsNoneIsTheUsualOne(String text) {
        remembered.remember("keptRunsFolder", text);

        assertThat(preferences.folder()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "49", "1000001", "99999999999", "much"})
    void aSpaceThatIsNoneIsTheUsualOne(String text) {
        remembered.remember("keptRunsMegabytes", text);

        assertThat(preferences.megabytes()).isEqualTo(AutosavePreferences.DEFAULT_MEGABYTES);
    }
}
