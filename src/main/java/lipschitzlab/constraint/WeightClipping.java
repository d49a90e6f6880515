package lipschitzlab.constraint;

import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/** Clamps every parameter of the critic to [−c, c] after each update (Arjovsky et al. 2017, algorithm 1, line 7). */
final class WeightClipping implements Constraint {
    /** The bound c. */
    static final NumberSetting BOUND = NumberSetting.positive(
            "c",
            "Clipping bound",
            "c",
            1000,
            0.01,
            true,
            "Every weight of the critic stays within ±c. Small: gradients vanish; large: they explode.");

    private final Values values;

    WeightClipping(Values values) {
        this.values = values;
    }

    @Override
    public void afterCriticStep(Network critic) {
        double bound = values.number(BOUND);
        for (Parameter parameter : critic.parameters()) {
            critic.engine().clamp(parameter.value(), -bound, bound);
        }
    }
}
