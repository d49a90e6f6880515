package lipschitzlab.constraint;

import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/**
 * WGAN-div: k·E‖∇D(x̂)‖₂ᵖ, with x̂ drawn as for gradient penalty (Wu et al. 2018, the divergence W_{k,p}; k = 2 and p = 6 are
 * what they found best). No slope is aimed at, and no root is needed: ‖∇D‖ᵖ is the (p/2)-th power of the squares' sum.
 */
final class WassersteinDivergence implements Constraint {
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
            false,
            6.0,
            true,
            "The power of ‖∇D‖. High: gentle below a slope of 1 and steep above; 2: like a spring at every slope.");

    private final Values values;

    WassersteinDivergence(Values values) {
        this.values = values;
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        double factor = values.number(FACTOR);
        if (factor == 0) {
            return Optional.empty();
        }
        Var squares = Slopes.squares(critic, Interpolation.between(real, fake, random));
        Var powers = squares.shift(Slopes.EPSILON)
                .log()
                .scale(values.number(POWER) / 2)
                .exp();
        return Optional.of(powers.mean().scale(factor));
    }
}
