package lipschitzlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit of texts, on a lesson and findings that are made up. */
class AuditTest {
    private static final String LESSON =
            """
            title: Steep
            claim: The slope rises above 9.
            lookFor: Is it 6 at step 80? See figure 3 of Miyato et al. 2018, with c = 0.1 and seed 101.
            answer: The slope is %s with clipping.
            do:
              - "Change c to 7 and choose “25 a second”."
            verdict:
              effect: slope / 9
              threshold: 1
              because: Above 1 the slope is more than 9.
            experiment:
              preset:
                lanes:
                  weight-clipping:
                    c: 0.1
            measures:
              slope:
                is: mean("weight-clipping", "gradient_norm_fake", 40, 80)
            """;
    private static final String FINDINGS =
            """
            lesson,measure,seed,value,verdict
            steep,slope,1,10.9,holds
            steep,slope,2,12.04,holds
            steep,slope,3,15,holds
            steep,flat,1,0.5,holds
            """;

    @TempDir
    private Path folder;

    private Findings findings;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("findings.csv"), FINDINGS);
        findings = new Findings(folder);
    }

    private List<String> complaints(String slope, String ledger) throws IOException {
        Path file = folder.resolve("steep.yaml");
        Files.writeString(file, LESSON.formatted(slope));
        CheckedText lesson = TextReader.yaml(file);
        Sources sources = new Sources(findings, new Tables(List.of()));
        return new Audit(Ledger.of(lesson.name() + ":\n" + ledger.indent(2)), sources).complaints(lesson);
    }

    private static String entry(String quote, String source) {
        return "- quote: \"" + quote + "\"\n  " + source + "\n";
    }

    @Test
    void aNumberWithoutASourceIsNamedWithItsLineAndARemedy() throws IOException {
        assertThat(complaints("12.0", entry("The slope rises", "paper: \"ours\"")))
                .singleElement()
                .asString()
                .contains("steep.yaml:4: “12.0” has no source", "slope is 12.0 with", "Give it a source");
    }

    @ParameterizedTest
    @CsvSource({
        "12.0, median, true",
        "12, median, true",
        "12.04, median, true",
        "12.1, median, false",
        "11, min, true",
        "15.0, max, true",
        "3, count, true",
        "10.9, median, false"
    })
    void aNumberMustBeTheFindingsAtTheDigitsThatAreWritten(String slope, String statistic, boolean right)
            throws IOException {
        String source = "finding: steep.slope\n  statistic: " + statistic;
        List<String> complaints = complaints(slope, entry("slope is " + slope, source));

        assertThat(complaints.isEmpty()).as(complaints.toString()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"above, 10, true", "above, 11, false", "below, 15, false", "below, 16, true", "within 4.5, 12, false"})
    void aNumberMayBoundTheFinding(String relation, String slope, boolean right) throws IOException {
        String statistic = relation.equals("above") ? "min" : relation.equals("below") ? "max" : "count";
        String source = "finding: steep.slope\n  statistic: " + statistic + "\n  relation: " + relation;

        assertThat(complaints(slope, entry("slope is " + slope, source)).isEmpty())
                .isEqualTo(right);
    }

    /** In claim and reason 9 and 1 are those of effect and threshold; 7 is what a step tells a person to set, and 6 asks. */
    @Test
    void whatDecidesWhatIsAskedAndWhatIsToBeSetNeedsNoSourceInItsPlaceButElsewhereItDoes() throws IOException {
        assertThat(complaints("steep", entry("The slope rises", "paper: ours"))).isEmpty();
        assertThat(complaints("9 and not 7 or 6", entry("The slope rises", "paper: ours")))
                .hasSize(3);
    }

    @Test
    void aQuotationThatTheTextHasNoMoreFails() throws IOException {
        assertThat(complaints("steep", entry("slope is 12.0", "finding: steep.slope\n  statistic: median")))
                .singleElement()
                .asString()
                .contains("“slope is 12.0” stands 0 times", "The text changed");
    }

    @Test
    void aQuotationThatStandsTwiceSaysNotWhichIsMeant() throws IOException {
        assertThat(complaints("steep", entry("The slope", "paper: ours")))
                .singleElement()
                .asString()
                .contains("stands 2 times");
    }

    @Test
    void wordsThatStateAnOrderAreRightOnlyIfTheSourcesRise() throws IOException {
        String rises = "finding: [steep.flat, steep.slope]\n  statistic: median";
        String falls = "finding: [steep.slope, steep.flat]\n  statistic: median";

        assertThat(complaints("steep", entry("The slope rises", rises))).isEmpty();
        assertThat(complaints("steep", entry("The slope rises", falls)))
                .singleElement()
                .asString()
                .contains("does not rise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "98.9 % | formula: 100 * (1 - E^(-4.5))",
                "1e-8 | formula: optimizer.Adam.EPSILON",
                "3 | formula: cli.InterruptGuard.FOR_STEPS",
                "twice | formula: 4 / 2",
                "1 | setting: powerIterations",
                "0.9 | setting: decay",
                "7 | paper: Gulrajani et al. 2017",
                "7 | benchmark: title Steep",
                "7 | test: AuditTest.write",
                "7 | file: 'pom.xml: <project'",
                "7 | record: what was done once",
            })
    void eachKindOfSourceIsLookedUp(String number, String source) throws IOException {
        String right = source.replace("title Steep", "\"title: Steep\"")
                .replace("setting: power", "setting: spectral-norm.power");

        assertThat(complaints(number, entry("slope is " + number, right))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "98.8 % | formula: 100 * (1 - E^(-4.5)) | 98.8 % is written, 98.889",
                "7 | formula: 7 + | no expression",
                "1e-8 | formula: optimizer.Adam.GAMMA | no constant optimizer.Adam.GAMMA",
                "0.8 | setting: decay | neither the default",
                "0.8 | setting: delay | no setting delay",
                "7 | finding: steep.deep | no finding steep.deep",
                "7 | benchmark: make all | does not stand in",
                "7 | test: AuditTest.read | no test AuditTest.read",
                "7 | file: 'pom.xml: <projekt' | there is no pom.xml: <projekt",
                "7 | table: a / b / c | no table",
                "7 | picture: a.png | does not show a.png",
                "7 and 8 | formula: 7 | 1 sources for 2 numbers",
            })
    void aSourceThatIsNotThereIsNamed(String number, String source, String words) throws IOException {
        assertThat(complaints(number, entry("slope is " + number, source)))
                .singleElement()
                .asString()
                .contains(words);
    }
}
