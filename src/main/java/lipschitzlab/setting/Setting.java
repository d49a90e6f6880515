package lipschitzlab.setting;

/** One declared setting. */
public sealed interface Setting permits NumberSetting, ChoiceSetting, ChoicesSetting, TextSetting {
    /** The key in a preset, in {@code --set} and in a run's record; lower camel case. */
    String key();

    /** The name on the panel. */
    String label();

    /** One or two sentences for a student: what it does, and what too much or too little of it does. */
    String help();

    /** Whether it can be changed while a lane runs. */
    boolean live();

    /** The value where a preset gives none: a {@link Double} for a number, a {@link String} for anything else. */
    Object defaultValue();

    /**
     * The value that this text states.
     *
     * @param text what a person wrote
     * @param where the file and line, or the option, for the message
     * @return a {@link Double} or a {@link String}, valid for this setting
     * @throws InputException if it is none
     */
    Object parse(String text, String where);

    /** The values that {@link #parse} takes, in words, for messages and tooltips. */
    String range();
}
