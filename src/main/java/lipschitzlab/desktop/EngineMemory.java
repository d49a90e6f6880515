package lipschitzlab.desktop;

import java.util.prefs.Preferences;
import lipschitzlab.compute.EngineKind;

/** Which engine a person wishes for on this machine, remembered from one start of the window to the next. */
interface EngineMemory {
    /** The id that was remembered last, or {@code auto}. */
    String wished();

    /** Remembers an engine's id, or {@code auto}. */
    void remember(String id);

    /** The memory of this person's account on this machine. */
    static EngineMemory ofTheAccount() {
        String key = "engine";
        Preferences preferences = Preferences.userNodeForPackage(EngineMemory.class);
        return new EngineMemory() {
            @Override
            public String wished() {
                String id = preferences.get(key, EngineKind.AUTO);
                return EngineKind.choices().contains(id) ? id : EngineKind.AUTO;
            }

            @Override
            public void remember(String id) {
                preferences.put(key, id);
            }
        };
    }
}
