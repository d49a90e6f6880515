package lipschitzlab.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.YamlTree.Entries;
import lipschitzlab.yaml.YamlTree.Entry;
import lipschitzlab.yaml.YamlTree.Items;
import lipschitzlab.yaml.YamlTree.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * YAML text to a {@link YamlTree}. It reads the parser's events rather than its nodes, so that neither aliases nor a
 * thousand nested brackets can make a small file large or a stack overflow.
 */
public final class TreeParser {
    private static final int DEEPEST = 20;

    private final Iterator<Event> events;
    private final IntFunction<SourceLocation> locations;

    private TreeParser(String text, IntFunction<SourceLocation> locations) {
        // The whole text at once: at the edge of its buffer the library breaks on what two chars stand for, such as an
        // emoji.
        LoadSettings settings =
                LoadSettings.builder().setBufferSize(text.length() + 1).build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.locations = locations;
    }

    /**
     * The one document in a text; nothing at all is an empty {@link Text}.
     *
     * @param locations the location of each line, counted from 1
     * @throws InputException if it is not YAML, or is YAML that a preset has no use for
     */
    public static YamlTree parse(String text, IntFunction<SourceLocation> locations) {
        requirePrintable(text, locations);
        try {
            return new TreeParser(text, locations).document();
        } catch (YamlEngineException failure) {
            throw SyntaxProblem.of(failure).refusal(locations);
        }
    }

    private static void requirePrintable(String text, IntFunction<SourceLocation> locations) {
        int line = 1;
        for (int character : text.codePoints().toArray()) {
            if (!StreamReader.isPrintable(character)) {
                throw new InputException(
                        locations.apply(line).text(),
                        "text",
                        String.format("the control character U+%04X", character),
                        "Is this a preset? If so, delete that character.");
            }
            line += character == '\n' ? 1 : 0;
        }
    }

    private YamlTree document() {
        events.next();
        if (events.next() instanceof StreamEndEvent) {
            return new Text("", locations.apply(1));
        }
        YamlTree tree = tree(events.next(), 0);
        events.next();
        Event after = events.next();
        if (!(after instanceof StreamEndEvent)) {
            throw new InputException(
                    location(after).text(),
                    "one document in a preset",
                    "a second one",
                    "Delete the line '---', or keep each preset in a file of its own.");
        }
        return tree;
    }

    private YamlTree tree(Event event, int depth) {
        SourceLocation location = location(event);
        if (depth > DEEPEST) {
            throw new InputException(
                    location.text(),
                    "at most " + DEEPEST + " levels of nesting",
                    "more",
                    "A preset needs four: is this another file?");
        }
        if (event instanceof ScalarEvent scalar) {
            return new Text(scalar.getValue(), location);
        }
        if (event instanceof SequenceStartEvent) {
            return items(location, depth);
        }
        if (event instanceof MappingStartEvent) {
            return entries(location, depth);
        }
        throw alias(event);
    }

    private Items items(SourceLocation location, int depth) {
        List<YamlTree> items = new ArrayList<>();
        Event event = events.next();
        while (!(event instanceof SequenceEndEvent)) {
            items.add(tree(event, depth + 1));
            event = events.next();
        }
        return new Items(items, location);
    }

    private Entries entries(SourceLocation location, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (!(event instanceof MappingEndEvent)) {
            String key = key(event);
            requireNew(key, entries, location(event));
            entries.put(key, new Entry(key, location(event), tree(events.next(), depth + 1)));
            event = events.next();
        }
        return new Entries(List.copyOf(entries.values()), location);
    }

    private String key(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        if (event instanceof AliasEvent) {
            throw alias(event);
        }
        throw new InputException(
                location(event).text(),
                "a word before the colon",
                event instanceof SequenceStartEvent ? "a list" : "a mapping",
                "Write key: value.");
    }

    private static void requireNew(String key, Map<String, Entry> before, SourceLocation location) {
        Entry first = before.get(key);
        if (first != null) {
            throw new InputException(
                    location.text(),
                    "each key once",
                    Quoted.of(key) + " a second time (the first: " + first.location() + ")",
                    "Delete one of the two.");
        }
    }

    private InputException alias(Event event) {
        String name = event instanceof AliasEvent alias ? "*" + alias.getAlias().getValue() : event.toString();
        return new InputException(
                location(event).text(),
                "every value written out",
                "the alias " + Quoted.of(name),
                "Presets know no aliases: copy what it stands for, or put the text in quotes.");
    }

    private SourceLocation location(Event event) {
        return locations.apply(
                event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }
}
