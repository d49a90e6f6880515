package lipschitzlab.preset;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.ChoicesSetting;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Setting;

/** What can be set for each lane: these, and what its constraint and its optimizer declare. */
public final class LaneSettings {
    /** The methods that constrain the critic. */
    public static final ChoicesSetting<ConstraintSet> CONSTRAINT = new ChoicesSetting<>(
            "constraint",
            "Constraint",
            ConstraintSet.class,
            ConstraintKind.ids(),
            ConstraintSet::ofIds,
            ConstraintSet::ids,
            ConstraintSet.of(ConstraintKind.UNCONSTRAINED),
            false,
            "How this lane's critic is held to a Lipschitz constraint; several may be combined where that makes sense.",
            ConstraintSet::objection);

    /** What both networks minimise. */
    public static final ChoiceSetting<Objective> OBJECTIVE = ChoiceSetting.of(
            "objective",
            "Objective",
            Objective.class,
            Objective::id,
            Objective.HINGE,
            false,
            "What critic and generator minimise. Saturating is the original minimax loss, whose signal vanishes.");

    /** Which optimizer trains both networks. */
    public static final ChoiceSetting<OptimizerKind> OPTIMIZER = ChoiceSetting.of(
            "optimizer",
            "Optimizer",
            OptimizerKind.class,
            OptimizerKind::id,
            OptimizerKind.ADAM,
            false,
            "The rule that turns gradients into steps, for critic and generator alike.");

    /** The critic's learning rate. */
    public static final NumberSetting LEARNING_RATE = NumberSetting.positive(
            "learningRate",
            "Critic learning rate",
            "α",
            1e9,
            1e-3,
            true,
            "The size of the critic's steps. Too large, and the lane diverges; try it.");

    /** The generator's learning rate. */
    public static final NumberSetting GENERATOR_LEARNING_RATE = NumberSetting.positive(
            "generatorLearningRate",
            "Generator learning rate",
            "α_G",
            1e9,
            1e-3,
            true,
            "The size of the generator's steps. A preset that gives only learningRate uses it for both networks.");

    /** Constant or falling rates. */
    public static final ChoiceSetting<RateSchedule> RATE_SCHEDULE = ChoiceSetting.of(
            "rateSchedule",
            "Rate schedule",
            RateSchedule.class,
            RateSchedule::id,
            RateSchedule.CONSTANT,
            false,
            "Linear: both learning rates fall to 0 at the horizon. Extending the run starts the fall again.");

    /** Critic updates per generator update. */
    public static final CountSetting CRITIC_STEPS = new CountSetting(
            "criticSteps",
            "Critic steps",
            "n",
            1,
            100,
            1,
            true,
            "Critic updates for each generator update. More make a better critic and a slower lane.");

    private static final List<Setting<?>> COMMON = List.of(
            CONSTRAINT, OBJECTIVE, OPTIMIZER, LEARNING_RATE, GENERATOR_LEARNING_RATE, RATE_SCHEDULE, CRITIC_STEPS);

    private LaneSettings() {}

    /** The settings of a lane with this constraint and this optimizer. */
    public static List<Setting<?>> of(ConstraintSet constraint, OptimizerKind optimizer) {
        List<Setting<?>> settings = new ArrayList<>(COMMON);
        settings.addAll(constraint.settings());
        settings.addAll(optimizer.settings());
        return settings;
    }
}
