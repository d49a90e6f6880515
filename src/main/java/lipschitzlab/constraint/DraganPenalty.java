package lipschitzlab.constraint;

import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;
import lipschitzlab.constraint.SlopePenalty.Cost;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/**
 * DRAGAN: λ·E(‖∇D(x̂)‖₂ − 1)² around the data only (Kodali et al. 2017, algorithm 1). x̂ is as in the authors' published code:
 * drawn uniformly between a real sample x and x + ½·std(x)·U, with std over all numbers of the batch and U of x's shape from
 * U[0, 1). (The paper's text has Gaussian noise in its place.)
 */
final class DraganPenalty {
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

    private DraganPenalty() {}

    /** The penalty with these values, which are read at each update. */
    static Constraint with(SettingSource values) {
        return new SlopePenalty(() -> values.get(LAMBDA), DraganPenalty::aroundData, Cost.TWO_SIDED);
    }

    private static Var aroundData(Var real, Var fake, RandomStream random) {
        return Interpolation.between(perturbed(real.detach(), random), real, random);
    }

    /** x + ½·std(x)·U, of x's shape. */
    static Var perturbed(Var real, RandomStream random) {
        Engine engine = real.engine();
        Var noise = Var.constant(engine, engine.of(random.uniforms(real.shape().length(), 0, 1), real.shape()));
        Var centred = real.reshape(Shape.of(real.shape().length(), 1)).addChannels(real.mean(-1));
        Var reach = centred.square().mean(REACH * REACH).sqrt();
        return real.add(noise.multiplyScalar(reach));
    }
}
