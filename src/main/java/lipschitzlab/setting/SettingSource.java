package lipschitzlab.setting;

/** Where values are looked up at the moment when they are needed, so that they can change while a lane trains. */
@FunctionalInterface
public interface SettingSource {
    /**
     * The value that a setting has now.
     *
     * @throws IllegalArgumentException if the setting is not declared there
     */
    <T> T get(Setting<T> setting);
}
