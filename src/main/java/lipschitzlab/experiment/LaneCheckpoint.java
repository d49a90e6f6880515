package lipschitzlab.experiment;

import java.util.List;
import java.util.Optional;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.training.TrainingState;

/**
 * A lane as it stood between two of its steps, in arrays that never change: all that is needed to go on from there.
 *
 * @param lane its id then
 * @param history everything that the lane has reported, which grows on
 * @param recorded how much of it belongs to this moment
 * @param milestones as {@link LaneStatus#milestones} had them
 * @param snapshot the newest, if there was one
 * @param networks what training goes on from; none if the lane has none, since memory ran out
 */
public record LaneCheckpoint(
        String lane,
        LanePosition position,
        LaneHistory history,
        LaneHistory.State recorded,
        List<Snapshot> milestones,
        Optional<Snapshot> snapshot,
        Optional<TrainingState> networks) {
    /** What the networks' arrays take in memory. */
    public long bytes() {
        return networks.map(TrainingState::bytes).orElse(0L);
    }
}
