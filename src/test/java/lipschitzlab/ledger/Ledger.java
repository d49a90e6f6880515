package lipschitzlab.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.setting.InputException;
import lipschitzlab.yaml.Section;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Items;

/** The sources of the numbers in the texts: YAML, a text's name with a list of entries below it. */
final class Ledger {
    private static final String QUOTE = "quote";
    private static final String ROWS = "rows";
    private static final String STATISTIC = "statistic";
    private static final String RELATION = "relation";

    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    /** The ledger in all files of a folder. */
    static Ledger of(Path folder) throws IOException {
        Ledger ledger = new Ledger();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                ledger.read(file.getFileName().toString(), Files.readString(file));
            }
        }
        return ledger;
    }

    /** One in a text. */
    static Ledger of(String yaml) {
        Ledger ledger = new Ledger();
        ledger.read("ledger", yaml);
        return ledger;
    }

    private void read(String file, String yaml) {
        YamlTree tree = TreeParser.parse(yaml, line -> SourceLocation.option(file + ":" + line));
        for (YamlTree.Entry text : ((Entries) tree).entries()) {
            List<Entry> all = entries.computeIfAbsent(text.key(), any -> new ArrayList<>());
            Section.items(text, "a list of entries", "Write each entry after a hyphen.").stream()
                    .map(item -> entry(Section.of("an entry", item.location(), item)))
                    .forEach(all::add);
        }
    }

    private static Entry entry(Section section) {
        List<String> keys = new ArrayList<>(List.of(QUOTE, ROWS, STATISTIC, RELATION));
        keys.addAll(SourceKind.keys());
        section.allow(keys);
        List<SourceKind> kinds = Arrays.stream(SourceKind.values())
                .filter(kind -> section.find(kind.key()).isPresent())
                .toList();
        if (kinds.size() != 1
                || section.text(QUOTE).isEmpty() == section.text(ROWS).isEmpty()) {
            throw new InputException(
                    section.location().text(),
                    "one of quote and rows, and one of " + String.join(", ", SourceKind.keys()),
                    section.entries().keys().toString(),
                    "Say once which words are meant, and once where their numbers come from.");
        }
        SourceKind kind = kinds.get(0);
        return new Entry(
                section.location().text(),
                section.text(QUOTE).replaceAll("\\s+", " "),
                section.text(ROWS),
                kind,
                texts(section.require(kind.key())),
                section.find(STATISTIC).map(Ledger::texts).orElse(List.of("value")),
                section.find(RELATION).map(any -> section.text(RELATION)));
    }

    private static List<String> texts(YamlTree.Entry entry) {
        List<YamlTree> items = entry.value() instanceof Items list ? list.items() : List.of(entry.value());
        return items.stream()
                .map(item -> ((YamlTree.Text) item).value().strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** The entries for a text. */
    List<Entry> of(CheckedText text) {
        return entries.getOrDefault(text.name(), List.of());
    }

    /** The texts that it names. */
    List<String> texts() {
        return List.copyOf(entries.keySet());
    }
}
