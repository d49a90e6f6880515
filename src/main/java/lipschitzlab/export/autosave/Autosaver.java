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

    /**
     * What is kept now.
     *
     * @param recovered whether it began in an earlier window
     */
    private record Current(Experiment experiment, AutosaveFolder folder, AutosaveStore store, boolean recovered) {}

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
     * Saves an experiment as it stands, in place of what was saved of it before; nothing of one that has not trained.
     *
     * @return whether there was anything to save
     * @throws InputException if it cannot be written, with what to do
     */
    public synchronized boolean save(Experiment experiment) {
        if (store.isEmpty() || AutosaveRecord.step(experiment) == 0) {
            return false;
        }
        AutosaveStore place = store.get();
        if (current.filter(now -> now.experiment() == experiment).isEmpty()) {
            leave();
            begin(place, experiment);
        }
        AutosaveFolder folder = current.orElseThrow().folder();
        requireRoom(place, folder);
        folder.save(experiment);
        place.makeRoom();
        return true;
    }

    private void begin(AutosaveStore place, Experiment experiment) {
        AutosaveFolder folder = Optional.ofNullable(earlier.get(experiment))
                .flatMap(place::reopen)
                .orElseGet(() -> place.begin(experiment.preset().name()));
        AutosaveState.OPEN.writeTo(folder.path());
        earlier.put(experiment, folder.path());
        current = Optional.of(new Current(experiment, folder, place, false));
    }

    private static void requireRoom(AutosaveStore place, AutosaveFolder folder) {
        long bytes = Autosaved.bytesIn(folder.path());
        if (bytes > place.maxBytes()) {
            throw new InputException(
                    folder.path().toString(),
                    "a run of no more than the " + megabytes(place.maxBytes()) + " MB for kept runs",
                    megabytes(bytes) + " MB",
                    "What was saved of it last stays. Give kept runs more space (Save, How runs are kept).");
        }
    }

    private static long megabytes(long bytes) {
        return Math.round(bytes / 1e6);
    }

    /**
     * Takes over the folder of a run that was kept before, of which an experiment is the continuation: it is held from now on, and
     * its next save goes there.
     *
     * @return whether it could be taken; not if another window holds it by now
     */
    public synchronized boolean adopt(Autosaved run, Experiment experiment) {
        Optional<AutosaveFolder> taken = store.flatMap(place -> place.reopen(run.folder()));
        taken.ifPresent(folder -> {
            leave();
            earlier.put(experiment, folder.path());
            current = Optional.of(new Current(experiment, folder, store.orElseThrow(), true));
            AutosaveState.OPEN.writeTo(folder.path());
        });
        return taken.isPresent();
    }

    /** The folder of what is kept now. */
    public synchronized Optional<Path> folder() {
        return current.map(now -> now.folder().path());
    }

    /** Ends the keeping of the present experiment as a window does that comes to its end: what was saved stays, and is not offered. */
    public synchronized void leave() {
        current.ifPresent(now -> now.store().leave(now.folder(), AutosaveState.CLOSED));
        current = Optional.empty();
    }

    /** Lets go of what is kept as if this program had been killed now: it is offered at the next start. */
    synchronized void abandon() {
        current.ifPresent(now -> now.folder().release());
        current = Optional.empty();
    }

    /** Removes what was kept of an experiment that is soon made again; what was recovered from an earlier window stays. */
    public synchronized void forget(Experiment experiment) {
        if (current.filter(Current::recovered).isPresent()) {
            leave();
        }
        current.filter(now -> now.experiment() == experiment).ifPresent(now -> {
            current = Optional.empty();
            earlier.remove(experiment);
            now.store().remove(now.folder());
        });
    }
}
