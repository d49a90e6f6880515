package lipschitzlab.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.ChoicesSetting;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.TextSetting;
import lipschitzlab.setting.Values;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;

/**
 * One mapping of a preset while it is read.
 *
 * @param name how messages name it
 * @param location of the key that it belongs to
 */
public record Section(String name, SourceLocation location, Entries entries) {
    /**
     * The mapping that follows a key; nothing there is an empty one.
     *
     * @throws InputException if there is something else
     */
    public static Section of(String name, SourceLocation location, YamlTree tree) {
        if (tree instanceof Entries entries) {
            return new Section(name, location, entries);
        }
        if (tree instanceof Text text && text.isBlank()) {
            return new Section(name, location, new Entries(List.of(), location));
        }
        throw new InputException(
                location.text(),
                "a mapping for " + name,
                tree.description(),
                "Write its keys below it, indented, each with a colon and a value.");
    }

    /** The mapping that follows an entry's key. */
    public static Section of(String name, Entry entry) {
        return of(name, entry.location(), entry.value());
    }

    /** As {@link #allow(Collection, Function)}, with no word on keys that belong elsewhere. */
    public void allow(Collection<String> keys) {
        allow(keys, key -> Optional.empty());
    }

    /**
     * Refuses every key but these.
     *
     * @param elsewhere a sentence that says where a key belongs, for one that is right but not here
     */
    public void allow(Collection<String> keys, Function<String, Optional<String>> elsewhere) {
        for (Entry entry : entries.entries()) {
            if (!keys.contains(entry.key())) {
                String hint = elsewhere
                        .apply(entry.key())
                        .map(sentence -> sentence + " " + Suggestion.allowed(keys))
                        .orElseGet(() -> Suggestion.among(entry.key(), keys));
                throw new InputException(entry.location().text(), "a key of " + name, Quoted.of(entry.key()), hint);
            }
        }
    }

    /** The entry of a key, if it is written. */
    public Optional<Entry> find(String key) {
        return entries.find(key);
    }

    /** The entry of a key that must be written. */
    public Entry require(String key) {
        return find(key)
                .orElseThrow(() -> new InputException(
                        location.text(), "the key " + key + " in " + name, "none", "Add the line " + key + ": …"));
    }

    /** The text of a key; empty if it is not written. */
    public String text(String key) {
        return find(key).map(entry -> text(entry, "text").value().strip()).orElse("");
    }

    /** The text of a key that must be written and must say something. */
    public String requireText(String key) {
        Entry entry = require(key);
        Text text = text(entry, "text");
        if (text.isBlank()) {
            throw wrong(entry, "text", text);
        }
        return text.value().strip();
    }

    /** The value that a key must have. */
    public <T> T requireValue(Setting<T> setting) {
        return value(setting, require(setting.key()));
    }

    /** The value of a key, or the setting's default if it is not written. */
    public <T> T value(Setting<T> setting) {
        return find(setting.key()).map(entry -> value(setting, entry)).orElse(setting.defaultValue());
    }

    /** The values of all these settings, at their defaults where they are not written. */
    public Values values(Collection<? extends Setting<?>> settings) {
        return filled(new Values(settings), settings);
    }

    /** These values with those in place that are written for some of their settings. */
    public Values filled(Values values, Collection<? extends Setting<?>> settings) {
        Values filled = values;
        for (Setting<?> setting : settings) {
            Optional<Entry> written = find(setting.key());
            if (written.isPresent()) {
                filled = filled.with(assignment(setting, written.get()));
            }
        }
        return filled;
    }

    private static <T> Assignment<T> assignment(Setting<T> setting, Entry entry) {
        return new Assignment<>(setting, value(setting, entry));
    }

    /** The items of a list that must have some. */
    public static List<YamlTree> items(Entry entry, String expected, String remedy) {
        if (entry.value() instanceof Items list && !list.items().isEmpty()) {
            return list.items();
        }
        String found =
                entry.value() instanceof Items ? "an empty list" : entry.value().description();
        throw new InputException(entry.location().text(), expected, found, remedy);
    }

    private static <T> T value(Setting<T> setting, Entry entry) {
        return setting.parse(valueText(setting, entry), entry.location().text());
    }

    private static String valueText(Setting<?> setting, Entry entry) {
        String expected = setting.range() + " for " + setting.key();
        if (setting instanceof ChoicesSetting<?> && entry.value() instanceof Items list) {
            return ChoicesSetting.joined(names(list, expected));
        }
        if (setting instanceof TextSetting && entry.value() instanceof Items list) {
            return String.join(TextSetting.AND, names(list, expected));
        }
        Text text = text(entry, expected);
        if (text.isBlank()) {
            throw wrong(entry, expected, text);
        }
        return text.value().strip();
    }

    /** The items of a list, of a setting whose value may be several names. */
    private static List<String> names(Items list, String expected) {
        List<String> names = new ArrayList<>();
        for (YamlTree item : list.items()) {
            if (!(item instanceof Text name) || name.isBlank()) {
                throw new InputException(
                        item.location().text(), expected, item.description(), "Write names, such as [a, b].");
            }
            names.add(name.value().strip());
        }
        if (names.isEmpty()) {
            throw new InputException(list.location().text(), expected, "an empty list", "Write names, such as [a, b].");
        }
        return names;
    }

    private static Text text(Entry entry, String expected) {
        if (entry.value() instanceof Text text) {
            return text;
        }
        throw wrong(entry, expected, entry.value());
    }

    private static InputException wrong(Entry entry, String expected, YamlTree found) {
        return new InputException(
                entry.location().text(), expected, found.description(), "Write one value after " + entry.key() + ":");
    }
}
