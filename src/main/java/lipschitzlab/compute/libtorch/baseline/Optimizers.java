package lipschitzlab.compute.libtorch.baseline;

import lipschitzlab.compute.baseline.BaselineOptimizer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.RMSprop;
import org.bytedeco.pytorch.RMSpropOptions;
import org.bytedeco.pytorch.TensorVector;

/** LibTorch's own optimizers, which keep 1e-8 from dividing by 0 unless told otherwise. */
final class Optimizers {
    private static final double DEFAULT_BETA_1 = 0.9;

    private Optimizers() {}

    static Optimizer of(BaselineOptimizer kind, TensorVector parameters, double rate) {
        return kind instanceof BaselineOptimizer.Adam adam
                ? new Adam(parameters, options(adam, rate))
                : new RMSprop(parameters, options((BaselineOptimizer.RmsProp) kind, rate));
    }

    /** The betas are a {@code std::tuple}, whose order in memory is the compiler's choice: the default β₁ tells it. */
    private static AdamOptions options(BaselineOptimizer.Adam adam, double rate) {
        AdamOptions options = new AdamOptions(rate);
        DoublePointer betas = options.betas();
        int first = betas.get(0) == DEFAULT_BETA_1 ? 0 : 1;
        betas.put(first, adam.beta1());
        betas.put(1 - first, adam.beta2());
        return options;
    }

    private static RMSpropOptions options(BaselineOptimizer.RmsProp rmsProp, double rate) {
        RMSpropOptions options = new RMSpropOptions(rate);
        options.alpha().put(rmsProp.decay());
        return options;
    }
}
