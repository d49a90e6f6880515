package lipschitzlab.export.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import lipschitzlab.experiment.Checkpoints;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneCheckpoint;
import lipschitzlab.file.FileWrites;
import lipschitzlab.file.FolderLock;
import lipschitzlab.file.WholeFile;
import lipschitzlab.setting.InputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the checkpoints of an experiment into its run's folder: of each lane the last two, and those that were asked for. Training
 * takes them by itself, at the steps that {@link Experiment#checkpoints} was told; who has this writes them, whenever it suits.
 * Used by one thread at a time.
 */
public final class RunCheckpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunCheckpoints.class);
    private static final String ASKED = "asked";
    private static final int KEPT = 2;

    private final CheckpointFolder folder;
    private final Experiment experiment;
    private final FileWrites writes;
    private final Supplier<Map<String, String>> run;
    private final Map<String, HistoryJournal> journals = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, NavigableSet<Integer>> kept = new HashMap<>();
    private Optional<FolderLock> lock = Optional.empty();

    /**
     * Of an experiment.
     *
     * @param path the run's folder
     * @param writes how a file is taken that cannot be written
     * @param run what each checkpoint says of the run as it is then, such as the preset, the seed and the versions
     */
    public RunCheckpoints(Path path, Experiment experiment, FileWrites writes, Supplier<Map<String, String>> run) {
        this.folder = CheckpointFolder.of(path);
        this.experiment = experiment;
        this.writes = writes;
        this.run = run;
    }

    /**
     * Holds the folder, so that no other program goes on with the same run meanwhile; until this is closed.
     *
     * @throws InputException if another holds it, or it cannot be written
     */
    public void hold() {
        try {
            lock = FolderLock.take(folder.path());
        } catch (IOException failure) {
            throw WholeFile.unwritable(folder.path(), failure);
        }
        if (lock.isEmpty()) {
            throw new InputException(
                    folder.path().toString(),
                    "a run that no program has open",
                    "one that is being trained",
                    "Wait until it ends, or end it.");
        }
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException failure) {
            throw WholeFile.unwritable(folder.path(), failure);
        }
        lock = Optional.empty();
    }

    /** Goes on with the checkpoints of a run that was read: its journals are continued, and what was asked for stays. */
    public void continueFrom(StoredRun stored) {
        journals.putAll(stored.journals());
        experiment.lanes().forEach(lane -> folder.of(lane.id()).forEach((step, file) -> {
            try {
                if (CheckpointFile.open(file).texts().find(ASKED).isPresent()) {
                    asked.add(key(lane.id(), step));
                }
            } catch (InputException damaged) {
                LOG.debug("{} cannot be read, and goes when the next two are there", file, damaged);
            }
        }));
    }

    private static String key(String lane, int step) {
        return step + "/" + lane;
    }

    /** Writes those that lanes have taken since. */
    public void writeTaken() {
        Checkpoints taken = experiment.checkpoints();
        for (Optional<LaneCheckpoint> next = taken.next(); next.isPresent(); next = taken.next()) {
            try {
                write(next.get());
            } finally {
                taken.written(next.get());
            }
        }
        forgetOthers();
    }

    /** Writes one of each lane as it stands; waits until all lanes rest between two steps. */
    public void writeAtRest() throws InterruptedException {
        writeAtRest(Experiment.FOREVER);
    }

    /** As {@link #writeAtRest()}, but gives up waiting after this time: lanes may train again before they rested. */
    public void writeAtRest(Duration longest) throws InterruptedException {
        writeTaken();
        experiment.doAtRest(() -> experiment.lanes().forEach(lane -> write(lane.checkpoint())), longest);
    }

    /** By the thread of the caller, or one of the experiment's while the caller waits for it, or has given up to wait. */
    private synchronized void write(LaneCheckpoint checkpoint) {
        String lane = checkpoint.lane();
        int step = checkpoint.position().step();
        HistoryJournal journal = journals.computeIfAbsent(lane, any -> new HistoryJournal(folder.journal(lane)));
        Path file = folder.file(step, lane);
        writes.write(folder.anyOf(lane), () -> {
            if (!journal.isOf(checkpoint.history())) {
                folder.forget(lane);
                kept.remove(lane);
            }
            Map<String, String> texts = journal.append(checkpoint);
            Map<String, String> more = new HashMap<>(run.get());
            if (experiment.checkpoints().asked(step) || asked.contains(key(lane, step))) {
                asked.add(key(lane, step));
                more.put(ASKED, "true");
            }
            CheckpointFile.write(file, checkpoint, texts, more);
            thin(lane, step);
        });
    }

    /** The folder is listed once; from then on it is known what is there. */
    private void thin(String lane, int step) {
        NavigableSet<Integer> steps =
                kept.computeIfAbsent(lane, any -> new TreeSet<>(folder.of(lane).keySet()));
        steps.add(step);
        List<Integer> passing = steps.descendingSet().stream()
                .skip(KEPT)
                .filter(other -> !asked.contains(key(lane, other)))
                .toList();
        for (int other : passing) {
            folder.remove(other, lane);
            steps.remove(other);
        }
    }

    /** Lanes that were renamed or removed. */
    private void forgetOthers() {
        List<String> present = experiment.lanes().stream().map(Lane::id).toList();
        List<String> gone =
                journals.keySet().stream().filter(id -> !present.contains(id)).toList();
        for (String lane : gone) {
            writes.write(folder.journal(lane), () -> folder.forget(lane));
            journals.remove(lane);
            kept.remove(lane);
        }
    }
}
