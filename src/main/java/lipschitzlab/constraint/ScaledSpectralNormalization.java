package lipschitzlab.constraint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.setting.SettingSource;

/**
 * Every layer uses γ·W/σ(W), with one learned number γ for each layer (Miyato et al. 2018, equation 32). γ starts at σ(W), as
 * in the authors' published code, so that the layer starts as it would without. γ gives up the bound on the slope; the paper
 * adds gradient penalty to bound it again.
 */
final class ScaledSpectralNormalization implements Constraint {
    private final SpectralNormalization normalization;

    /** By weight, in the order of the layers. */
    private final Map<Parameter, Parameter> scales = new LinkedHashMap<>();

    ScaledSpectralNormalization(Network critic, SettingSource values, RandomStream random) {
        normalization = new SpectralNormalization(critic, values, random);
        Engine engine = critic.engine();
        try (Scope temporaries = engine.openScope()) {
            for (Parameter weight : critic.weights()) {
                double sigma =
                        normalization.leadingTriplet(weight).orElseThrow().sigma();
                scales.put(
                        weight,
                        new Parameter(
                                weight.name() + " γ",
                                Parameter.Role.NORMALIZATION,
                                engine.keep(engine.full(Shape.of(1), sigma))));
            }
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.copyOf(scales.values());
    }

    @Override
    public void beforeCriticStep(Network critic) {
        normalization.beforeCriticStep(critic);
    }

    @Override
    public void beforeGeneratorStep(Network critic) {
        normalization.beforeGeneratorStep(critic);
    }

    @Override
    public Var effectiveWeight(Parameter weight, Var raw, Function<Parameter, Var> parameters) {
        return normalization.normalized(weight, raw).multiplyScalar(parameters.apply(scales.get(weight)));
    }

    @Override
    public Optional<SingularTriplet> leadingTriplet(Parameter weight) {
        return normalization.leadingTriplet(weight);
    }

    @Override
    public Map<String, Array> kept(Parameter weight) {
        return normalization.kept(weight);
    }

    @Override
    public void close() {
        normalization.close();
    }
}
