package lipschitzlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a text says in numbers is what was measured, computed, set or published, so that the two do not drift apart. */
class TextNumbersTest {
    private static final Path DOCUMENTS = Path.of("src/site/markdown");
    private static final Path LEDGER = Path.of("src/test/resources/numbers");

    private static List<CheckedText> all() throws IOException {
        List<CheckedText> all = new ArrayList<>(documents());
        for (String folder : List.of("presets", "presets/figures", "presets/lessons")) {
            all.addAll(TextReader.yamls(Path.of(folder)));
        }
        all.add(TextReader.help());
        return all;
    }

    private static List<CheckedText> documents() throws IOException {
        List<CheckedText> presets = new ArrayList<>(TextReader.yamls(Path.of("presets")));
        presets.addAll(TextReader.yamls(Path.of("presets/figures")));
        List<CheckedText> documents = new ArrayList<>(List.of(TextReader.markdown(Path.of("README.md"), presets)));
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            for (Path page : files.sorted().toList()) {
                documents.add(TextReader.markdown(page, presets));
            }
        }
        return documents;
    }

    private static Audit audit() throws IOException {
        return new Audit(Ledger.of(LEDGER), new Sources(new Findings(Findings.COMMITTED), new Tables(documents())));
    }

    @Test
    void everyNumberOfTheTextsHasASourceThatSaysTheSame() throws IOException {
        Audit audit = audit();

        assertThat(all().stream().flatMap(text -> audit.complaints(text).stream()))
                .isEmpty();
    }

    @Test
    void theLedgerNamesOnlyTextsThatThereAre() throws IOException {
        assertThat(all().stream().map(CheckedText::name))
                .containsAll(Ledger.of(LEDGER).texts());
    }
}
