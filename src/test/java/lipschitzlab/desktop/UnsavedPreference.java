package lipschitzlab.desktop;

import lipschitzlab.desktop.model.EnginePreference;
import lipschitzlab.desktop.model.WindowPreferences;

/** Memories that last for one test. */
public final class UnsavedPreference {
    private UnsavedPreference() {}

    /** One in which an engine is wished for. */
    public static EnginePreference wishing(String engine) {
        EnginePreference preference = new EnginePreference(WindowPreferences.ofThisRun());
        preference.remember(engine);
        return preference;
    }
}
