package lipschitzlab.constraint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.SettingSource;

/**
 * Every layer uses W/σ(W), with σ from a {@link PowerIteration} (Miyato et al. 2018, equation 8 and algorithm 1), and the last
 * one K times that, so that the product of the layers' norms is K. Its vectors advance in training only: see
 * {@link IterationTiming}.
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

    /** The product of the layers' norms that the critic is held to. */
    public static final NumberSetting BOUND = NumberSetting.positive(
            "bound",
            "Lipschitz bound",
            "K",
            1e6,
            1,
            true,
            "The last layer's normalized weight is multiplied by this, so that the layers' norms multiply to it. The paper has 1."
                    + " With 1, on data that lie close together, scores stay within hinge's margin.");

    private final SettingSource values;
    private final PowerIteration iteration;
    private final List<Parameter> last;

    SpectralNormalization(Network critic, SettingSource values, RandomStream random) {
        this.values = values;
        this.iteration = new PowerIteration(critic, random);
        this.last = critic.lastWeights();
    }

    @Override
    public void beforeCriticStep(Network critic) {
        iteration.advance(
                critic,
                values.get(POWER_ITERATIONS)
                        * values.get(IterationTiming.SETTING).perCriticUpdate());
    }

    @Override
    public void beforeGeneratorStep(Network critic) {
        iteration.advance(
                critic,
                values.get(POWER_ITERATIONS)
                        * values.get(IterationTiming.SETTING).perGeneratorUpdate());
    }

    @Override
    public Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters) {
        Var normalized = normalized(weight, raw);
        double bound = values.get(BOUND);
        return bound != 1 && last.contains(weight) ? normalized.scale(bound) : normalized;
    }

    /** W/σ(W). */
    Var normalized(Parameter weight, Var raw) {
        return raw.divideScalar(iteration.norm(weight, raw));
    }

    @Override
    public Optional<SingularTriplet> leadingTriplet(Parameter weight) {
        return Optional.of(iteration.triplet(weight));
    }

    @Override
    public Map<String, Array> kept(Parameter weight) {
        return iteration.vectors(weight);
    }

    @Override
    public void close() {
        iteration.close();
    }
}
