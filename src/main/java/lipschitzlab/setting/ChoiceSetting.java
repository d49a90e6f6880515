package lipschitzlab.setting;

import java.util.List;

/**
 * One of a few named values.
 *
 * @param choices the names, in the order in which a list shows them
 */
public record ChoiceSetting(
        String key, String label, List<String> choices, String defaultValue, boolean live, String help)
        implements Setting {
    /** Copies the list. */
    public ChoiceSetting {
        choices = List.copyOf(choices);
        if (!choices.contains(defaultValue)) {
            throw new IllegalArgumentException(
                    "default of " + key + ": expected one of " + choices + ", found " + defaultValue);
        }
    }

    @Override
    public Object parse(String text, String where) {
        if (!choices.contains(text)) {
            throw new InputException(
                    where, range() + " for " + key, Quoted.of(text), "Correct the value of " + key + ".");
        }
        return text;
    }

    @Override
    public String range() {
        return "one of " + String.join(", ", choices);
    }
}
