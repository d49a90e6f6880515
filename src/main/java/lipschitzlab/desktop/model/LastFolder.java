package lipschitzlab.desktop.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder that was used last to open or save something. */
public final class LastFolder {
    private static final String NAME = "folder";

    private final WindowPreferences preferences;

    public LastFolder(WindowPreferences preferences) {
        this.preferences = preferences;
    }

    /** The folder that was remembered last, if it is still there; otherwise the person's home. */
    public Path folder() {
        Path home = Path.of(System.getProperty("user.home"));
        try {
            return preferences
                    .recall(NAME)
                    .map(Path::of)
                    .filter(Files::isDirectory)
                    .orElse(home);
        } catch (InvalidPathException nonsense) {
            return home;
        }
    }

    /** Remembers a folder. */
    public void remember(Path folder) {
        preferences.remember(NAME, folder.toAbsolutePath().toString());
    }
}
