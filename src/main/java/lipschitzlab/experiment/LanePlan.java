package lipschitzlab.experiment;

import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Values;

/**
 * What a preset says of one lane.
 *
 * @param id the lane's id, such as {@code spectral-norm}
 * @param values a value for every setting of {@link LaneSettings#of}; not to be changed, copy it
 */
public record LanePlan(String id, Values values) {
    /** How the lane's critic is held. */
    public ConstraintSet constraint() {
        return ConstraintSet.of(values.text(LaneSettings.CONSTRAINT.key()));
    }

    /** The lane's objective. */
    public Objective objective() {
        return Objective.of(values.choice(LaneSettings.OBJECTIVE));
    }

    /** The lane's optimizer. */
    public OptimizerKind optimizer() {
        return OptimizerKind.of(values.choice(LaneSettings.OPTIMIZER));
    }

    /** The name on a card: the constraint's, with the id where that says more. */
    public String title() {
        String method = constraint().title();
        if (id.equals(constraint().laneId())) {
            return method;
        }
        return namesAnotherConstraint() ? id + " (" + method + ")" : id;
    }

    private boolean namesAnotherConstraint() {
        return ConstraintKind.ids().contains(id) && !constraint().kinds().contains(ConstraintKind.of(id));
    }

    /** The same lane under another id. */
    public LanePlan named(String otherId) {
        return new LanePlan(otherId, values);
    }
}
