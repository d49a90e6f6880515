package lipschitzlab.setting;

import java.util.Optional;

/**
 * One declared setting.
 *
 * @param <T> what a value is, such as {@link Double}; immutable, with {@code equals}
 */
public sealed interface Setting<T> permits NumberSetting, CountSetting, ChoiceSetting, ChoicesSetting, TextSetting {
    /** The key in a preset, in {@code --set} and in a run's record; lower camel case. */
    String key();

    /** The name on the panel. */
    String label();

    /** One or two sentences for a student: what it does, and what too much or too little of it does. */
    String help();

    /** Whether it can be changed while a lane runs. */
    boolean live();

    /** The value where a preset gives none. */
    T defaultValue();

    /** What its values are. */
    Class<T> type();

    /**
     * The value that this text states.
     *
     * @param text what a person wrote
     * @param where the file and line, or the option, for the message
     * @throws InputException if it is none
     */
    T parse(String text, String where);

    /**
     * A value as a person would write it best; {@link #parse} reads the same value from it.
     *
     * @param value one of this setting's
     */
    String text(T value);

    /**
     * The value itself.
     *
     * @param where what it is for, for the message
     * @throws InputException if it is not in the {@link #range}
     */
    T require(T value, String where);

    /** A value as YAML holds it: a number, a text, or a list of texts. */
    default Object written(T value) {
        return text(value);
    }

    /** The values that {@link #parse} takes, in words, for messages and tooltips. */
    String range();

    /** The letter that papers use, such as λ; empty for none. */
    default String symbol() {
        return "";
    }

    /** The unit; empty for a pure number and for what is no number. */
    default String unit() {
        return "";
    }

    /** What to write in place of a text that could be read in two ways, as a sentence; nothing if there is no such doubt. */
    default Optional<String> doubt(String text) {
        return Optional.empty();
    }

    /** How a title begins that names a value: "λ = ", or "objective ". */
    default String nameBeforeValue() {
        String lower = label().substring(0, 1).toLowerCase(java.util.Locale.ROOT) + label().substring(1);
        return lower + " ";
    }
}
