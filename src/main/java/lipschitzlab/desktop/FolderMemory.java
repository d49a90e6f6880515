package lipschitzlab.desktop;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.prefs.Preferences;

/** The folder that was used last to open or save something. */
interface FolderMemory {
    /** The folder that was remembered last, if it is still there; otherwise the person's home. */
    Path folder();

    /** Remembers a folder. */
    void remember(Path folder);

    /** The memory of this person's account on this machine. */
    static FolderMemory ofTheAccount() {
        String key = "folder";
        Preferences preferences = Preferences.userNodeForPackage(FolderMemory.class);
        return new FolderMemory() {
            @Override
            public Path folder() {
                Path home = Path.of(System.getProperty("user.home"));
                try {
                    Path remembered = Path.of(preferences.get(key, home.toString()));
                    return Files.isDirectory(remembered) ? remembered : home;
                } catch (InvalidPathException nonsense) {
                    return home;
                }
            }

            @Override
            public void remember(Path folder) {
                String text = folder.toAbsolutePath().toString();
                if (text.length() <= Preferences.MAX_VALUE_LENGTH) {
                    preferences.put(key, text);
                }
            }
        };
    }
}
