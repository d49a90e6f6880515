package lipschitzlab.constraint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.ResidualBlock;
import lipschitzlab.setting.SettingSource;

/**
 * Layer normalization behind every linear layer of the critic but its last and those of shortcuts (Ba, Kiros and Hinton 2016, equation 3; in critics
 * Gulrajani et al. 2017, section 4). It fixes the scale of what passes, not the critic's slope: there is no Lipschitz bound,
 * since it magnifies without limit where a layer's outputs are nearly equal.
 */
final class LayerNormalization implements Constraint {
    private final Map<Layer, Layer> normalizations = new HashMap<>();

    LayerNormalization(Network critic, SettingSource values) {
        boolean gain = Gain.learned(values);
        List<Layer> linear = critic.layers().stream()
                .flatMap(LayerNormalization::mainWay)
                .filter(layer -> layer.parameter(Parameter.Role.WEIGHT).isPresent())
                .toList();
        linear.subList(0, linear.size() - 1)
                .forEach(layer -> normalizations.put(layer, normalization(critic.engine(), layer, gain)));
    }

    /** A block's shortcut stays as it is. */
    private static Stream<Layer> mainWay(Layer layer) {
        return layer instanceof ResidualBlock block ? block.branch().stream() : Stream.of(layer);
    }

    private static Layer normalization(Engine engine, Layer linear, boolean gain) {
        String name = linear.parameter(Parameter.Role.WEIGHT).orElseThrow().name() + " layer norm ";
        Shape channels = linear.parameter(Parameter.Role.BIAS).orElseThrow().shape();
        Parameter shift = parameter(engine, name + "shift", channels, 0);
        return new Layer.LayerNormalization(
                gain ? Optional.of(parameter(engine, name + "gain", channels, 1)) : Optional.empty(), shift);
    }

    private static Parameter parameter(Engine engine, String name, Shape shape, double value) {
        return new Parameter(name, Parameter.Role.NORMALIZATION, engine.keep(engine.full(shape, value)));
    }

    @Override
    public Optional<Layer> following(Layer layer) {
        return Optional.ofNullable(normalizations.get(layer));
    }
}
