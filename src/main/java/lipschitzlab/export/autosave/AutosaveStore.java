package lipschitzlab.export.autosave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lipschitzlab.file.FileName;
import lipschitzlab.file.FolderLock;
import lipschitzlab.file.NewFolder;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which windows keep their runs, each in a folder of its own that names the time of its beginning and the program. What
 * another window holds is left alone; so is everything that the lab did not make. May be used from any thread.
 */
public final class AutosaveStore {
    /** More runs than a person looks through: beyond it the oldest go, however small they are. */
    private static final int MAX_RUNS = 50;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");
    private static final String PREFIX = "\\d{4}-\\d\\d-\\d\\d-\\d{6}-p\\d+-";
    private static final Pattern NAME = Pattern.compile(PREFIX + ".+");
    private static final Logger LOG = LoggerFactory.getLogger(AutosaveStore.class);

    private final Path folder;
    private final long maxBytes;
    private final Set<Path> held = new HashSet<>();

    /**
     * @param folder holds kept runs; made when there is one to keep
     * @param maxBytes what all of them together may take
     */
    public AutosaveStore(Path folder, long maxBytes) {
        this.folder = folder.toAbsolutePath();
        this.maxBytes = maxBytes;
    }

    /** The folder that holds kept runs. */
    public Path folder() {
        return folder;
    }

    /** What all kept runs together may take, in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    /**
     * A new folder, held by this program.
     *
     * @param name of what is kept in it
     * @throws InputException if it cannot be made
     */
    synchronized AutosaveFolder begin(String name) {
        String time = TIME.format(LocalDateTime.now(Clock.systemDefaultZone()));
        // One that was read from such a folder has its name.
        String own = FileName.everywhere(name.replaceFirst("^(" + PREFIX + ")+", ""));
        Path made = NewFolder.make(
                folder.resolve(time + "-p" + ProcessHandle.current().pid() + "-" + own));
        FolderLock lock = take(made).orElseThrow(() -> inUse(made));
        held.add(made);
        AutosaveState.OPEN.writeTo(made);
        return new AutosaveFolder(made, lock);
    }

    /**
     * A run that was kept before, held by this program from now on; nothing if another holds it or it is gone.
     *
     * @throws InputException if the system does not let anybody hold it
     */
    synchronized Optional<AutosaveFolder> reopen(Path kept) {
        if (!isOwn(kept) || held.contains(kept)) {
            return Optional.empty();
        }
        Optional<FolderLock> lock = take(kept);
        lock.ifPresent(taken -> held.add(kept));
        return lock.map(taken -> new AutosaveFolder(kept, taken));
    }

    /** Says what becomes of a run that this program held, and lets others take it. */
    synchronized void leave(AutosaveFolder left, AutosaveState state) {
        held.remove(left.path());
        left.leave(state);
    }

    private static Optional<FolderLock> take(Path folder) {
        try {
            return FolderLock.take(folder);
        } catch (IOException failure) {
            throw new InputException(
                    folder.toString(),
                    "a folder that one program can hold",
                    failure.getClass().getSimpleName() + " (" + failure.getMessage() + ")",
                    "Choose another folder for kept runs.",
                    failure);
        }
    }

    private static InputException inUse(Path folder) {
        return new InputException(
                folder.toString(),
                "a kept run that no other window holds",
                "one that is open in another",
                "Close it there first.");
    }

    /** All kept runs that no window holds, the newest first. */
    public synchronized List<Autosaved> runs() {
        return folders().stream()
                .filter(this::isFree)
                .map(Autosaved::in)
                .sorted(Comparator.comparing(Autosaved::saved).reversed())
                .toList();
    }

    /** Those of {@link #runs} whose window did not come to its end and that nobody was asked about, the newest first. */
    public List<Autosaved> unfinished() {
        return runs().stream().filter(Autosaved::unfinished).toList();
    }

    /** What all kept runs take, those that windows hold included. */
    public long usedBytes() {
        return folders().stream().mapToLong(Autosaved::bytesIn).sum();
    }

    private List<Path> folders() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(this::isOwn).toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.debug("{} cannot be listed", folder, unreadable);
            return List.of();
        }
    }

    /** Whether the lab made a folder for a kept run. */
    private boolean isOwn(Path kept) {
        return folder.equals(kept.getParent())
                && NAME.matcher(kept.getFileName().toString()).matches()
                && FolderLock.isIn(kept);
    }

    private boolean isFree(Path kept) {
        if (held.contains(kept)) {
            return false;
        }
        try (FolderLock lock = FolderLock.take(kept).orElse(null)) {
            return lock != null;
        } catch (IOException unreadable) {
            LOG.debug("{} cannot be held", kept, unreadable);
            return false;
        }
    }

    /** Keeps a run until told otherwise, without offering it at a start again; nothing if another window holds it by now. */
    public synchronized void putOff(Autosaved run) {
        reopen(run.folder()).ifPresent(taken -> leave(taken, AutosaveState.PUT_OFF));
    }

    /**
     * Removes a run for good; tells whether it is gone, which it is not if another window holds it by now.
     *
     * @throws InputException if it cannot be removed
     */
    public synchronized boolean discard(Autosaved run) {
        return remove(run.folder());
    }

    /**
     * Removes runs for good, and tells how many are gone.
     *
     * @throws InputException if one cannot be removed; those behind it are not tried
     */
    public synchronized int discard(List<Autosaved> runs) {
        return (int) runs.stream().filter(this::discard).count();
    }

    private boolean remove(Path kept) {
        Optional<AutosaveFolder> taken = reopen(kept);
        taken.ifPresent(run -> {
            // What is left of it if this is cut off is nothing to be offered.
            leave(run, AutosaveState.CLOSED);
            KeptFiles.delete(kept);
        });
        return taken.isPresent() || !Files.exists(kept);
    }

    /** Removes a run that this program holds. */
    synchronized void remove(AutosaveFolder own) {
        leave(own, AutosaveState.CLOSED);
        KeptFiles.delete(own.path());
    }

    /**
     * Makes room: the oldest of those that their windows closed go first, then those that were put off; what a window holds
     * stays, and so does the newest that is yet to be recovered. What does not fit all the same stays too, and {@link #usedBytes}
     * tells it.
     */
    synchronized void makeRoom() {
        long bytes = usedBytes();
        int count = folders().size();
        if (bytes <= maxBytes && count <= MAX_RUNS) {
            return;
        }
        for (Autosaved run : removable()) {
            if (bytes > maxBytes || count > MAX_RUNS) {
                LOG.info("{} makes room for newer runs", run.folder());
                remove(run.folder());
                bytes -= run.bytes();
                count--;
            }
        }
    }

    /** Those that may go, the first to go first. */
    private List<Autosaved> removable() {
        List<Autosaved> runs = runs();
        Optional<Autosaved> dearest =
                runs.stream().filter(run -> run.state() != AutosaveState.CLOSED).findFirst();
        return runs.stream()
                .filter(run -> dearest.filter(run::equals).isEmpty())
                .sorted(Comparator.comparing((Autosaved run) -> run.state() != AutosaveState.CLOSED)
                        .thenComparing(Autosaved::saved))
                .toList();
    }
}
