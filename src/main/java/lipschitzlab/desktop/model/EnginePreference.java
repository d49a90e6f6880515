package lipschitzlab.desktop.model;

import lipschitzlab.compute.device.EngineKind;

/** The engine that a person chose on this machine, remembered from one start of the window to the next. */
public final class EnginePreference {
    private static final String NAME = "engine";

    private final WindowPreferences preferences;

    public EnginePreference(WindowPreferences preferences) {
        this.preferences = preferences;
    }

    /** The id that was remembered last, or {@code auto}. */
    public String wished() {
        return preferences.recall(NAME).filter(EngineKind.choices()::contains).orElse(EngineKind.AUTO);
    }

    /** Remembers an engine's id, or {@code auto}. */
    public void remember(String id) {
        preferences.remember(NAME, id);
    }
}
