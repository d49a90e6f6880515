package lipschitzlab.desktop.autosave;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import lipschitzlab.desktop.model.WindowPreferences;
import lipschitzlab.export.autosave.AutosavePlace;
import lipschitzlab.export.autosave.AutosaveStore;

/** Whether, where and in how much space the window keeps runs, remembered from one start to the next. */
public final class AutosavePreferences {
    /** In megabytes, the smallest and the largest space that can be chosen included. */
    public static final int DEFAULT_MEGABYTES = 2000;

    static final int MIN_MEGABYTES = 50;
    static final int MAX_MEGABYTES = 1_000_000;

    private static final String KEEPS = "keepRuns";
    private static final String FOLDER = "keptRunsFolder";
    private static final String MEGABYTES = "keptRunsMegabytes";
    private static final String OFF = "off";
    private static final long BYTES = 1_000_000;

    private final WindowPreferences preferences;
    private final Path usual;
    private final boolean looks;

    /** @param usual the folder where nobody chose another */
    public AutosavePreferences(WindowPreferences preferences, Path usual) {
        this(preferences, usual, true);
    }

    /** @param looks whether runs that other windows kept are listed and offered */
    private AutosavePreferences(WindowPreferences preferences, Path usual, boolean looks) {
        this.preferences = preferences;
        this.usual = usual;
        this.looks = looks;
    }

    /** In the usual folder of this account. */
    public static AutosavePreferences ofTheAccount(WindowPreferences preferences) {
        return new AutosavePreferences(preferences, AutosavePlace.usual());
    }

    /** Preferences of a window that keeps nothing by itself, and does not look for what others kept. */
    public static AutosavePreferences off() {
        AutosavePreferences none = new AutosavePreferences(WindowPreferences.ofThisRun(), AutosavePlace.usual(), false);
        none.setKeeps(false);
        return none;
    }

    /** Whether runs are kept. */
    public boolean keeps() {
        return preferences.recall(KEEPS).filter(OFF::equals).isEmpty();
    }

    void setKeeps(boolean keeps) {
        preferences.remember(KEEPS, keeps ? "on" : OFF);
    }

    /** The folder that was chosen last, or the usual one. */
    Path folder() {
        try {
            return preferences
                    .recall(FOLDER)
                    .filter(text -> !text.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .orElse(usual);
        } catch (InvalidPathException nonsense) {
            return usual;
        }
    }

    void setFolder(Path folder) {
        preferences.remember(FOLDER, folder.equals(usual) ? "" : folder.toString());
    }

    /** The folder where nobody chose another. */
    Path usual() {
        return usual;
    }

    /** What all kept runs together may take, in megabytes. */
    int megabytes() {
        return preferences
                .recall(MEGABYTES)
                .filter(text -> text.matches("\\d{1,7}"))
                .map(Integer::parseInt)
                .filter(AutosavePreferences::possible)
                .orElse(DEFAULT_MEGABYTES);
    }

    static boolean possible(int megabytes) {
        return megabytes >= MIN_MEGABYTES && megabytes <= MAX_MEGABYTES;
    }

    void setMegabytes(int megabytes) {
        preferences.remember(MEGABYTES, Integer.toString(megabytes));
    }

    /** The folder of kept runs in its space; nothing where none are kept. */
    Optional<AutosaveStore> store() {
        return keeps() ? listed() : Optional.empty();
    }

    /** The same folder for who only looks at what was kept, which stays when a person has no more kept. */
    Optional<AutosaveStore> listed() {
        return looks ? Optional.of(new AutosaveStore(folder(), BYTES * megabytes())) : Optional.empty();
    }
}
