package lipschitzlab.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.SourceLocation;
import lipschitzlab.yaml.Suggestion;
import lipschitzlab.yaml.TreeParser;
import lipschitzlab.yaml.YamlTree;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Text;

/** What {@code --set path.to.key=value}, or a lesson, puts into a preset before it is validated. */
public final class Overrides {
    private final List<String> path;
    private final SourceLocation location;
    private final YamlTree value;

    private Overrides(Override override) {
        this.path = Arrays.asList(override.path().strip().split("\\.", -1));
        this.location = override.location();
        this.value = override.value();
    }

    /**
     * One value.
     *
     * @param path keys with dots between them
     * @param location where it was written
     */
    public record Override(String path, YamlTree value, SourceLocation location) {
        /** Given on the command line: a text that starts with a bracket or a brace is YAML. */
        public static Override option(String path, String text) {
            SourceLocation location = SourceLocation.option("--set " + path);
            boolean yaml = text.startsWith("[") || text.startsWith("{");
            return new Override(
                    path, yaml ? TreeParser.parse(text, line -> location) : new Text(text, location), location);
        }
    }

    /**
     * The preset with these values in it.
     *
     * @param overrides values by path; one that starts with a bracket or a brace is YAML, any other is text
     * @throws InputException if a path leads into something that is no mapping, or to a lane that there is not
     */
    static Entries apply(Entries preset, Map<String, String> overrides) {
        return apply(
                preset,
                overrides.entrySet().stream()
                        .map(entry -> Override.option(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** As {@link #apply(Entries, Map)}, with values that may have been written elsewhere. */
    public static Entries apply(Entries preset, List<Override> overrides) {
        Entries result = preset;
        for (Override override : overrides) {
            result = new Overrides(override).put(result, 0);
        }
        return result;
    }

    private Entries put(Entries entries, int depth) {
        String key = path.get(depth);
        requireKnown(key, entries, depth);
        boolean last = depth == path.size() - 1;
        YamlTree changed = last ? value : put(inside(entries, key, depth), depth + 1);
        return entries.with(new Entry(key, last ? location : locationOf(entries, key), changed));
    }

    private void requireKnown(String key, Entries entries, int depth) {
        if (key.isBlank()) {
            throw new InputException(
                    location.text(), "keys with dots between them", "an empty key", "Write --set schedule.steps=100.");
        }
        boolean lane = depth == 1 && path.get(0).equals("lanes");
        if (lane && entries.find(key).isEmpty()) {
            throw new InputException(
                    location.text(), "a lane of the preset", Quoted.of(key), Suggestion.among(key, entries.keys()));
        }
        if (depth == 0 && key.equals("record")) {
            throw new InputException(
                    location.text(),
                    "something that can be set",
                    "record",
                    "A record says what was; nothing reads it.");
        }
    }

    private SourceLocation locationOf(Entries entries, String key) {
        return entries.find(key).map(Entry::location).orElse(location);
    }

    /** The mapping under a key, empty if nothing is there yet. */
    private Entries inside(Entries entries, String key, int depth) {
        YamlTree found = entries.find(key).map(Entry::value).orElse(new Text("", location));
        if (found instanceof Entries inner) {
            return inner;
        }
        if (found instanceof Text text && text.isBlank()) {
            return new Entries(List.of(), location);
        }
        throw new InputException(
                location.text(),
                "keys inside " + String.join(".", path.subList(0, depth + 1)),
                found.description(),
                "Shorten the path, or set the value in the file.");
    }
}
