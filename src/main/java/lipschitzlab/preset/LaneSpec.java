package lipschitzlab.preset;

import java.util.Optional;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Values;

/**
 * What a preset says of one lane.
 *
 * @param id the lane's id, such as {@code spectral-norm}: files, options and lessons name the lane by it
 * @param ownTitle what a person calls the lane, such as "λ = 10"; empty if the lane has no title of its own
 * @param values a value for every setting of {@link LaneSettings#of}
 */
public record LaneSpec(String id, Optional<String> ownTitle, Values values) {
    /** A lane without a title of its own. */
    public LaneSpec(String id, Values values) {
        this(id, Optional.empty(), values);
    }

    /** What constrains the lane's critic. */
    public ConstraintSet constraint() {
        return values.get(LaneSettings.CONSTRAINT);
    }

    /** The lane's objective. */
    public Objective objective() {
        return values.get(LaneSettings.OBJECTIVE);
    }

    /** The lane's optimizer. */
    public OptimizerKind optimizer() {
        return values.get(LaneSettings.OPTIMIZER);
    }

    /**
     * The lane's title where it stands alone: its own, or else the constraint's, with the id where that says more. For lanes
     * beside each other, {@code LaneTitles} makes titles that differ.
     */
    public String title() {
        return ownTitle.orElseGet(this::defaultTitle);
    }

    private String defaultTitle() {
        String method = constraint().title();
        if (LaneRules.madeOf(id, constraint().laneId())) {
            return method;
        }
        return namesAnotherConstraint() ? id + " (" + method + ")" : id;
    }

    private boolean namesAnotherConstraint() {
        return ConstraintKind.ids().contains(id) && !constraint().kinds().contains(ConstraintKind.of(id));
    }

    /** The same lane under another id. */
    public LaneSpec named(String otherId) {
        return new LaneSpec(otherId, ownTitle, values);
    }

    /** The same lane with another title of its own, or with none. */
    public LaneSpec titled(Optional<String> otherTitle) {
        return new LaneSpec(id, otherTitle, values);
    }

    /** The same lane with other values. */
    public LaneSpec with(Values otherValues) {
        return new LaneSpec(id, ownTitle, otherValues);
    }
}
