package lipschitzlab.experiment;

import java.util.List;
import java.util.Optional;
import lipschitzlab.measurement.Snapshot;
import lipschitzlab.setting.Values;

/**
 * A lane's state at one moment. Read more than one part of a lane from one status: its parts belong together,
 * whatever the lane does meanwhile. Everything of a step is in the history before the status says that the step is done.
 *
 * @param state what the lane does
 * @param step generator steps done
 * @param horizon generator steps after which the lane stops, extensions that are still to be replayed included
 * @param seconds the time that the lane's own training steps took, diagnosis left out
 * @param diagnosisSeconds the time that diagnoses took, which is no part of {@code seconds}; what is measured for a snapshot is
 *     left out
 * @param criticStepsPerSecond the lane's recent speed while it trains, by its own time; 0 before the first step
 * @param failure why the lane stopped by itself, if it did
 * @param values as of the last step; not to be changed
 * @param history all that was reported since the last reset; a reset begins another
 * @param snapshot the newest, if one was taken
 * @param milestones snapshots of the first step, of every tenth of the way to the first horizon, and of each further such stretch
 */
public record LaneStatus(
        LaneState state,
        int step,
        int horizon,
        double seconds,
        double diagnosisSeconds,
        double criticStepsPerSecond,
        Optional<LaneFailure> failure,
        Values values,
        LaneHistory history,
        Optional<Snapshot> snapshot,
        List<Snapshot> milestones) {
    /** Whether there are steps left that the lane could train. */
    public boolean canTrain() {
        return state != LaneState.FAILED && state != LaneState.FINISHED;
    }

    /** Generator steps a second by the lane's own time; 0 before the first. */
    double stepsPerSecond() {
        return step / Math.max(1e-9, seconds);
    }
}
