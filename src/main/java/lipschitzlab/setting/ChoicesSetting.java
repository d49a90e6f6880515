package lipschitzlab.setting;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One or several of a few named things. As text the names stand in one line with {@value #AND} between them; a preset may
 * also give a list.
 *
 * @param <T> several of them together
 * @param choices the names, in the order in which a list shows them
 * @param together what these names are together, none twice and without objection
 * @param naming the names of a value, in its order
 * @param objection what to do about names that do not go together, as a sentence; nothing where they do
 */
public record ChoicesSetting<T>(
        String key,
        String label,
        Class<T> type,
        List<String> choices,
        Function<List<String>, T> together,
        Function<T, List<String>> naming,
        T defaultValue,
        boolean live,
        String help,
        Function<List<String>, Optional<String>> objection)
        implements Setting<T> {
    /** Between two names. */
    public static final String AND = " + ";

    /** Copies the list. */
    public ChoicesSetting {
        choices = List.copyOf(choices);
        if (!choices.containsAll(naming.apply(defaultValue))) {
            throw new IllegalArgumentException(
                    "default of " + key + ": expected some of " + choices + ", found " + defaultValue);
        }
    }

    /** The text of these names. */
    public static String joined(List<String> names) {
        return String.join(AND, names);
    }

    @Override
    public T parse(String text, String where) {
        return of(Arrays.stream(text.split("\\+", -1)).map(String::strip).toList(), where);
    }

    @Override
    public T require(T value, String where) {
        return of(naming.apply(value), where);
    }

    private T of(List<String> names, String where) {
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
        return together.apply(names);
    }

    private Optional<String> objectionTo(List<String> names) {
        Optional<String> twice = names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .findFirst();
        return twice.isPresent() ? twice.map(name -> "Name " + name + " once.") : objection.apply(names);
    }

    @Override
    public String text(T value) {
        return joined(naming.apply(value));
    }

    /** Several names as a list. */
    @Override
    public Object written(T value) {
        List<String> names = naming.apply(value);
        return names.size() > 1 ? names : joined(names);
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
    public List<T> offered(T present) {
        List<String> names = naming.apply(present);
        Stream<List<String>> longer = choices.stream()
                .map(more -> Stream.concat(names.stream(), Stream.of(more)).toList())
                .filter(more -> objectionTo(more).isEmpty());
        Stream<List<String>> itself = names.size() > 1 ? Stream.of(names) : Stream.of();
        return Stream.of(choices.stream().map(List::of), itself, longer)
                .flatMap(stream -> stream)
                .map(together)
                .toList();
    }
}
