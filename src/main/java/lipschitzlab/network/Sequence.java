package lipschitzlab.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lipschitzlab.autodiff.Var;

/** Layers one after another: those of a network, or of one way through a block. */
final class Sequence {
    private Sequence() {}

    static Var apply(List<Layer> layers, Var x, Binding bound) {
        Var output = x;
        for (Layer layer : layers) {
            output = apply(layer, output, bound);
        }
        return output;
    }

    static Var apply(Layer layer, Var x, Binding bound) {
        if (!(layer instanceof ResidualBlock)) {
            bound.reads(layer, x);
        }
        return layer.apply(x, bound);
    }

    static List<Layer> extended(List<Layer> layers, Function<Layer, Optional<Layer>> following) {
        return layers.stream()
                .flatMap(layer -> Stream.concat(Stream.of(layer.extended(following)), following.apply(layer).stream()))
                .toList();
    }

    static LipschitzConstant lipschitz(List<Layer> layers) {
        return new LipschitzConstant.Product(
                layers.stream().map(Layer::lipschitz).toList());
    }

    static int classes(Stream<Layer> layers) {
        return layers.mapToInt(Layer::classes).max().orElse(0);
    }

    /** Biases that the layer right behind subtracts again. */
    static Set<Parameter> idleBiases(List<Layer> layers) {
        Set<Parameter> idle = new HashSet<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof ResidualBlock block) {
                idle.addAll(idleBiases(block.branch()));
                idle.addAll(idleBiases(block.shortcut()));
            } else if (i + 1 < layers.size()) {
                layers.get(i)
                        .parameter(Parameter.Role.BIAS)
                        .filter(layers.get(i + 1)::cancels)
                        .ifPresent(idle::add);
            }
        }
        return idle;
    }
}
