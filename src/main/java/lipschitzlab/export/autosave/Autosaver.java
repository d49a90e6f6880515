package lipschitzlab.export.autosave;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.setting.InputException;

/**
 * Keeps the experiments of one window, each in a folder of its own, the newest state of each. Writing takes its time and is done on
 * the thread that asks for it, one save after another; training does not wait. May be used from any thread.
 */
public final class Autosaver {
    private final Map<Experiment, Path> earlier = new WeakHashMap<>();
    private Optional<AutosaveStore> store;
    private Optional<Current> current = Optional.empty();
    private Optional<Held> continued = Optional.empty();

    /** What is written now. */
    private record Current(AutosaveWriter writer, AutosaveFolder folder, AutosaveStore store) {
        boolean isOf(Experiment experiment) {
            return writer.experiment() == experiment;
        }
    }

    /** The folder of a run that an experiment continues: it stays until the first save of that is whole. */
    private record Held(Experiment experiment, AutosaveFolder folder, AutosaveStore store) {}

    /** @param store where runs are kept; empty if none are */
    public Autosaver(Optional<AutosaveStore> store) {
        this.store = store;
    }

    /** Keeps runs there from the next save on, or no longer; what was kept stays where it is. */
    public synchronized void keepIn(Optional<AutosaveStore> other) {
        leave();
        earlier.clear();
        store = other;
    }

    /**
     * Saves an experiment as it stands, in place of what was saved of it before; nothing of one that has not trained. Of lanes that train it
     * waits for their steps at hand.
     *
     * @return whether there was anything to save
     * @throws InputException if it cannot be written, with what to do
     */
    public synchronized boolean save(Experiment experiment) throws InterruptedException {
        if (store.isEmpty() || AutosaveRecord.step(experiment) == 0) {
            return false;
        }
        AutosaveStore place = store.get();
        if (current.filter(now -> now.isOf(experiment)).isEmpty()) {
            begin(place, experiment);
        }
        Current now = current.orElseThrow();
        requireRoom(place, now.folder());
        now.writer().save();
        forgetContinued();
        place.makeRoom();
        return true;
    }

    private void begin(AutosaveStore place, Experiment experiment) {
        if (continued.filter(held -> held.experiment() == experiment).isEmpty()) {
            leave();
            Optional.ofNullable(earlier.get(experiment))
                    .flatMap(place::reopen)
                    .ifPresent(folder -> continued = Optional.of(new Held(experiment, folder, place)));
        }
        AutosaveFolder folder = place.begin(experiment.preset().name());
        earlier.put(experiment, folder.path());
        current = Optional.of(new Current(new AutosaveWriter(folder.path(), experiment), folder, place));
    }

    /** What was continued is in the newer folder now. */
    private void forgetContinued() {
        continued.ifPresent(held -> {
            continued = Optional.empty();
            held.store().remove(held.folder());
        });
    }

    private static void requireRoom(AutosaveStore place, AutosaveFolder folder) {
        long bytes = Autosaved.bytesIn(folder.path());
        if (bytes > place.maxBytes()) {
            throw new InputException(
                    folder.path().toString(),
                    "a run of no more than the " + megabytes(place.maxBytes()) + " MB for kept runs",
                    megabytes(bytes) + " MB",
                    "What was saved of it last stays. Give kept runs more space (Save, How runs are kept by themselves).");
        }
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / 1e6);
    }

    /** Writes what lanes that train took since the last save, so that it waits in memory no longer. */
    public synchronized void writeTaken() {
        current.ifPresent(now -> now.writer().writeTaken());
    }

    /**
     * Holds the folder of a run that was kept before, of which an experiment is the continuation. It goes when that is saved itself.
     *
     * @return whether it could be taken; not if it is none of the kept runs, or another window holds it by now
     */
    public synchronized boolean adopt(Path run, Experiment experiment) {
        leave();
        continued = store.flatMap(place -> place.reopen(run).map(folder -> new Held(experiment, folder, place)));
        continued.ifPresent(held -> AutosaveState.OPEN.writeTo(held.folder().path()));
        return continued.isPresent();
    }

    /** The folder that is written now. */
    public synchronized Optional<Path> folder() {
        return current.map(now -> now.folder().path());
    }

    /** Ends the keeping of the present experiment as a window does that comes to its end: what was saved stays, and is not offered. */
    public synchronized void leave() {
        Optional<Held> held = continued;
        continued = Optional.empty();
        Optional<Current> written = current;
        current = Optional.empty();
        held.ifPresent(now -> now.store().leave(now.folder(), AutosaveState.CLOSED));
        written.ifPresent(now -> {
            now.writer().close();
            now.store().leave(now.folder(), AutosaveState.CLOSED);
        });
    }

    /** Lets go of what is kept as if this program had been killed now: it is offered at the next start. */
    synchronized void abandon() {
        current.ifPresent(now -> {
            now.writer().close();
            now.folder().release();
        });
        current = Optional.empty();
    }

    /** Removes what was kept of an experiment that is soon made again; a run of an earlier window that it continued stays. */
    public synchronized void forget(Experiment experiment) {
        Optional<Current> written = current.filter(now -> now.isOf(experiment));
        current = current.filter(now -> !now.isOf(experiment));
        earlier.remove(experiment);
        leave();
        written.ifPresent(now -> {
            now.writer().close();
            now.store().remove(now.folder());
        });
    }
}
