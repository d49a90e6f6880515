package lipschitzlab.setting;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One or several of a few named values. As text the names stand in one line with {@value #AND} between them; a preset may
 * also give a list.
 *
 * @param choices the names, in the order in which a list shows them
 * @param objection what to do about names that do not go together, as a sentence; nothing where they do
 */
public record ChoicesSetting(
        String key,
        String label,
        List<String> choices,
        String defaultValue,
        boolean live,
        String help,
        Function<List<String>, Optional<String>> objection)
        implements Setting {
    /** Between two names. */
    public static final String AND = " + ";

    /** Copies the list. */
    public ChoicesSetting {
        choices = List.copyOf(choices);
        if (!choices.contains(defaultValue)) {
            throw new IllegalArgumentException(
                    "default of " + key + ": expected one of " + choices + ", found " + defaultValue);
        }
    }

    /** The names in a value's text. */
    public static List<String> names(String text) {
        return Arrays.stream(text.split("\\+", -1)).map(String::strip).toList();
    }

    /** The text of these names. */
    public static String text(List<String> names) {
        return String.join(AND, names);
    }

    @Override
    public Object parse(String text, String where) {
        List<String> names = names(text);
        for (String name : names) {
            if (!choices.contains(name)) {
                throw new InputException(
                        where, range() + " for " + key, Quoted.of(name), "Correct the value of " + key + ".");
            }
        }
        objectionTo(names).ifPresent(remedy -> {
            throw new InputException(
                    where,
                    "values of " + key + " that go together",
                    String.join(" with ", names.subList(0, Math.min(names.size(), choices.size()))),
                    remedy);
        });
        return text(names);
    }

    private Optional<String> objectionTo(List<String> names) {
        Optional<String> twice = names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .findFirst();
        return twice.isPresent() ? twice.map(name -> "Name " + name + " once.") : objection.apply(names);
    }

    @Override
    public String range() {
        return "one or several of " + String.join(", ", choices);
    }

    /**
     * The values that a person may choose from one list: each name alone, and the present value with one name more.
     *
     * @param present the value in force
     */
    public List<String> offered(String present) {
        List<String> names = names(present);
        Stream<String> longer = choices.stream()
                .map(more -> Stream.concat(names.stream(), Stream.of(more)).toList())
                .filter(together -> objectionTo(together).isEmpty())
                .map(ChoicesSetting::text);
        Stream<String> itself = names.size() > 1 ? Stream.of(present) : Stream.of();
        return Stream.of(choices.stream(), itself, longer)
                .flatMap(stream -> stream)
                .toList();
    }
}
