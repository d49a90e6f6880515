package lipschitzlab.constraint;

import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/**
 * WGAN-LP: λ·E max(0, ‖∇D(x̂)‖₂ − 1)², with x̂ drawn as for gradient penalty (Petzka, Fischer and Lukovnicov 2018, their
 * one-sided penalty). A slope below 1 costs nothing, as a Lipschitz constraint has it.
 */
final class LipschitzPenalty implements Constraint {
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

    private final Values values;

    LipschitzPenalty(Values values) {
        this.values = values;
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        double lambda = values.number(LAMBDA);
        if (lambda == 0) {
            return Optional.empty();
        }
        Var norm = Slopes.norms(critic, Interpolation.between(real, fake, random));
        return Optional.of(norm.shift(-1).relu().square().mean().scale(lambda));
    }
}
