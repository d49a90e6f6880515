package lipschitzlab.desktop;

import lipschitzlab.desktop.model.EnginePreference;
import lipschitzlab.desktop.model.WindowPreferences;

/** Engine preferences that last for one test. */
public final class UnsavedPreference {
    private UnsavedPreference() {}

    /** The preference for this engine. */
    public static EnginePreference wishing(String engine) {
        EnginePreference preference = new EnginePreference(WindowPreferences.ofThisRun());
        preference.remember(engine);
        return preference;
    }
}
