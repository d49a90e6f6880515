package lipschitzlab.constraint;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/**
 * Clamps weights and biases of the critic's linear layers to [−c, c] after each update (Arjovsky et al. 2017, algorithm 1, line
 * 7). Gains and shifts of a normalization beside it stay as they were learned. The paper's own code clamps whatever the critic
 * has; but a gain is no weight of a linear map: it starts at 1, and a bound of 0.01 would take it to that bound at the first update and
 * so scale the critic down by 1/c at each normalization, which says nothing about clipping weights.
 */
public final class WeightClipping implements Constraint {
    /** The bound c. */
    public static final NumberSetting BOUND = NumberSetting.positive(
            "c",
            "Clipping bound",
            "c",
            1000,
            0.01,
            true,
            "Every weight and bias of the critic's layers stays within ±c; gains and shifts of a normalization do not. Small:"
                    + " gradients vanish; large: they explode.");

    private final SettingSource values;

    WeightClipping(SettingSource values) {
        this.values = values;
    }

    @Override
    public void afterCriticStep(Network critic) {
        double bound = values.get(BOUND);
        List<Array> clipped = critic.parameters().stream()
                .filter(parameter -> parameter.role() != Parameter.Role.NORMALIZATION)
                .map(Parameter::value)
                .toList();
        critic.engine().clamp(clipped, -bound, bound);
    }
}
