package lipschitzlab.setting;

import java.util.List;
import java.util.function.Function;

/**
 * One of a few named values.
 *
 * @param choices the values, in the order in which a list shows them
 * @param naming the name of each in presets; no two have the same
 */
public record ChoiceSetting<T>(
        String key,
        String label,
        Class<T> type,
        List<T> choices,
        Function<T, String> naming,
        T defaultValue,
        boolean live,
        String help)
        implements Setting<T> {
    /** Copies the list. */
    public ChoiceSetting {
        choices = List.copyOf(choices);
        if (!choices.contains(defaultValue)) {
            throw new IllegalArgumentException(
                    "default of " + key + ": expected one of " + choices + ", found " + defaultValue);
        }
    }

    /** One of an enum's constants. */
    public static <E extends Enum<E>> ChoiceSetting<E> of(
            String key, String label, Class<E> type, Function<E, String> naming, E value, boolean live, String help) {
        return new ChoiceSetting<>(key, label, type, List.of(type.getEnumConstants()), naming, value, live, help);
    }

    /** One of some texts, each its own name. */
    public static ChoiceSetting<String> ofTexts(
            String key, String label, List<String> choices, String value, boolean live, String help) {
        return new ChoiceSetting<>(key, label, String.class, choices, Function.identity(), value, live, help);
    }

    /** One of some whole numbers. */
    public static ChoiceSetting<Integer> ofNumbers(
            String key, String label, List<Integer> choices, int value, boolean live, String help) {
        return new ChoiceSetting<>(key, label, Integer.class, choices, Object::toString, value, live, help);
    }

    @Override
    public T parse(String text, String where) {
        return choices.stream()
                .filter(choice -> naming.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> refused(where, Quoted.of(text)));
    }

    @Override
    public T require(T value, String where) {
        if (!choices.contains(value)) {
            throw refused(where, String.valueOf(value));
        }
        return value;
    }

    private InputException refused(String where, String found) {
        return new InputException(where, range() + " for " + key, found, "Correct the value of " + key + ".");
    }

    @Override
    public String text(T value) {
        return naming.apply(value);
    }

    @Override
    public String range() {
        return "one of " + String.join(", ", choices.stream().map(naming).toList());
    }
}
