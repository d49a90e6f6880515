package lipschitzlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a text says in numbers is what was measured, computed, set or published, so that the two do not drift apart. */
class TextNumbersTest {
    private static final Path DOCUMENTS = Path.of("src/site/markdown");
    private static final Path LEDGER = Path.of("src/test/resources/numbers");

    /** Their texts are being written anew, and their findings run anew: a text that is done leaves this list. */
    private static final Set<String> PENDING = Stream.concat(
                    Stream.of("presets/disjoint.yaml"),
                    Stream.of(
                                    "c-is-a-cliff",
                                    "constraint-or-objective",
                                    "many-modes",
                                    "one-power-iteration-is-enough",
                                    "the-penalty-looks-between",
                                    "tighter-with-depth",
                                    "too-tight",
                                    "why-a-constraint",
                                    "why-not-the-wasserstein-loss",
                                    "without-a-penalty-weight")
                            .map(lesson -> "presets/lessons/" + lesson + ".yaml"))
            .collect(Collectors.toSet());

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

    private static Stream<CheckedText> checked() throws IOException {
        return all().stream().filter(text -> !PENDING.contains(text.name()));
    }

    private static Audit audit() throws IOException {
        return new Audit(Ledger.of(LEDGER), new Sources(new Findings(Findings.COMMITTED), new Tables(documents())));
    }

    @Test
    void everyNumberOfTheTextsHasASourceThatSaysTheSame() throws IOException {
        Audit audit = audit();

        assertThat(checked().flatMap(text -> audit.complaints(text).stream())).isEmpty();
    }

    @Test
    void noTextIsPendingThatIsNotThere() throws IOException {
        assertThat(all().stream().map(CheckedText::name)).containsAll(PENDING);
    }

    @Test
    void theLedgerNamesOnlyTextsThatThereAre() throws IOException {
        assertThat(all().stream().map(CheckedText::name))
                .containsAll(Ledger.of(LEDGER).texts());
    }
}
