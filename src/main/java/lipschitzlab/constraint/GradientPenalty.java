package lipschitzlab.constraint;

import lipschitzlab.constraint.SlopePenalty.Cost;
import lipschitzlab.constraint.SlopePenalty.Points;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/**
 * λ·E(‖∇D(x̂)‖₂ − 1)², with x̂ drawn uniformly between a real and a fake sample (Gulrajani et al. 2017, equation 3 and
 * algorithm 1).
 */
public final class GradientPenalty {
    /** The penalty's weight λ. */
    public static final NumberSetting LAMBDA = NumberSetting.between(
            "lambda",
            "Penalty weight",
            "λ",
            0,
            1e6,
            10,
            true,
            "How hard the critic's slope is pulled to 1 between real and fake samples. With the Wasserstein objective, and real"
                    + " and fake samples d apart, the best slope is 1 + d/(2λ): for d = 1 it is 1.05 with λ = 10 and 6 with"
                    + " λ = 0.1. It falls to 1 as they meet.");

    private GradientPenalty() {}

    /** The penalty with these values, which are read at each update. */
    static Constraint with(SettingSource values) {
        return new SlopePenalty(() -> values.get(LAMBDA), Points.BETWEEN, Cost.TWO_SIDED);
    }
}
