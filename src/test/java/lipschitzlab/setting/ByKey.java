package lipschitzlab.setting;

/** Values by their settings' keys, as tests name them. */
public final class ByKey {
    private ByKey() {}

    /**
     * The same values with others among them.
     *
     * @param pairs keys, each with a text that states a value
     */
    public static Values with(Values values, String... pairs) {
        Values changed = values;
        for (int i = 0; i < pairs.length; i += 2) {
            changed = changed.withText(pairs[i], pairs[i + 1], "--set " + pairs[i]);
        }
        return changed;
    }

    /** A value of a setting that is declared there. */
    public static Assignment<?> assignment(Values values, String key, String text) {
        return Assignment.parse(values.find(key).orElseThrow().setting(), text, "test");
    }

    /** The value of a key. */
    public static Object value(Values values, String key) {
        return values.find(key).orElseThrow().value();
    }

    /** The value of a key as a person would write it. */
    public static String text(Values values, String key) {
        return values.find(key).orElseThrow().text();
    }
}
