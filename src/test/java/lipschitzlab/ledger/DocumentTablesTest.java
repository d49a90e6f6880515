package lipschitzlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages in Markdown, and the tables in them. */
class DocumentTablesTest {
    private static final String PAGE =
            """
            # Measured

            Lanes take 7 s
            or 8 s, see [there](other.md#9) and `run 10`.

                run 11

            ## Every seed

            | seed | lane | rank | time | time |
            | --- | --- | --- | --- | --- |
            | 1 | clipped | 2.7, 1.1 | 13 s | 14 s |
            | 2 | clipped | 2.1, 1.4 | 15 s | 16 s |
            | 2 | free | 14.5, 2.3 | 17 s | 18 s |

            - one 5 s
            """;

    @TempDir
    private Path folder;

    private CheckedText page;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("page.md");
        Files.writeString(file, PAGE);
        page = TextReader.markdown(file, List.of());
    }

    @Test
    void paragraphsAndRowsKnowTheirHeadingAndTheirLineAndCodeHasNoNumbers() {
        Rules rules = Rules.of(page);
        List<String> found = page.passages().stream()
                .filter(passage -> !passage.isRow())
                .flatMap(passage -> rules.claims(passage).stream()
                        .map(number -> passage.heading() + ":" + passage.line(number.start()) + ":" + number.written()))
                .toList();

        assertThat(found).containsExactly("Measured:3:7", "Measured:4:8", "Every seed:16:5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Every seed / clipped / rank | median | 2.4",
                "Every seed / clipped / rank #2 | max | 1.4",
                "Every seed / 2 / clipped / time | value | 15",
                "Every seed / 2 / clipped / last time | value | 16",
                "Every seed / not clipped / time | value | 17",
                "Every seed / time | above 14 | 2",
            })
    void aColumnIsFoundByItsTableAndItsRows(String reference, String statistic, double expected) {
        assertThat(Statistic.of(statistic, new Tables(List.of(page)).values(reference)))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void severalNumbersWantAStatistic() {
        assertThatThrownBy(() -> Statistic.of("value", new Tables(List.of(page)).values("Every seed / clipped / time")))
                .hasMessageContaining("expected one number, found 2");
    }

    @Test
    void rowsOfATableMayHaveOneSource() throws IOException {
        Files.writeString(folder.resolve("findings.csv"), "lesson,measure,seed,value\n");
        Sources sources = new Sources(new Findings(folder), new Tables(List.of()));
        String ledger = page.name() + ":\n  - rows: Every seed\n    benchmark: run 11\n";

        assertThat(new Audit(Ledger.of(ledger), sources).complaints(page))
                .hasSize(3)
                .allSatisfy(complaint -> assertThat(complaint).contains("has no source"));
    }
}
