package lipschitzlab.desktop.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers from one start of the program to the next: short texts, each under a name. A text must be checked
 * when it is recalled, since it can be changed outside of the program. One that cannot be stored is forgotten when the
 * program ends.
 */
public interface WindowPreferences {
    /** The text that was remembered under a name last. */
    Optional<String> recall(String name);

    /** Remembers a text. */
    void remember(String name, String text);

    /** Preferences that are forgotten when the program ends. */
    static WindowPreferences ofThisRun() {
        Map<String, String> texts = new ConcurrentHashMap<>();
        return new WindowPreferences() {
            @Override
            public Optional<String> recall(String name) {
                return Optional.ofNullable(texts.get(name));
            }

            @Override
            public void remember(String name, String text) {
                texts.put(name, text);
            }
        };
    }

    /** The preferences of this person's account on this machine; where none can be stored, those of this run. */
    static WindowPreferences ofTheAccount() {
        // The library warns on the terminal, and again every half minute, in words that help nobody here.
        Logger library = Logger.getLogger("java.util.prefs");
        library.setLevel(Level.OFF);
        try {
            Preferences preferences = Preferences.userNodeForPackage(WindowPreferences.class);
            preferences.flush();
            return of(preferences);
        } catch (BackingStoreException | RuntimeException unusable) {
            LoggerFactory.getLogger(WindowPreferences.class)
                    .info(
                            "this account keeps no preferences ({}), so the window forgets its settings at the end",
                            String.valueOf(unusable.getMessage()));
            return ofThisRun();
        } finally {
            java.lang.ref.Reference.reachabilityFence(library);
        }
    }

    /** Preferences that are stored in this node. */
    static WindowPreferences of(Preferences preferences) {
        return new WindowPreferences() {
            @Override
            public Optional<String> recall(String name) {
                return Optional.ofNullable(preferences.get(name, null));
            }

            @Override
            public void remember(String name, String text) {
                if (text.length() <= Preferences.MAX_VALUE_LENGTH && text.indexOf('\0') < 0) {
                    preferences.put(name, text);
                }
            }
        };
    }
}
