package lipschitzlab.setting;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a set of settings. Holds every declared setting, at its default where none was given. Not safe for several
 * threads: a lane's values change only between that lane's steps.
 */
public final class Values {
    private final Map<String, Setting> declared = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** All of these settings at their defaults. */
    public Values(Collection<? extends Setting> settings) {
        for (Setting setting : settings) {
            declared.put(setting.key(), setting);
            values.put(setting.key(), setting.defaultValue());
        }
    }

    /** A copy that changes on its own. */
    public Values copy() {
        Values copy = new Values(declared.values());
        copy.values.putAll(values);
        return copy;
    }

    /** The declared settings, in their order. */
    public Collection<Setting> settings() {
        return java.util.Collections.unmodifiableCollection(declared.values());
    }

    /** Whether a setting of this key is declared here. */
    public boolean declares(String key) {
        return declared.containsKey(key);
    }

    /** The number that this setting has now. */
    public double number(NumberSetting setting) {
        return (Double) get(setting.key());
    }

    /** The whole number that this setting has now. */
    public int count(NumberSetting setting) {
        return (int) number(setting);
    }

    /** The choice that this setting has now. */
    public String choice(ChoiceSetting setting) {
        return (String) get(setting.key());
    }

    /** The text that this setting has now. */
    public String text(TextSetting setting) {
        return (String) get(setting.key());
    }

    /** The value of a key: a {@link Double} or a {@link String}. */
    public Object get(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no setting '" + key + "'; declared are " + declared.keySet());
        }
        return value;
    }

    /** The value of a key as a person would write it. */
    public String text(String key) {
        Object value = get(key);
        return value instanceof Double number ? NumberSetting.format(number) : (String) value;
    }

    /**
     * Sets a value from its text.
     *
     * @throws InputException if the text states no value of that setting
     */
    public void set(String key, String text, String where) {
        get(key);
        values.put(key, declared.get(key).parse(text, where));
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
