package lipschitzlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lipschitzlab.lesson.Finding;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that are committed were decided by the lessons, presets and training that are committed with them. */
class CommittedFindingsTest {
    private static final CommittedFindings COMMITTED = new CommittedFindings(Path.of("assets/findings"));

    @TempDir
    private Path folder;

    @Test
    void noCommittedFindingIsStale() throws IOException {
        assertThat(COMMITTED.complaints()).isEmpty();
    }

    /** The table of the documents has the verdicts of the page. */
    @Test
    void theDocumentsSayWhatTheFindingsSay() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/site/markdown/lessons-and-figures.md"))) {
            if (line.startsWith("| [") && line.contains("findings.md#")) {
                told.put(
                        line.replaceFirst(".*findings\\.md#([^)]*)\\).*", "$1"),
                        line.replaceFirst(".*\\*\\*(.*)\\*\\* \\|$", "$1"));
            }
        }

        assertThat(told).hasSameSizeAs(Lessons.names()).isEqualTo(new TreeMap<>(COMMITTED.verdicts()));
    }

    /** Once there are effects, the table has them too. */
    @Test
    void theDocumentsHaveTheEffectsOfTheFindings() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/site/markdown/lessons-and-figures.md"));
        for (Map.Entry<String, VerdictFile.Recorded> one : COMMITTED.recorded().entrySet()) {
            String effect = one.getValue().effect().map(FindingsPage::inWords).orElse("no interval");
            assertThat(rows)
                    .as("the row of " + one.getKey() + " with its effect, " + effect)
                    .anyMatch(row -> row.contains("findings.md#" + one.getKey() + ")") && row.contains(effect));
        }
        assertThat(COMMITTED.recorded().isEmpty())
                .isEqualTo(rows.stream().anyMatch(row -> row.contains(CommittedFindings.FORMER)));
    }

    /** The README shows some of the claims, each with its effect and its verdict. */
    @Test
    void theReadmeSaysWhatTheFindingsSay() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md"));
        int shown = 0;
        for (Map.Entry<String, VerdictFile.Recorded> one : COMMITTED.recorded().entrySet()) {
            String claim = LessonReader.of(one.getKey()).claim().strip().replaceAll("\\.$", "");
            List<String> told =
                    rows.stream().filter(row -> row.startsWith("| " + claim)).toList();
            assertThat(told).as("the rows of " + one.getKey()).allSatisfy(row -> assertThat(row)
                    .contains(one.getValue().effect().map(FindingsPage::inWords).orElse("no interval"))
                    .endsWith("| **" + one.getValue().verdict() + "** |"));
            shown += told.size();
        }
        assertThat(shown).isGreaterThanOrEqualTo(3);
    }

    private void write(String... names) {
        List<Finding> findings = Stream.of(names)
                .map(LessonReader::of)
                .map(lesson -> new Finding(lesson, List.of(), false, List.of()))
                .toList();
        VerdictFile.write(folder.resolve("verdicts.csv"), findings, "nd4j");
    }

    private List<String> complaints() throws IOException {
        return new CommittedFindings(folder).complaints();
    }

    @Test
    void freshFindingsAreNoComplaint() throws IOException {
        write(Lessons.names().toArray(String[]::new));

        assertThat(complaints()).isEmpty();
    }

    @Test
    void aStaleFindingIsNamedWithTheCommandThatRunsItAgain() throws IOException {
        write(Lessons.names().toArray(String[]::new));
        Path file = folder.resolve("verdicts.csv");
        Files.writeString(
                file, Files.readString(file).replaceAll("(?m)^(too-tight,.*,)[0-9a-f]{64}$", "$1" + "0".repeat(64)));

        assertThat(complaints()).singleElement().asString().contains("too-tight is stale", CommittedFindings.COMMAND);
    }

    @Test
    void aLessonWithoutAFindingIsNamed() throws IOException {
        write(Lessons.names().stream()
                .filter(name -> !name.equals("many-modes"))
                .toArray(String[]::new));

        assertThat(complaints())
                .singleElement()
                .asString()
                .contains("no finding of many-modes", CommittedFindings.COMMAND);
    }

    @Test
    void aFindingWithoutALessonIsNamed() throws IOException {
        write(Lessons.names().toArray(String[]::new));
        Path file = folder.resolve("verdicts.csv");
        Files.writeString(file, Files.readString(file) + "gone,holds,1,1,1,0,above,10,10,nd4j,0\n");

        assertThat(complaints()).singleElement().asString().contains("gone, but no such lesson");
    }

    @Test
    void aPageWithoutDigestsSaysThatItsVerdictsAreOfTheFormerRule() throws IOException {
        Files.writeString(folder.resolve("findings.md"), "# Findings\n");
        assertThat(complaints()).singleElement().asString().contains("does not say");

        Files.writeString(folder.resolve("findings.md"), "These verdicts are of the former rule.\n");
        assertThat(complaints()).isEmpty();
    }
}
