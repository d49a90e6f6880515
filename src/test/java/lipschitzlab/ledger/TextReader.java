package lipschitzlab.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.lesson.Quantity;
import lipschitzlab.measurement.Metric;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/** Reads what a person reads: presets, lessons, figures, the help of settings, and the documents. */
final class TextReader {
    /** The name of the help of settings, data, metrics and measures, which is no file. */
    static final String HELP = "help";

    /** What a lesson decides, and why so: here the numbers that decide say themselves where they come from. */
    static final List<String> DECIDED = List.of("claim", "verdict.because");

    /** What a person does in a lesson. */
    static final String STEPS = "do";

    private static final List<String> PROSE = Stream.concat(
                    DECIDED.stream(), Stream.of("title", STEPS, "lookFor", "answer", "tuning"))
            .toList();

    private TextReader() {}

    /** A preset, a lesson or a paper's figure. */
    static CheckedText yaml(Path file) throws IOException {
        String whole = Files.readString(file);
        YamlTree tree = TreeParser.parse(whole, line -> SourceLocation.option(Integer.toString(line)));
        List<Passage> passages = new ArrayList<>();
        for (String path : PROSE) {
            collect(path, tree, passages);
        }
        return new CheckedText(name(file), whole, passages, SettingsOfFile.of(tree));
    }

    private static void collect(String path, YamlTree tree, List<Passage> passages) {
        YamlTree found = tree;
        for (String key : path.split("\\.")) {
            if (!(found instanceof Entries entries) || entries.find(key).isEmpty()) {
                return;
            }
            found = entries.find(key).orElseThrow().value();
        }
        List<YamlTree> texts = found instanceof Items list ? list.items() : List.of(found);
        texts.stream()
                .map(Text.class::cast)
                .map(text -> Passage.of(path, Integer.parseInt(text.location().text()), text.value()))
                .forEach(passages::add);
    }

    /** All YAML files of a folder. */
    static List<CheckedText> yamls(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<CheckedText> texts = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                texts.add(yaml(file));
            }
            return texts;
        }
    }

    /**
     * A page in Markdown.
     *
     * @param bundled of which it may name settings
     */
    static CheckedText markdown(Path file, List<CheckedText> bundled) throws IOException {
        Map<String, Set<Double>> settings = new HashMap<>();
        bundled.forEach(
                text -> text.settings().forEach((key, values) -> settings.computeIfAbsent(key, any -> new HashSet<>())
                        .addAll(values)));
        return new CheckedText(
                name(file), Files.readString(file), Passage.ofMarkdown(Files.readAllLines(file)), settings);
    }

    /** What the panel, {@code presets --help} and {@code findings --help} say. */
    static CheckedText help() {
        List<String> lines = new ArrayList<>();
        AllSettings.BY_NAME.forEach((name, setting) -> lines.add(name + ": " + setting.help()));
        for (DatasetKind kind : DatasetKind.values()) {
            lines.add(kind.id() + ": " + kind.title() + ": " + kind.help());
        }
        Arrays.stream(Metric.values())
                .map(each -> each.id() + ": " + each.title())
                .forEach(lines::add);
        Arrays.stream(Quantity.values())
                .map(each -> each.signature() + ": " + each.help())
                .forEach(lines::add);
        List<Passage> passages = lines.stream()
                .map(line -> Passage.of(HELP, 1 + lines.indexOf(line), line))
                .toList();
        return new CheckedText(HELP, String.join("\n", lines), passages, Map.of());
    }

    private static String name(Path file) {
        return file.toString().replace('\\', '/');
    }
}
