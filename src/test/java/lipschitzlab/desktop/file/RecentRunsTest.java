package lipschitzlab.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lipschitzlab.desktop.model.WindowPreferences;
import org.junit.jupiter.api.Test;

class RecentRunsTest {
    private final WindowPreferences preferences = WindowPreferences.ofThisRun();

    private static RecentRun run(int number) {
        return new RecentRun(Path.of("runs", "run-" + number), "8 Gaussians", "step " + number);
    }

    private List<RecentRun> upTo(int last) {
        List<RecentRun> runs = List.of();
        for (int number : IntStream.rangeClosed(1, last).toArray()) {
            runs = RecentRuns.with(run(number), runs);
        }
        RecentRuns.remember(preferences, runs);
        return RecentRuns.remembered(preferences);
    }

    @Test
    void theNewestComeFirstAndNoMoreThanTenAreRemembered() {
        assertThat(upTo(12)).hasSize(10).startsWith(run(12), run(11)).endsWith(run(3));
    }

    @Test
    void aRunThatComesAgainMovesToTheTopWithWhatItCameTo() {
        RecentRun again = new RecentRun(run(1).folder(), "8 Gaussians", "step 2,000");
        assertThat(RecentRuns.with(again, upTo(3))).containsExactly(again, run(3), run(2));
    }

    @Test
    void whatWasSpoiltOutsideOfTheProgramIsLeftOut() {
        upTo(1);
        preferences.remember("recentRun1", "nonsense");
        preferences.remember("recentRun2", "\n\n");
        preferences.remember("recentRun3", "a\0b\ntitle\nmeasures");
        assertThat(RecentRuns.remembered(preferences)).containsExactly(run(1));
    }

    @Test
    void breaksInATitleDoNotSpoilTheList() {
        RecentRuns.remember(preferences, List.of(new RecentRun(Path.of("run"), "two\nlines", "step 1")));
        assertThat(RecentRuns.remembered(preferences))
                .containsExactly(new RecentRun(Path.of("run"), "two lines", "step 1"));
    }
}
