package lipschitzlab.setting;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a set of settings. Holds every declared setting, at its default where none was given. Immutable; two are equal if
 * they declare the same settings with the same values.
 */
public final class Values implements SettingSource {
    private final Map<String, Assignment<?>> assignments;

    /** All of these settings at their defaults. */
    public Values(Collection<? extends Setting<?>> settings) {
        this(new LinkedHashMap<>());
        settings.forEach(setting -> assignments.put(setting.key(), Assignment.ofDefault(setting)));
    }

    private Values(Map<String, Assignment<?>> assignments) {
        this.assignments = assignments;
    }

    /** The declared settings, in their order. */
    public List<Setting<?>> settings() {
        return assignments.values().stream()
                .<Setting<?>>map(Assignment::setting)
                .toList();
    }

    /** All values, in the order of their settings. */
    public Collection<Assignment<?>> assignments() {
        return Collections.unmodifiableCollection(assignments.values());
    }

    /** Whether a setting of this key is declared here. */
    public boolean declares(String key) {
        return assignments.containsKey(key);
    }

    /** Whether a setting of the same key is declared here. */
    public boolean declares(Setting<?> setting) {
        return declares(setting.key());
    }

    /** The value of a key, if it is declared here. */
    public Optional<Assignment<?>> find(String key) {
        return Optional.ofNullable(assignments.get(key));
    }

    private Assignment<?> require(String key) {
        return find(key)
                .orElseThrow(() ->
                        new IllegalArgumentException("no setting '" + key + "'; declared are " + assignments.keySet()));
    }

    @Override
    public <T> T get(Setting<T> setting) {
        return setting.type().cast(require(setting.key()).value());
    }

    /** The value of a setting as a person would write it best. */
    public String text(Setting<?> setting) {
        return require(setting.key()).text();
    }

    /**
     * The same with another value.
     *
     * @throws InputException if it is not in the setting's range
     * @throws IllegalArgumentException if the setting is not declared here
     */
    public <T> Values with(Setting<T> setting, T value) {
        return with(new Assignment<>(setting, value));
    }

    /**
     * The same with another value.
     *
     * @throws InputException if it is not in the range of the setting that is declared here
     * @throws IllegalArgumentException if none of that key is
     */
    public Values with(Assignment<?> assignment) {
        Map<String, Assignment<?>> changed = new LinkedHashMap<>(assignments);
        changed.put(assignment.key(), assignment.in(require(assignment.key()).setting()));
        return new Values(changed);
    }

    /**
     * The same with the value that a text states.
     *
     * @param where the file and line, or the option, for the message
     * @throws InputException if the text states no value of that setting
     * @throws IllegalArgumentException if the key is not declared here
     */
    public Values withText(String key, String text, String where) {
        return with(Assignment.parse(require(key).setting(), text, where));
    }

    /**
     * Values of other settings: those with a key that is declared here too are as here, all others at their defaults.
     *
     * @throws InputException if a value from here is not in the range of the other setting
     */
    public Values redeclared(Collection<? extends Setting<?>> settings) {
        Values values = new Values(settings);
        for (Assignment<?> assignment : assignments.values()) {
            if (values.declares(assignment.key())) {
                values = values.with(assignment);
            }
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && assignments.equals(values.assignments);
    }

    @Override
    public int hashCode() {
        return assignments.hashCode();
    }

    @Override
    public String toString() {
        Map<String, String> texts = new LinkedHashMap<>();
        assignments.forEach((key, assignment) -> texts.put(key, assignment.text()));
        return texts.toString();
    }
}
