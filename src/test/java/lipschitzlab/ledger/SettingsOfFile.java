package lipschitzlab.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.dataset.GaussianMixture;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/** The numbers that a preset, a lesson or a figure gives to settings, and how many lanes, layers and modes it has. */
final class SettingsOfFile {
    /** The steps between which a lesson's measures look. */
    static final String STEP = "step";

    static final String LANES = "lanes";
    static final String LAYERS = "layers";
    static final String MODES = "modes";

    /** The threshold, and the numbers in the effect and the measures: what decides a lesson's claim. */
    static final String DECISION = "decision";

    private static final Pattern IN_FORMULA = Pattern.compile("(?<=, )\\d+(?=[,)])");

    /** How many modes the mixtures have, by the name of their kind. */
    static final Map<String, Integer> MODE_COUNTS = Map.of(
            DatasetKind.EIGHT_GAUSSIANS.id(), count(GaussianMixture.eightGaussians()),
            DatasetKind.TWENTY_FIVE_GAUSSIANS.id(), count(GaussianMixture.twentyFiveGaussians()));

    private static final Set<String> DECIDING = Set.of("is", "effect", "threshold");

    private final Map<String, Set<Double>> numbers = new HashMap<>();

    private SettingsOfFile() {}

    private static int count(Dataset mixture) {
        return mixture.mixture().orElseThrow().modes().length;
    }

    static Map<String, Set<Double>> of(YamlTree tree) {
        SettingsOfFile all = new SettingsOfFile();
        all.read("", tree);
        return all.numbers;
    }

    private void read(String key, YamlTree tree) {
        if (tree instanceof Entries entries) {
            if (key.equals(LANES)) {
                add(LANES, entries.entries().size());
            }
            entries.entries().forEach(this::read);
        } else if (tree instanceof Items list) {
            if (key.equals(LANES)) {
                add(LANES, list.items().size());
            }
            if (key.equals("hidden")) {
                add(LAYERS, list.items().size());
                add(LAYERS, list.items().size() + 1);
            }
            list.items().forEach(item -> read(key, item));
        } else if (tree instanceof Text text) {
            read(key, text.value());
        }
    }

    private void read(Entry entry) {
        String[] path = entry.key().split("\\.");
        read(path[path.length - 1], entry.value());
    }

    private void read(String key, String value) {
        if (value.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) {
            add(key, Double.parseDouble(value));
        }
        if (MODE_COUNTS.containsKey(value)) {
            add(MODES, MODE_COUNTS.get(value));
        }
        if (key.equals("is")) {
            IN_FORMULA.matcher(value).results().forEach(step -> add(STEP, Double.parseDouble(step.group())));
        }
        if (DECIDING.contains(key)) {
            WrittenNumber.in(value).forEach(number -> add(DECISION, number.value()));
        }
        Path bundled = Path.of("presets", value.replaceAll("[^a-z0-9-]", "_") + ".yaml");
        if (key.equals("preset") && Files.exists(bundled)) {
            read("", bundled);
        }
    }

    private void read(String key, Path file) {
        try {
            read(key, TreeParser.parse(Files.readString(file), line -> SourceLocation.option(file + ":" + line)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String key, double value) {
        numbers.computeIfAbsent(key, any -> new HashSet<>()).add(value);
    }
}
