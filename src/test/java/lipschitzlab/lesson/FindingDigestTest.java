package lipschitzlab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lipschitzlab.experiment.LessonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingDigestTest {
    @TempDir
    private Path folder;

    private Lesson read(LessonText text) throws IOException {
        return LessonReader.read(Files.writeString(folder.resolve("small.yaml"), text.toString()));
    }

    private Lesson small() throws IOException {
        return read(LessonText.small());
    }

    @Test
    void aDigestIsTheSameEachTimeAndHasSixtyFourDigits() throws IOException {
        assertThat(FindingDigest.ofVerdict(small()))
                .isEqualTo(FindingDigest.ofVerdict(small()))
                .matches("[0-9a-f]{64}");
        assertThat(FindingDigest.ofRuns(small())).isEqualTo(FindingDigest.ofRuns(small()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1|title: Another",
                "2|claim: Something else.",
                "7|where: There",
                "8|answer: They are not.",
                "20|    what: other words",
                "21|    is:   at(\"weight-clipping\",   \"gap\", \"end\")",
                "26|  what: other words",
                "30|  because: I say so.",
                "34|  tuning: [103]",
                "36|controls: []",
                "38|  card: gauge",
            })
    void proseAndWhatIsOnlyShownLeaveDigestsAsTheyAre(int line, String text) throws IOException {
        Lesson changed = read(LessonText.small().line(line, text));

        assertThat(FindingDigest.ofVerdict(changed)).isEqualTo(FindingDigest.ofVerdict(small()));
        assertThat(FindingDigest.ofRuns(changed)).isEqualTo(FindingDigest.ofRuns(small()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "27|  effect: 2 * share",
                "28|  threshold: 0.02",
                "29|  direction: below",
                "35|  final: [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]",
            })
    void whatDecidesLaterLeavesRunsAsTheyAre(int line, String text) throws IOException {
        Lesson changed = read(LessonText.small().line(line, text));

        assertThat(FindingDigest.ofVerdict(changed)).isNotEqualTo(FindingDigest.ofVerdict(small()));
        assertThat(FindingDigest.ofRuns(changed)).isEqualTo(FindingDigest.ofRuns(small()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "10|  preset: eight-gaussians-controlled",
                "11|  lanes: [weight-clipping]",
                "13|    batch: 17",
                "16|    schedule.steps: 7",
                "17|    lanes.weight-clipping.c: 0.02",
                "17|  alone: true",
                "17|  variants: {one: {}, two: {set: {batch: 8}}}",
                "24|    is: shareAtEdge(\"weight-clipping\", 3) + 0 * gap",
            })
    void whatChangesNumbersChangesBoth(int line, String text) throws IOException {
        LessonText spoilt = LessonText.small().line(line, text);
        Lesson changed = read(
                text.contains("variants")
                        ? spoilt.line(21, "    is: at(\"one/weight-clipping\", \"gap\", \"end\")")
                                .line(24, "    is: shareAtEdge(\"two/weight-clipping\", 2)")
                        : spoilt);

        assertThat(FindingDigest.ofVerdict(changed)).isNotEqualTo(FindingDigest.ofVerdict(small()));
        assertThat(FindingDigest.ofRuns(changed)).isNotEqualTo(FindingDigest.ofRuns(small()));
    }

    @Test
    void aFigureOfLanesIsToldFromAnotherAndOneOfMeasuresShowsNone() throws IOException {
        String layers = FindingDigest.figure(small());

        assertThat(layers).isNotEmpty();
        assertThat(FindingDigest.figure(read(LessonText.small().line(32, "  curve: gap"))))
                .isNotEmpty()
                .isNotEqualTo(layers);
        assertThat(FindingDigest.figure(read(LessonText.small().line(32, "  measures: [share]"))))
                .isEmpty();
    }
}
