package lipschitzlab.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much room a disk has left. */
public final class FreeSpace {
    private FreeSpace() {}

    /**
     * Of the disk of a folder or, where that is not there yet, of the folder in which it will be.
     *
     * @return bytes that this person may write; empty where the system does not say, as in a root of its own whose disks it does not list: then
     *     only writing tells
     */
    public static OptionalLong at(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return OptionalLong.of(Files.getFileStore(there).getUsableSpace());
        } catch (IOException unsaid) {
            return OptionalLong.empty();
        }
    }
}
