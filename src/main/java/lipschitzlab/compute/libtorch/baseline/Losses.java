package lipschitzlab.compute.libtorch.baseline;

import lipschitzlab.compute.baseline.BaselineObjective;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What both networks minimise, of the critic's outputs {@code [batch, 1]}; in the scope at hand. */
final class Losses {
    private Losses() {}

    static Tensor ofCritic(BaselineObjective objective, Tensor onReal, Tensor onFake) {
        return switch (objective) {
            case HINGE -> hinge(onReal.neg()).add(hinge(onFake));
            case WASSERSTEIN -> onFake.mean().sub(onReal.mean());
            case NON_SATURATING -> softplus(onReal.neg()).add(softplus(onFake));
        };
    }

    static Tensor ofGenerator(BaselineObjective objective, Tensor onFake) {
        return objective == BaselineObjective.NON_SATURATING
                ? softplus(onFake.neg())
                : onFake.mean().neg();
    }

    /** E max(0, 1+x). */
    private static Tensor hinge(Tensor x) {
        return x.add(new Scalar(1.0)).relu().mean();
    }

    /** E ln(1+eˣ). */
    private static Tensor softplus(Tensor x) {
        return torch.softplus(x).mean();
    }
}
