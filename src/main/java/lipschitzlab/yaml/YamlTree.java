package lipschitzlab.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.setting.Quoted;

/** YAML as it was written: every scalar is still text, and every node has its source location. */
public sealed interface YamlTree {
    /** Where it begins. */
    SourceLocation location();

    /** What it is, in words, for the "found" of a message. */
    String description();

    /** A scalar; a key with nothing after its colon has an empty one. */
    record Text(String value, SourceLocation location) implements YamlTree {
        /** Whether nothing was written. */
        public boolean isBlank() {
            return value.isBlank();
        }

        @Override
        public String description() {
            if (isBlank()) {
                return "nothing";
            }
            return Quoted.of(value);
        }
    }

    /** A list. */
    record Items(List<YamlTree> items, SourceLocation location) implements YamlTree {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** A mapping, its keys in the order in which they were written, none twice. */
    record Entries(List<Entry> entries, SourceLocation location) implements YamlTree {
        /** Copies the list. */
        public Entries {
            entries = List.copyOf(entries);
        }

        /** The entry of a key. */
        public Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
        }

        /** All keys. */
        public List<String> keys() {
            return entries.stream().map(Entry::key).toList();
        }

        /** The same mapping with this entry in place of the one of its key, or at the end. */
        public Entries with(Entry added) {
            List<Entry> all = new ArrayList<>(entries);
            int index = keys().indexOf(added.key());
            if (index < 0) {
                all.add(added);
            } else {
                all.set(index, added);
            }
            return new Entries(all, location);
        }

        @Override
        public String description() {
            return "a mapping";
        }
    }

    /**
     * One key of a mapping with what follows its colon.
     *
     * @param location of the key
     */
    record Entry(String key, SourceLocation location, YamlTree value) {}
}
