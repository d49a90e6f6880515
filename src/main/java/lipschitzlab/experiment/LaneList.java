package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.preset.Change;
import lipschitzlab.preset.LaneRules;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;

/**
 * The lanes of one experiment, which are added, removed and renamed while it is open. Any thread may read them; a change needs
 * the experiment's lock.
 */
final class LaneList {
    private final Preset opened;
    private final Dataset data;
    private final LaneSetup setup;
    private final Queue<Lane> removed = new ConcurrentLinkedQueue<>();
    private volatile List<Lane> lanes;

    /** @param records what an earlier run left of some of the lanes, by id */
    LaneList(LaneSetup setup, Map<String, LaneRecord> records) {
        this.opened = setup.preset();
        this.data = setup.data();
        this.setup = setup;
        this.lanes = opened.lanes().stream()
                .map(spec -> new Lane(
                        setup,
                        spec,
                        LaneChanges.of(opened.changes(), spec.id()),
                        Optional.ofNullable(records.get(spec.id()))))
                .toList();
    }

    /** The lanes, in their order; never changed, but replaced. */
    List<Lane> lanes() {
        return lanes;
    }

    /**
     * The lane of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    Lane lane(String id) {
        return lanes.stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("expected one of " + ids() + ", found lane '" + id + "'"));
    }

    private List<String> ids() {
        return lanes.stream().map(Lane::id).toList();
    }

    /** A new lane behind the others, so that no other changes its looks; not yet prepared. */
    Lane add(LaneSpec spec) {
        String where = "lane " + spec.id();
        LaneRules.requireCount(lanes.size() + 1, where);
        LaneRules.requireFreeId(spec.id(), ids(), where);
        Lane added = new Lane(setup, spec, LaneChanges.none(), Optional.empty());
        List<Lane> longer = new ArrayList<>(lanes);
        longer.add(added);
        lanes = List.copyOf(longer);
        return added;
    }

    /** Takes a lane out; it keeps its networks until {@link #closeRemoved}. */
    void remove(String id) {
        Lane leaving = lane(id);
        LaneRules.requireCount(lanes.size() - 1, "an experiment without lane " + id);
        lanes = lanes.stream().filter(lane -> lane != leaving).toList();
        removed.add(leaving);
    }

    /** Frees what removed lanes still hold; only while no lane is at work. */
    void closeRemoved() {
        for (Lane next = removed.poll(); next != null; next = removed.poll()) {
            next.close();
        }
    }

    void rename(String id, String wanted) {
        Lane renamed = lane(id);
        List<String> others = ids().stream().filter(other -> !other.equals(id)).toList();
        LaneRules.requireFreeId(wanted, others, "lane " + id);
        renamed.rename(wanted);
    }

    /** Gives a lane a title of its own; a blank one takes it away. */
    void retitle(String id, String title) {
        lane(id).retitle(LaneRules.title(title, "lane " + id));
    }

    /** Moves a new lane's horizon as it was moved for the other lane that has the furthest one. */
    void extendAsOthers(Lane added) {
        lanes.stream()
                .filter(lane -> lane != added)
                .max(Comparator.comparingInt(Lane::horizon))
                .ifPresent(added::extendAs);
    }

    /** What was opened, with the lanes as they are now and nothing of what was changed since. */
    Preset preset() {
        List<Change> recorded =
                lanes.stream().flatMap(lane -> lane.recordedChanges().stream()).toList();
        return with(recorded);
    }

    /**
     * What was opened, with the lanes as they are now and everything that was changed since, and with what was found out about
     * the data's file: with these it is read the same again.
     */
    Preset resolved() {
        List<Change> changes = lanes.stream()
                .flatMap(lane -> lane.allChanges().stream())
                .sorted(Comparator.comparingInt(Change::step))
                .toList();
        return with(changes).withData(opened.data().with(data.found()));
    }

    /** What was opened, with the lanes and their values as they are now, and without the changes that led to them. */
    Preset currentPreset() {
        List<LaneSpec> specs =
                lanes.stream().map(lane -> lane.spec().with(lane.values())).toList();
        return opened.withLanes(specs).withChanges(List.of());
    }

    private Preset with(List<Change> changes) {
        return opened.withLanes(lanes.stream().map(Lane::spec).toList()).withChanges(changes);
    }

    /** Frees everything. */
    void close() {
        lanes.forEach(Lane::close);
        closeRemoved();
    }
}
