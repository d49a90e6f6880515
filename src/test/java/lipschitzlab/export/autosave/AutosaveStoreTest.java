package lipschitzlab.export.autosave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lipschitzlab.experiment.TinyPresets;
import lipschitzlab.preset.PresetWriter;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of kept runs, with records written by hand: what is offered, what goes, and what stays. */
class AutosaveStoreTest {
    private static final int PLENTY = 100_000_000;
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path temporary;

    private AutosaveStore store(long maxBytes) {
        return new AutosaveStore(temporary.resolve("kept"), maxBytes);
    }

    private static void write(AutosaveFolder folder, int step, Instant saved, int ballast) throws IOException {
        String record = PresetWriter.toYaml(
                TinyPresets.toy(), Map.of("step", step, "saved", saved.toString(), "program", "test"));
        Files.writeString(folder.path().resolve("run.yaml"), record);
        Files.write(folder.path().resolve("curves.csv"), new byte[ballast]);
    }

    /** A run of a window that ended as this says; where it is open, the window was killed. */
    private static Path left(AutosaveStore store, AutosaveState state, int hour, int ballast) throws IOException {
        AutosaveFolder folder = store.begin("run-" + hour);
        write(folder, hour, NOON.plusSeconds(3600L * hour), ballast);
        store.leave(folder, state);
        return folder.path();
    }

    @Test
    void whatAWindowHoldsIsOfferedToNobodyAndWhatItLeftOpenIs() throws IOException {
        AutosaveStore window = store(PLENTY);
        AutosaveFolder shown = window.begin("8 Gaussians");
        write(shown, 1200, NOON, 0);
        assertThat(store(PLENTY).unfinished()).isEmpty();
        assertThat(window.unfinished()).isEmpty();

        shown.release();

        List<Autosaved> offered = store(PLENTY).unfinished();
        assertThat(offered).hasSize(1);
        Autosaved run = offered.get(0);
        assertThat(run.title()).isEqualTo("8 Gaussians, tuned here");
        assertThat(run.step()).isEqualTo(1200);
        assertThat(run.saved()).isEqualTo(NOON);
        assertThat(run.bytes()).isPositive();
        assertThat(run.damage()).isEmpty();
        assertThat(run.picture()).isEmpty();
    }

    @Test
    void whatAWindowClosedIsKeptButNotOffered() throws IOException {
        AutosaveStore store = store(PLENTY);
        left(store, AutosaveState.CLOSED, 1, 0);

        assertThat(store.unfinished()).isEmpty();
        assertThat(store.runs()).hasSize(1);
    }

    @Test
    void whatWasPutOffIsKeptAndNotOfferedAgain() throws IOException {
        AutosaveStore store = store(PLENTY);
        left(store, AutosaveState.OPEN, 1, 0);
        store.putOff(store.unfinished().get(0));

        AutosaveStore next = store(PLENTY);
        assertThat(next.unfinished()).isEmpty();
        assertThat(next.runs()).extracting(Autosaved::state).containsExactly(AutosaveState.PUT_OFF);
    }

    @Test
    void whatIsDiscardedIsGone() throws IOException {
        AutosaveStore store = store(PLENTY);
        Path folder = left(store, AutosaveState.OPEN, 1, 10);
        Files.createDirectories(folder.resolve("history").resolve("deep"));
        Files.writeString(folder.resolve("history").resolve("deep").resolve("lane.npz"), "x");

        assertThat(store.discard(store.runs().get(0))).isTrue();

        assertThat(folder).doesNotExist();
        assertThat(store.runs()).isEmpty();
    }

    @Test
    void whatAnotherWindowHoldsByNowIsNeitherDiscardedNorPutOff() throws IOException {
        AutosaveStore one = store(PLENTY);
        Path folder = left(one, AutosaveState.OPEN, 1, 0);
        Autosaved offered = one.unfinished().get(0);
        AutosaveFolder taken = store(PLENTY).reopen(folder).orElseThrow();

        assertThat(one.discard(offered)).isFalse();
        one.putOff(offered);

        assertThat(one.reopen(folder)).isEmpty();
        assertThat(AutosaveState.in(folder)).isEqualTo(AutosaveState.OPEN);
        taken.release();
    }

    @Test
    void theOldestClosedRunsGoFirstWhenThereIsNoMoreRoom() throws IOException {
        AutosaveStore store = store(25_000);
        Path oldest = left(store, AutosaveState.CLOSED, 1, 10_000);
        Path middle = left(store, AutosaveState.CLOSED, 2, 10_000);
        Path newest = left(store, AutosaveState.CLOSED, 3, 10_000);

        store.makeRoom();

        assertThat(oldest).doesNotExist();
        assertThat(middle).doesNotExist();
        assertThat(newest).exists();
        assertThat(store.usedBytes()).isLessThan(25_000);
    }

    @Test
    void whatAWindowHoldsAndTheNewestThatIsYetToBeRecoveredStayHoweverLittleRoomThereIs() throws IOException {
        AutosaveStore store = store(1000);
        AutosaveFolder shown = store.begin("shown");
        write(shown, 5, NOON, 10_000);
        AutosaveStore other = store(1000);
        AutosaveFolder shownElsewhere = other.begin("elsewhere");
        write(shownElsewhere, 5, NOON, 10_000);
        Path older = left(store, AutosaveState.OPEN, 1, 10_000);
        Path dearest = left(store, AutosaveState.OPEN, 2, 10_000);
        Path closed = left(store, AutosaveState.CLOSED, 3, 10_000);

        store.makeRoom();

        assertThat(List.of(shown.path(), shownElsewhere.path(), dearest)).allMatch(Files::exists);
        assertThat(List.of(older, closed)).noneMatch(Files::exists);
    }

    @Test
    void aRunThatWasPutOffOutlivesNewerOnesThatWereClosed() throws IOException {
        AutosaveStore store = store(35_000);
        Path putOff = left(store, AutosaveState.PUT_OFF, 1, 10_000);
        Path closed = left(store, AutosaveState.CLOSED, 2, 10_000);
        left(store, AutosaveState.OPEN, 3, 10_000);

        store.makeRoom();

        assertThat(putOff).exists();
        assertThat(closed).doesNotExist();
    }

    @Test
    void aRecordThatIsCutOffIsToldInWordsAndCanBeDiscarded() throws IOException {
        AutosaveStore store = store(PLENTY);
        Path folder = left(store, AutosaveState.OPEN, 1, 0);
        Path record = folder.resolve("run.yaml");
        for (String text : List.of("", "title: 8 Gaus", "title: x\nrecord:\n  step: two\n")) {
            Files.writeString(record, text);
            Autosaved run = store.unfinished().get(0);
            assertThat(run.title()).isEqualTo(folder.getFileName().toString());
            assertThat(run.damage().orElseThrow()).contains("run.yaml").contains("expected");
        }
        Files.delete(record);
        Autosaved run = store.unfinished().get(0);
        assertThat(run.damage().orElseThrow()).contains("run.yaml");

        assertThat(store.discard(run)).isTrue();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aRecordOfNoSaveIsToldSo() throws IOException {
        AutosaveStore store = store(PLENTY);
        Path folder = left(store, AutosaveState.OPEN, 1, 0);
        Files.writeString(folder.resolve("run.yaml"), PresetWriter.toYaml(TinyPresets.toy(), Map.of()));

        assertThat(store.unfinished().get(0).damage().orElseThrow()).contains("the step and the time of the last save");
    }

    @Test
    void aPersonsOwnFoldersBesideKeptRunsAreNeitherListedNorRemoved() throws IOException {
        AutosaveStore store = store(0);
        Path own = Files.createDirectories(store.folder().resolve("2026-11-30-120000-p7-notes"));
        Files.writeString(own.resolve("run.yaml"), "mine");
        Path photos = Files.createDirectories(store.folder().resolve("photos"));

        store.makeRoom();

        assertThat(store.runs()).isEmpty();
        assertThat(own.resolve("run.yaml")).hasContent("mine");
        assertThat(photos).exists();
    }

    @Test
    void twoRunsOfOneWindowThatBeginInTheSameSecondHaveFoldersOfTheirOwn() {
        AutosaveStore store = store(PLENTY);

        AutosaveFolder one = store.begin("a");
        AutosaveFolder other = store.begin("a");

        assertThat(one.path()).isNotEqualTo(other.path());
        one.release();
        other.release();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldWithItsPath() throws IOException {
        Path file = Files.writeString(temporary.resolve("kept"), "a file where the folder should be");

        assertThatThrownBy(() -> store(PLENTY).begin("a"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString());
        assertThat(store(PLENTY).runs()).isEmpty();
    }
}
