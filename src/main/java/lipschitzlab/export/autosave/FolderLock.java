package lipschitzlab.export.autosave;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Holds a folder for one program: the system takes the lock back when that program ends, in whatever way. On some systems a program
 * loses its lock when it closes any channel of the same file, so that nobody asks for a folder that the same program holds.
 */
final class FolderLock implements AutoCloseable {
    /** Also what shows that a folder is one of the lab's own. */
    static final String FILE = "in-use.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes a folder; nothing if another holds it. */
    static Optional<FolderLock> take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new FolderLock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Whether a folder is one that can be held so. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Lets another take the folder. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
