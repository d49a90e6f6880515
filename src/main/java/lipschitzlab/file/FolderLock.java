package lipschitzlab.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Holds a folder for one program. The system takes the lock back when that program ends, in whatever way. Some systems also take it
 * when the program closes another channel of the same file, so nobody asks for a folder that the same program holds.
 */
public final class FolderLock implements AutoCloseable {
    /** The file in the folder. */
    public static final String FILE = "in-use.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a folder, which is made if it does not exist.
     *
     * @return nothing if another holds it
     * @throws IOException if it cannot be written
     */
    public static Optional<FolderLock> take(Path folder) throws IOException {
        Files.createDirectories(folder);
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

    /** Whether a folder was ever held so. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Lets another take the folder. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
