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
    void aTinyLessonIsMeasuredDecidedAndWrittenWithItsFigures() throws IOException {
        Outcome outcome = findings(LessonText.small());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out())
                .contains(
                        "small: holds, the whole interval lies above 0.01",
                        "Effect: the share at the edge; claimed above 0.01; measured ",
                        "95 % interval",
                        "Written to");
        Path written = folder.resolve("out");
        assertThat(written.resolve("findings.csv"))
                .content()
                .startsWith("lesson,measure,seed,value,verdict")
                .contains("small,gap,1,", "small,gap,2,", "small,share,10,", "small,effect,10,", ",holds");
        assertThat(written.resolve("findings.md"))
                .content()
                .contains(
                        "**holds**: the whole interval lies above 0.01. Effect: ",
                        "Claimed: above 0.01. By themselves, 10 of 10 seeds lie above the threshold.",
                        "Clipped weights stay within c.",
                        "The effect: the share at the edge, `share`.",
                        "effects/small.png",
                        "figures/small.png");
        assertThat(written.resolve("verdicts.csv"))
                .content()
                .startsWith(
                        "lesson,verdict,effect,low,high,threshold,direction,seeds,beyond,engine,digest\nsmall,holds,")
                .contains(",0.01,above,10,10,");
        assertThat(written.resolve("figures/small.png")).isNotEmptyFile();
        assertThat(written.resolve("figures/small.svg")).content().contains("<svg");
        assertThat(written.resolve("effects/small.png")).isNotEmptyFile();
        assertThat(written.resolve("effects/small.svg"))
                .content()
                .contains("threshold 0.01", "median, 95 % interval", "seed 10", "A small one: holds");
    }

    @Test
    void tooFewSeedsAreMeasuredAndDecideNothing() throws IOException {
        Outcome outcome = findings(LessonText.small(), "--seeds", "2");

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("small: not decided, 8 more seeds are needed, a verdict takes 10");
        assertThat(folder.resolve("out/findings.md")).content().contains("| no interval | above 0.01 |");
        assertThat(folder.resolve("out/verdicts.csv")).content().contains("small,not decided,,,,0.01,above,2,2,");
    }

    @Test
    void aLessonOfAFormerVersionIsJudgedByItsRuleAndWantsMoreSeeds() throws IOException {
        Outcome outcome = findings(LessonText.former());

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("small: not decided, 8 more seeds are needed");
        assertThat(folder.resolve("out/findings.csv")).content().contains("small,effect,1,1.0,", "small,effect,2,1.0,");
        assertThat(folder.resolve("out/findings.md")).content().contains("`if(share > 0.01, 1, 0)`");
    }

    @Test
    void tuningSeedsAreTakenAsManyAsThereAreAndAreNoFinding() throws IOException {
        Outcome outcome = findings(LessonText.small(), "--tuning");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("(on tuning seeds: no finding)");
        assertThat(folder.resolve("out/findings.csv"))
                .content()
                .contains("small,effect,101,", "small,effect,102,")
                .doesNotContain("small,effect,1,");
        assertThat(folder.resolve("out/findings.md")).content().contains("nothing here is a finding");
        assertThat(folder.resolve("out/verdicts.csv")).doesNotExist();
    }

    @Test
    void moreTuningSeedsThanThereAreAreRefused() throws IOException {
        assertThat(findings(LessonText.small(), "--tuning", "--seeds", "3").err())
                .contains("tuning seeds as it states (2)", "found 3");
    }

    @Test
    void findingsGoOnWhereTheyWereStoppedAndComeToTheSame() throws IOException {
        findings(LessonText.small());
        String whole = Files.readString(folder.resolve("out/findings.csv"));
        String verdicts = Files.readString(folder.resolve("out/verdicts.csv"));
        findings(LessonText.small(), "--seeds", "2", "--force");
        Files.writeString(folder.resolve("out/seeds/small-3.csv.part"), "what was being written when it stopped");

        Outcome rest = findings(LessonText.small());

        assertThat(rest.exit()).isEqualTo(LabCommand.DONE);
        assertThat(rest.out()).contains("Goes on: 2 of 10 seeds are measured already.", "small: holds");
        assertThat(folder.resolve("out/findings.csv")).content().isEqualTo(whole);
        assertThat(folder.resolve("out/verdicts.csv")).content().isEqualTo(verdicts);
        assertThat(folder.resolve("out/seeds/small-3.csv.part")).doesNotExist();
        assertThat(findings(LessonText.small()).out()).contains("Goes on: 10 of 10 seeds are measured already.");
        assertThat(folder.resolve("out/findings.csv")).content().isEqualTo(whole);
    }

    @Test
    void onlyWhatChangedIsRunAgain() throws IOException {
        findings(LessonText.small());

        assertThat(findings(LessonText.small().line(28, "  threshold: 0.9")).out())
                .contains("Goes on: 10 of 10 seeds", "small: does not hold", "Written to");
        assertThat(folder.resolve("out/verdicts.csv")).content().contains("small,does not hold,");
        assertThat(findings(LessonText.small().line(35, "  final: [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]"))
                        .out())
                .contains("Goes on: 9 of 10 seeds");
        assertThat(findings(LessonText.small().line(32, "  curve: gap")).out())
                .as("the figure of the first seed shows something else")
                .contains("Goes on: 9 of 10 seeds");
        assertThat(findings(LessonText.small().line(16, "    schedule.steps: 7"))
                        .out())
                .doesNotContain("Goes on");
    }

    @Test
    void aSpoiledSeedIsRefusedWithItsFile() throws IOException {
        findings(LessonText.small(), "--seeds", "1");
        Path seed = folder.resolve("out/seeds/small-1.csv");
        Files.writeString(seed, Files.readString(seed).replace("small,1,", "small,1,2,3,"));

        Outcome outcome = findings(LessonText.small(), "--seeds", "1");

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("small-1.csv", "Delete the file");
    }

    @Test
    void aPartOfTheLessonsOfAFolderDoesNotTakeThePlaceOfAll() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yaml"), LessonText.small().toString());
        findings(LessonText.small(), "--seeds", "1", other.toString());

        Outcome outcome = findings(LessonText.small(), "--seeds", "1");

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("findings of other in it", "Name that lesson too");
    }

    @Test
    void aFigureOfMeasuresHasABarForEachSeedAndItsNumber() throws IOException {
        findings(LessonText.small().line(32, "  measures: [share]"), "--seeds", "2");

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
    void aFolderThatHoldsOtherThingsIsLeftAlone() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("out")).resolve("mine.txt"), "mine");
        Outcome outcome = findings(LessonText.small(), "--seeds", "1");

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("--force");
        assertThat(findings(LessonText.small(), "--seeds", "1", "--force").exit())
                .isEqualTo(LabCommand.DONE);
        assertThat(findings(LessonText.small(), "--seeds", "1", "--force").out())
                .as("begun anew")
                .doesNotContain("Goes on");
        assertThat(folder.resolve("out/mine.txt")).hasContent("mine");
    }

    @Test
    void findingsOfAFormerVersionAreReplacedByForceOnly() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(
                out.resolve("findings.csv"), "lesson,measure,seed,value,rule,verdict\nsmall,gap,1,2,true,holds\n");
        Files.writeString(Files.createDirectories(out.resolve("figures")).resolve("gone.png"), "a former figure");

        assertThat(findings(LessonText.small(), "--seeds", "1").exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(findings(LessonText.small(), "--seeds", "1", "--force").exit())
                .isEqualTo(LabCommand.DONE);
        assertThat(out.resolve("figures/gone.png")).doesNotExist();
        assertThat(findings(LessonText.small(), "--seeds", "1").out()).contains("Goes on: 1 of 1 seeds");
    }

    @Test
    void aSeedWhoseFileCannotBeWrittenIsToldAndRunAgainTheNextTime() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("seeds"), "a file where a folder would be");

        Outcome outcome = findings(LessonText.small(), "--seeds", "1", "--force");

        assertThat(outcome.exit()).isEqualTo(LabCommand.FAILURE);
        assertThat(outcome.out()).contains("Not written: ", "small-1.csv");
        Files.delete(out.resolve("seeds"));
        assertThat(findings(LessonText.small(), "--seeds", "1", "--force").out())
                .doesNotContain("Goes on")
                .doesNotContain("Not written");
    }

    @Test
    void aLaneThatStopsByItselfLeavesItsClaimUndecided() throws IOException {
        LessonText spoilt = LessonText.small()
                .line(16, "    lanes.weight-clipping.learningRate: 1e9")
                .line(17, "    lanes.weight-clipping.c: 1000");

        Outcome outcome = findings(spoilt.line(13, "    batch: 16\n    schedule.steps: 40"));

        assertThat(outcome.exit()).isEqualTo(LabCommand.DONE);
        assertThat(outcome.out()).contains("small: not decided, no effect of seeds 1, 2, ");
        assertThat(folder.resolve("out/findings.md")).content().contains("not measured");
    }

    @Test
    void askingForMoreSeedsThanTheLessonStatesIsRefused() throws IOException {
        Outcome outcome = findings(LessonText.small(), "--seeds", "11");

        assertThat(outcome.exit()).isEqualTo(LabCommand.BAD_INPUT);
        assertThat(outcome.err()).contains("lesson small", "(10)", "found 11");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aLessonThatIsOnlyForShowingIsRefused() throws IOException {
        Outcome outcome = findings(LessonText.small().without(18, 35));

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
