package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lipschitzlab.compute.device.EngineUnderTest;
import lipschitzlab.experiment.LessonText;
import lipschitzlab.setting.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonRunsTest {
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final SeedChoice THREE = new SeedChoice(OptionalInt.of(3), false);

    @TempDir
    private Path folder;

    private Lesson lesson;

    @BeforeEach
    void read() throws IOException {
        lesson = LessonReader.read(Files.writeString(
                folder.resolve("small.yaml"), LessonText.twofold().toString()));
    }

    private LessonRuns runs(LessonRuns.Known known) {
        return new LessonRuns(List.of(lesson), THREE, known, EngineUnderTest.chosen());
    }

    private Finding whole(LessonRuns.Known known) throws InterruptedException {
        try (LessonRuns runs = runs(known)) {
            while (!runs.finished()) {
                runs.advance(WAIT);
            }
            return runs.finding(lesson);
        }
    }

    /** Stopped while the second seed trains; what it had done so far is lost, and its numbers are the same the second time. */
    @Test
    void whatWasStoppedInTheMiddleComesToTheSame() throws InterruptedException {
        Finding expected = whole(LessonRuns.Known.NOTHING);
        Map<Integer, Finding.OfSeed> kept = new LinkedHashMap<>();
        try (LessonRuns runs = runs(LessonRuns.Known.NOTHING)) {
            while (kept.isEmpty()) {
                runs.advance(WAIT).forEach(one -> kept.put(one.seed().seed(), one.seed()));
            }
            runs.pause();
            assertThat(runs.finished()).isTrue();
            assertThat(runs.complete(lesson)).isFalse();
            assertThat(runs.finding(lesson).outcome().verdict()).isEqualTo(Verdict.NOT_DECIDED);
        }
        assertThat(kept).hasSizeLessThan(3);

        try (LessonRuns rest = runs((any, seed) -> Optional.ofNullable(kept.get(seed)))) {
            assertThat(rest.measured()).isEqualTo(kept.size());
            assertThat(rest.total()).isEqualTo((3L - kept.size()) * 2 * 2 * 6);
        }
        assertThat(whole((any, seed) -> Optional.ofNullable(kept.get(seed))).seeds())
                .isEqualTo(expected.seeds());
    }

    @Test
    void whatIsKnownIsNotRun() throws InterruptedException {
        Finding expected = whole(LessonRuns.Known.NOTHING);
        LessonRuns.Known all = (any, seed) ->
                expected.seeds().stream().filter(one -> one.seed() == seed).findFirst();

        try (LessonRuns runs = runs(all)) {
            assertThat(runs.total()).isZero();
            assertThat(runs.finished()).isTrue();
            assertThat(runs.complete(lesson)).isTrue();
            assertThat(runs.finding(lesson).seeds()).isEqualTo(expected.seeds());
            assertThat(runs.finding(lesson).figured()).isEmpty();
        }
    }

    @Test
    void seedsAreTheFirstThatAreStatedOrAllOfThem() {
        assertThat(THREE.of(lesson)).containsExactly(1, 2, 3);
        assertThat(new SeedChoice(OptionalInt.empty(), false).of(lesson)).hasSize(10);
        assertThat(new SeedChoice(OptionalInt.empty(), true).of(lesson)).containsExactly(101, 102);
        assertThatThrownBy(() -> new SeedChoice(OptionalInt.of(3), true).of(lesson))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("tuning seeds as it states (2)", "found 3");
    }
}
