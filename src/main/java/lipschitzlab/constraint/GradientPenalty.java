package lipschitzlab.constraint;

import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/**
 * λ·E(‖∇D(x̂)‖₂ − 1)², with x̂ drawn uniformly between a real and a fake sample (Gulrajani et al. 2017, equation 3 and
 * algorithm 1).
 */
final class GradientPenalty implements Constraint {
    /** The penalty's weight λ. */
    static final NumberSetting LAMBDA = NumberSetting.between(
            "lambda",
            "Penalty weight",
            "λ",
            0,
            1e6,
            10,
            true,
            "How hard the critic's slope is pulled to 1 between real and fake samples. 10 holds it near 1; 0.1 lets it settle"
                    + " near 3 and learns faster on toys.");

    private final Values values;

    GradientPenalty(Values values) {
        this.values = values;
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        double lambda = values.number(LAMBDA);
        if (lambda == 0) {
            return Optional.empty();
        }
        Var norm = Slopes.norms(critic, Interpolation.between(real, fake, random));
        return Optional.of(norm.shift(-1).square().mean().scale(lambda));
    }
}
