package lipschitzlab.constraint;

import lipschitzlab.constraint.SlopePenalty.Points;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/**
 * WGAN-div: k·E‖∇D(x̂)‖₂ᵖ, with x̂ drawn as for gradient penalty (Wu et al. 2018, the divergence W_{k,p}; k = 2 and p = 6 are
 * what they found best). No slope is aimed at, and no root is needed: ‖∇D‖ᵖ is the (p/2)-th power of the squares' sum.
 */
final class WassersteinDivergence {
    /** The factor k. */
    static final NumberSetting FACTOR = NumberSetting.between(
            "k",
            "Penalty factor",
            "k",
            0,
            1e6,
            2,
            true,
            "The factor before ‖∇D‖ᵖ. With the Wasserstein objective, and real and fake samples d apart, the best slope is"
                    + " (d/(k·p))^(1/(p−1)): 0.6 for d = 1, k = 2 and p = 6.");

    /** The power p. */
    static final NumberSetting POWER = new NumberSetting(
            "p",
            "Penalty power",
            "p",
            "",
            1,
            false,
            100,
            6.0,
            true,
            "The power of ‖∇D‖. High: gentle below a slope of 1 and steep above; 2: like a spring at every slope.");

    private WassersteinDivergence() {}

    /** The penalty with these values, which are read at each update. */
    static Constraint with(SettingSource values) {
        return new SlopePenalty(
                () -> values.get(FACTOR), Points.BETWEEN, squares -> squares.addScalar(SlopePenalty.EPSILON)
                        .log()
                        .scale(values.get(POWER) / 2)
                        .exp());
    }
}
