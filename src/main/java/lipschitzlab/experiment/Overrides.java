package lipschitzlab.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lipschitzlab.experiment.YamlTree.Entries;
import lipschitzlab.experiment.YamlTree.Entry;
import lipschitzlab.experiment.YamlTree.Text;
import lipschitzlab.setting.InputException;

/** What {@code --set path.to.key=value} puts into a preset before it is validated. */
final class Overrides {
    private final List<String> path;
    private final Place place;
    private final String value;

    private Overrides(String path, String value) {
        this.path = Arrays.asList(path.strip().split("\\.", -1));
        this.place = Place.option("--set " + path);
        this.value = value;
    }

    /**
     * The preset with these values in it.
     *
     * @param overrides values by path; one that starts with a bracket or a brace is YAML, any other is text
     * @throws InputException if a path leads into something that is no mapping, or to a lane that there is not
     */
    static Entries apply(Entries preset, Map<String, String> overrides) {
        Entries result = preset;
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            result = new Overrides(override.getKey(), override.getValue()).put(result, 0);
        }
        return result;
    }

    private Entries put(Entries entries, int depth) {
        String key = path.get(depth);
        requireKnown(key, entries, depth);
        boolean last = depth == path.size() - 1;
        YamlTree changed = last ? parsedValue() : put(inside(entries, key, depth), depth + 1);
        return entries.with(new Entry(key, last ? place : placeOf(entries, key), changed));
    }

    private void requireKnown(String key, Entries entries, int depth) {
        if (key.isBlank()) {
            throw new InputException(
                    place.text(), "keys with dots between them", "an empty key", "Write --set schedule.steps=100.");
        }
        boolean lane = depth == 1 && path.get(0).equals("lanes");
        if (lane && entries.find(key).isEmpty()) {
            throw new InputException(
                    place.text(), "a lane of the preset", "'" + key + "'", Suggestion.among(key, entries.keys()));
        }
        if (depth == 0 && key.equals("record")) {
            throw new InputException(
                    place.text(), "something that can be set", "record", "A record says what was; nothing reads it.");
        }
    }

    private Place placeOf(Entries entries, String key) {
        return entries.find(key).map(Entry::place).orElse(place);
    }

    /** The mapping under a key, empty if nothing is there yet. */
    private Entries inside(Entries entries, String key, int depth) {
        YamlTree found = entries.find(key).map(Entry::value).orElse(new Text("", place));
        if (found instanceof Entries inner) {
            return inner;
        }
        if (found instanceof Text text && text.isBlank()) {
            return new Entries(List.of(), place);
        }
        throw new InputException(
                place.text(),
                "keys inside " + String.join(".", path.subList(0, depth + 1)),
                found.description(),
                "Shorten the path, or set the value in the file.");
    }

    private YamlTree parsedValue() {
        boolean yaml = value.startsWith("[") || value.startsWith("{");
        return yaml ? TreeParser.parse(value, line -> place) : new Text(value, place);
    }
}
