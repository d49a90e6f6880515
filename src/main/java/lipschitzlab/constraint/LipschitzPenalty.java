package lipschitzlab.constraint;

import lipschitzlab.constraint.SlopePenalty.Cost;
import lipschitzlab.constraint.SlopePenalty.Points;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/**
 * WGAN-LP: λ·E max(0, ‖∇D(x̂)‖₂ − 1)², with x̂ drawn as for gradient penalty (Petzka, Fischer and Lukovnicov 2018, their
 * one-sided penalty). A slope below 1 costs nothing, as a Lipschitz constraint has it.
 */
final class LipschitzPenalty {
    /** The penalty's weight λ. */
    static final NumberSetting LAMBDA = NumberSetting.between(
            "lambda",
            "Penalty weight",
            "λ",
            0,
            1e6,
            10,
            true,
            "How hard the critic's slope is pulled down to 1 where it is larger, between real and fake samples. Smaller slopes"
                    + " are left alone.");

    private LipschitzPenalty() {}

    /** The penalty with these values, which are read at each update. */
    static Constraint with(SettingSource values) {
        return new SlopePenalty(() -> values.get(LAMBDA), Points.BETWEEN, Cost.ONE_SIDED);
    }
}
