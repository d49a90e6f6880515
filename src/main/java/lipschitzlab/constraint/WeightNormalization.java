package lipschitzlab.constraint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.SettingSource;

/**
 * Every layer uses g·v/‖v‖ for the weights v that lead to one of its outputs (Salimans and Kingma 2016, equation 2): a column
 * of a dense weight, {@code [in, out]}, or one output channel of a kernel, {@code [out, in, k, k]}. g starts at ‖v‖, so that
 * the layer starts as it would without. Without g, every output's weights are of norm 1 (Miyato et al. 2018, equation 25),
 * and the squares of a layer's singular values sum to its number of outputs (equation 27).
 */
final class WeightNormalization implements Constraint {
    private static final int KERNEL_RANK = 4;

    /** Under the root, whose derivative is infinite at 0. */
    private static final double EPSILON = 1e-12;

    /** By weight, in the order of the layers; empty without gain. */
    private final Map<Parameter, Parameter> gains = new LinkedHashMap<>();

    WeightNormalization(Network critic, SettingSource values) {
        if (Gain.learned(values)) {
            Engine engine = critic.engine();
            try (Scope temporaries = engine.openScope()) {
                critic.weights().forEach(weight -> gains.put(weight, gain(engine, weight)));
            }
        }
    }

    private static Parameter gain(Engine engine, Parameter weight) {
        Array norms = norms(Var.constant(engine, weight.value())).value();
        return new Parameter(weight.name() + " gain", Parameter.Role.NORMALIZATION, engine.keep(norms));
    }

    /** ‖v‖ for each output; {@code [out]}. */
    private static Var norms(Var raw) {
        Var squares = raw.square();
        Var sums = isKernel(raw) ? squares.rowSum() : squares.channelSum();
        return sums.addScalar(EPSILON).sqrt();
    }

    private static boolean isKernel(Var raw) {
        return raw.shape().rank() == KERNEL_RANK;
    }

    @Override
    public List<Parameter> parameters() {
        return List.copyOf(gains.values());
    }

    @Override
    public Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters) {
        Var inverse = norms(raw).reciprocal();
        Parameter gain = gains.get(weight);
        Var factors = gain == null ? inverse : parameters.apply(gain).multiply(inverse);
        return isKernel(raw) ? raw.multiply(factors.broadcastRows(raw.shape())) : raw.multiplyChannels(factors);
    }
}
