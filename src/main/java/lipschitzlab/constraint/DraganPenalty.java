package lipschitzlab.constraint;

import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/**
 * DRAGAN: λ·E(‖∇D(x̂)‖₂ − 1)² around the data only (Kodali et al. 2017, algorithm 1). x̂ is as in the authors' published code:
 * drawn uniformly between a real sample x and x + ½·std(x)·U, with std over all numbers of the batch and U of x's shape from
 * U[0, 1). (The paper's text has Gaussian noise in its place.)
 */
final class DraganPenalty implements Constraint {
    /** The penalty's weight λ. */
    static final NumberSetting LAMBDA = NumberSetting.between(
            "lambda",
            "Penalty weight",
            "λ",
            0,
            1e6,
            10,
            true,
            "How hard the critic's slope is pulled to 1 near real samples. Elsewhere nothing is asked of it.");

    private static final double REACH = 0.5;

    private final Values values;

    DraganPenalty(Values values) {
        this.values = values;
    }

    @Override
    public Optional<Var> penalty(BoundNetwork critic, Var real, Var fake, RandomStream random) {
        double lambda = values.number(LAMBDA);
        if (lambda == 0) {
            return Optional.empty();
        }
        Var near = Interpolation.between(perturbed(real.detach(), random), real, random);
        Var norm = Slopes.norms(critic, near);
        return Optional.of(norm.shift(-1).square().mean().scale(lambda));
    }

    /** x + ½·std(x)·U, of x's shape. */
    static Var perturbed(Var real, RandomStream random) {
        Engine engine = real.engine();
        Var noise = Var.constant(engine, engine.of(random.uniforms(real.shape().length(), 0, 1), real.shape()));
        Var centred = real.subtract(real.mean().fill(real.shape()));
        Var deviation = centred.square().mean().sqrt();
        return real.add(noise.scaleBy(deviation).scale(REACH));
    }
}
