package lipschitzlab.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.training.TrainingState;

/**
 * What an earlier run left of a lane: enough to look at it, and to train on if its networks were kept.
 *
 * @param milestones snapshots at every tenth of the way, as {@link LaneStatus#milestones} has them
 * @param snapshot what is shown until the networks are there to be asked, or for good if they were not kept
 * @param networks reads what training goes on from, if it was kept
 */
public record LaneRecord(
        LanePosition position,
        LaneHistory history,
        List<Snapshot> milestones,
        Optional<Snapshot> snapshot,
        Optional<Supplier<TrainingState>> networks) {
    /** Copies the list. */
    public LaneRecord {
        milestones = List.copyOf(milestones);
    }
}
