package lipschitzlab.constraint;

import java.util.List;
import java.util.Optional;
import lipschitzlab.autodiff.Gradients;
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

    /** Under the root, whose derivative is infinite at 0. */
    private static final double EPSILON = 1e-12;

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
        Var between = Interpolation.between(real, fake, random);
        Var output = critic.apply(between);
        Var slope = Gradients.of(output.sum(), List.of(between), true).get(0);
        Var norm = slope.square().rowSum().shift(EPSILON).sqrt();
        return Optional.of(norm.shift(-1).square().mean().scale(lambda));
    }
}
