package lipschitzlab.constraint;

import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.SettingSource;

/**
 * Every layer uses W/σ(W), with σ from a {@link PowerIteration} (Miyato et al. 2018, equation 8 and algorithm 1). Its vectors
 * advance once per critic update and stand still for everything else.
 */
public final class SpectralNormalization implements Constraint {
    /** Power iterations per critic update. */
    public static final CountSetting POWER_ITERATIONS = new CountSetting(
            "powerIterations",
            "Power iterations",
            "",
            1,
            100,
            1,
            true,
            "Iterations per critic update that track each layer's largest singular value. The paper needs one.");

    private final SettingSource values;
    private final PowerIteration iteration;

    SpectralNormalization(Network critic, SettingSource values, RandomStream random) {
        this.values = values;
        this.iteration = new PowerIteration(critic, random);
    }

    @Override
    public void beforeCriticStep(Network critic) {
        iteration.advance(critic, values.get(POWER_ITERATIONS));
    }

    @Override
    public Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters) {
        return raw.multiplyScalar(iteration.norm(weight, raw).reciprocal());
    }

    @Override
    public Optional<SingularTriplet> leadingTriplet(Parameter weight) {
        return Optional.of(iteration.triplet(weight));
    }

    @Override
    public void close() {
        iteration.close();
    }
}
