package lipschitzlab.setting;

/**
 * A setting with a value that it can have, such as λ = 10.
 *
 * @param <T> what the value is
 */
public record Assignment<T>(Setting<T> setting, T value) {
    /**
     * Checks the value.
     *
     * @throws InputException if it is not in the setting's range
     */
    public Assignment {
        value = setting.require(value, setting.label());
    }

    /**
     * What a text states.
     *
     * @param where the file and line, or the option, for the message
     * @throws InputException if it states no value of the setting
     */
    public static <T> Assignment<T> parse(Setting<T> setting, String text, String where) {
        return new Assignment<>(setting, setting.parse(text, where));
    }

    /** A setting with its default. */
    static <T> Assignment<T> ofDefault(Setting<T> setting) {
        return new Assignment<>(setting, setting.defaultValue());
    }

    /** The setting's key. */
    public String key() {
        return setting.key();
    }

    /** The value as a person would write it best. */
    public String text() {
        return setting.text(value);
    }

    /** The value as YAML holds it: a number, a text, or a list of texts. */
    public Object written() {
        return setting.written(value);
    }

    /** The same value of another declaration of the key, whose range may differ. */
    <S> Assignment<S> in(Setting<S> declared) {
        return declared.type().isInstance(value)
                ? new Assignment<>(declared, declared.type().cast(value))
                : parse(declared, text(), declared.label());
    }
}
