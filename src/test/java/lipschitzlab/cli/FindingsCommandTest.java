package lipschitzlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.experiment.LessonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class FindingsCommandTest {
    @TempDir
    private Path folder;

    private record Outcome(int exit, String out, String err) {}

    private Outcome findings(LessonText lesson, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), lesson.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = LabCommand.commandLine(new NoWindow(), EngineCatalog::ofThisMachine);
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(List.of(
                "findings", file.toString(), "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return new Outcome(line.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
    }

    @Test
    void aTinyLessonIsMeasuredDecidedAndWrittenWithItsFigure() throws IOException {
        Outcome outcome = findings(LessonText.small(), "--seeds", "2");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("small: holds", "the share at the edge", "Written to");
        Path written = folder.resolve("out");
        assertThat(written.resolve("findings.csv"))
                .content()
                .startsWith("lesson,measure,seed,value,rule,verdict")
                .contains("small,gap,1,", "small,gap,2,", "small,share,2,", "true,holds");
        assertThat(written.resolve("findings.md"))
                .content()
                .contains(
                        "**holds** on seeds 1 (true), 2 (true)",
                        "Clipped weights stay within c.",
                        "`share > least` with least = 0.01",
                        "figures/small.png");
        assertThat(written.resolve("figures/small.png")).isNotEmptyFile();
        assertThat(written.resolve("figures/small.svg")).content().contains("<svg");
    }

    @Test
    void aFigureOfMeasuresHasABarForEachSeedAndItsNumber() throws IOException {
        findings(LessonText.small().line(31, "  measures: [share]"), "--seeds", "2");

        List<String> words = Files.readAllLines(folder.resolve("out/findings.csv")).stream()
                .filter(line -> line.startsWith("small,share,"))
                .map(line -> String.format(Locale.ROOT, "%.3g", Double.valueOf(line.split(",")[3])))
                .toList();
        assertThat(words).hasSize(2);
        String figure = Files.readString(folder.resolve("out/figures/small.svg"));
        assertThat(words).allMatch(figure::contains);
        assertThat(figure.contains("the share at the edge")).isTrue();
        assertThat(figure.contains("seeds 1, 2")).isTrue();
    }

    @Test
    void findingsAreNeverOverwrittenWithoutForce() throws IOException {
        findings(LessonText.small(), "--seeds", "1");
        Outcome again = findings(LessonText.small(), "--seeds", "1");

        assertThat(again.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(again.err()).contains("--force");
        assertThat(findings(LessonText.small(), "--seeds", "1", "--force", "--tuning")
                        .out())
                .contains("on tuning seeds: no finding");
    }

    @Test
    void aLaneThatStopsByItselfLeavesItsClaimUndecided() throws IOException {
        LessonText spoilt = LessonText.small()
                .line(16, "    lanes.weight-clipping.learningRate: 1e9")
                .line(17, "    lanes.weight-clipping.c: 1000");

        Outcome outcome = findings(spoilt.line(13, "    schedule.steps: 200"), "--seeds", "1");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("small: not decided");
        assertThat(folder.resolve("out/findings.md")).content().contains("cannot be told", "not measured");
    }

    @Test
    void askingForMoreSeedsThanTheLessonStatesIsRefused() throws IOException {
        Outcome outcome = findings(LessonText.small(), "--seeds", "3");

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("lesson small", "(2)", "found 3");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aLessonThatIsOnlyForShowingIsRefused() throws IOException {
        Outcome outcome = findings(LessonText.small().without(18, 34));

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("lesson small", "There is nothing to measure");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aMisspeltLessonIsRefused() throws IOException {
        Outcome outcome = findings(LessonText.small().line(3, "sauce: x"));

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("small.yaml:3", "Did you mean source?");
    }

    @Test
    void lessonsWhoseFiguresWouldTakeEachOthersPlaceAreRefused() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other")).resolve("Small.yaml");
        Files.writeString(other, LessonText.small().toString());

        Outcome outcome = findings(LessonText.small(), "--seeds", "1", other.toString());

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("lesson Small", "two of the name Small", "Rename one of the files");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aVariantIsNotNamedAsAFolderThatWindowsCannotMake() throws IOException {
        for (String name : List.of("aux", "con.1", "dot.")) {
            Outcome outcome =
                    findings(LessonText.small().line(17, "  variants: {" + name + ": {}, wide: {set: {batch: 32}}}"));

            assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
            assertThat(outcome.err()).contains("'" + name + "'", "on every system", "Rename the variant");
        }
    }

    @Test
    void findingsOfWhichNotAllCouldBeWrittenEndWithExitCodeOne() throws IOException {
        Path figures = Files.createDirectories(folder.resolve("out")).resolve("figures");
        Files.writeString(figures, "a file where a folder would be");

        Outcome outcome = findings(LessonText.small(), "--seeds", "1", "--force");

        assertThat(outcome.exit()).isEqualTo(LabCommand.FAILURE);
        assertThat(outcome.out()).contains("small: ", "Written to", "Not written: ", "small.png", "small.svg");
        assertThat(folder.resolve("out/findings.csv")).content().contains("small,gap,1,");
        assertThat(folder.resolve("out/findings.md")).isNotEmptyFile();
    }
}
