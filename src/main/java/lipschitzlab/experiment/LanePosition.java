package lipschitzlab.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.preset.Change;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LearningRateSchedule;

/**
 * Where a lane stands between two steps, its networks and its history left out.
 *
 * @param step generator steps done
 * @param horizon generator steps after which the lane ends, extensions that are still to be replayed included
 * @param failure why it stopped by itself, if it did
 * @param rates how the learning rates change up to the horizon
 * @param seconds the time that its training steps took
 * @param diagnosisSeconds the time that diagnoses took
 * @param criticStepsPerSecond its recent speed
 * @param values of its settings now
 * @param made the changes that were made in it, in order, without its id
 * @param divergedSteps for how many steps its samples have been too far from the data
 * @param lastGap the critic's gap at its last update; NaN before the first
 * @param operatorNorms of layers, by name, as measured last
 */
public record LanePosition(
        int step,
        int horizon,
        Optional<LaneFailure> failure,
        LearningRateSchedule rates,
        double seconds,
        double diagnosisSeconds,
        double criticStepsPerSecond,
        Values values,
        List<Change> made,
        int divergedSteps,
        double lastGap,
        Map<String, Double> operatorNorms) {
    /** Copies list and map. */
    public LanePosition {
        made = List.copyOf(made);
        operatorNorms = Map.copyOf(operatorNorms);
    }
}
