package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import lipschitzlab.preset.Change;
import lipschitzlab.setting.Assignment;

/**
 * The changes that were made in one lane since its last reset, and those that are still to be replayed from a run's record or
 * from another lane. The changes are kept without the lane's id, which may change. May be used from several threads.
 */
final class LaneChanges {
    private static final String ANY = "";

    /** The step of a change that was not made. */
    private static final int NEVER = -1;

    /** Replayed after every reset too. */
    private List<Change> recorded;

    /** Replayed until the next reset. */
    private List<Change> inherited = List.of();

    private final List<Change> made = new ArrayList<>();

    /** Asked for, and not yet made. */
    private final Queue<Change> requested = new ConcurrentLinkedQueue<>();

    private LaneChanges(List<Change> recorded) {
        this.recorded = recorded;
    }

    /** Those that a preset has for a lane, to be replayed. */
    static LaneChanges of(Collection<Change> changes, String lane) {
        return new LaneChanges(changes.stream()
                .filter(change -> change.lane().equals(lane))
                .map(change -> change.of(ANY))
                .toList());
    }

    /** An earlier run made these, in order; those of a record that are not among them are still to be replayed. */
    void restore(List<Change> earlier) {
        synchronized (this) {
            made.clear();
            made.addAll(earlier.stream().map(change -> change.of(ANY)).toList());
        }
    }

    /** Nothing to replay. */
    static LaneChanges none() {
        return new LaneChanges(List.of());
    }

    /** Takes over the moves of another lane's horizon, with their steps. */
    void extendAs(LaneChanges other) {
        List<Change.Extension> lasting = extensions(other.recorded());
        List<Change.Extension> all = extensions(other.all(ANY));
        synchronized (this) {
            recorded = List.copyOf(lasting);
            inherited = all.stream()
                    .filter(change -> !lasting.contains(change))
                    .<Change>map(change -> change)
                    .toList();
        }
    }

    private static List<Change.Extension> extensions(List<Change> changes) {
        return changes.stream()
                .filter(Change.Extension.class::isInstance)
                .map(Change.Extension.class::cast)
                .toList();
    }

    private synchronized List<Change> recorded() {
        return recorded;
    }

    /** Asks for another value before the next step. */
    void request(Assignment<?> assignment) {
        requested.add(new Change.Value(NEVER, ANY, assignment));
    }

    /** Asks for another horizon, this many steps after the next one. */
    void requestExtension(int steps) {
        requested.add(new Change.Extension(NEVER, ANY, steps));
    }

    /** Takes out what was asked for first, if anything is left. */
    Optional<Change> nextRequest() {
        return Optional.ofNullable(requested.poll());
    }

    /** Those that are to be replayed at this step. */
    synchronized List<Change> due(int step) {
        return toCome().filter(change -> change.step() == step).toList();
    }

    private Stream<Change> toCome() {
        return Stream.concat(recorded.stream(), inherited.stream()).filter(change -> !made.contains(change));
    }

    /**
     * Where a lane will stop.
     *
     * @param horizon where it would stop if there were nothing to replay
     */
    synchronized int horizon(int horizon) {
        int end = horizon;
        List<Change> bySteps =
                toCome().sorted(Comparator.comparingInt(Change::step)).toList();
        for (Change.Extension change : extensions(bySteps)) {
            end = change.step() <= end ? change.step() + change.steps() : end;
        }
        return end;
    }

    /** A change took effect. */
    synchronized void add(int step, Change change) {
        made.add(change.of(ANY).at(step));
    }

    /** A reset: what was asked for is forgotten, and only what the record says is replayed again. */
    synchronized void clear() {
        requested.clear();
        made.clear();
        inherited = List.of();
    }

    /** Those that took effect, in order. */
    synchronized List<Change> made(String lane) {
        return made.stream().map(change -> change.of(lane)).toList();
    }

    /** Those that a record has. */
    synchronized List<Change> recorded(String lane) {
        return recorded.stream().map(change -> change.of(lane)).toList();
    }

    /** Those that took effect, in order, then those that are still to be replayed. */
    synchronized List<Change> all(String lane) {
        return Stream.concat(made.stream(), toCome())
                .map(change -> change.of(lane))
                .toList();
    }
}
