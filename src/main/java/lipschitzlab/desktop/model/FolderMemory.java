package lipschitzlab.desktop.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder that was used last to open or save something. */
public final class FolderMemory {
    private static final String NAME = "folder";

    private final Memory memory;

    public FolderMemory(Memory memory) {
        this.memory = memory;
    }

    /** The folder that was remembered last, if it is still there; otherwise the person's home. */
    public Path folder() {
        Path home = Path.of(System.getProperty("user.home"));
        try {
            return memory.recall(NAME).map(Path::of).filter(Files::isDirectory).orElse(home);
        } catch (InvalidPathException nonsense) {
            return home;
        }
    }

    /** Remembers a folder. */
    public void remember(Path folder) {
        memory.remember(NAME, folder.toAbsolutePath().toString());
    }
}
