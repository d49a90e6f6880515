package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.FindingDigest;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.statistic.MedianInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFileTest {
    @TempDir
    private Path folder;

    /** A finding whose effect, the difference of two measures, is −3 to so many less 4. */
    private static Finding finding(Lesson lesson, int seeds) {
        List<Finding.OfSeed> measured = new ArrayList<>();
        for (int i = 1; i <= seeds; i++) {
            Map<String, Double> values = Map.of("penalized", i - 4.0, "normalized", 0.0, "clipped", 0.0);
            measured.add(lesson.requireCheck().ofSeed(300 + i, values));
        }
        return new Finding(lesson, measured, false, List.of());
    }

    private VerdictFile.Recorded written(int seeds) throws IOException {
        Path file = folder.resolve("verdicts.csv");
        VerdictFile.write(file, List.of(finding(LessonReader.of("many-modes"), seeds)), "nd4j-cpu");
        try (InputStream in = Files.newInputStream(file)) {
            return VerdictFile.read(in).get("many-modes");
        }
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        VerdictFile.Recorded recorded = written(10);

        assertThat(recorded)
                .isEqualTo(new VerdictFile.Recorded(
                        "not decided",
                        Optional.of(new MedianInterval(1.5, -1, 4)),
                        10,
                        6,
                        "nd4j-cpu",
                        FindingDigest.ofVerdict(LessonReader.of("many-modes"))));
        assertThat(recorded.inWords())
                .isEqualTo(
                        "Measured on 10 seeds with nd4j-cpu: 1.500, 95 % interval -1.000 to 4.000; 6 of the seeds speak"
                                + " for the claim by themselves. The claim: not decided.");
    }

    @Test
    void tooFewSeedsHaveNoInterval() throws IOException {
        assertThat(written(3).effect()).isEmpty();
        assertThat(written(3).inWords()).contains("no interval");
    }

    /** Where the committed findings are fresh, the window shows them; otherwise it shows none. */
    @Test
    void theWindowShowsWhatIsCommitted() {
        boolean committed = Files.exists(Path.of("assets/findings/verdicts.csv"));

        assertThat(VerdictFile.ofBundled(LessonReader.of("many-modes")).isPresent())
                .isEqualTo(committed);
    }
}
