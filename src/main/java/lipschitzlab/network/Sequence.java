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

    /**
     * Biases that a normalization further on subtracts again: the output does not depend on them. On the way there they must stay one
     * number for each channel, as they do through a shortcut of 1×1 convolutions and upsampling.
     */
    static Set<Parameter> idleBiases(List<Layer> layers) {
        Set<Parameter> idle = new HashSet<>();
        addIdleBiases(layers, List.of(), idle);
        return idle;
    }

    /** @param behind the layers that read what these hand on */
    private static void addIdleBiases(List<Layer> layers, List<Layer> behind, Set<Parameter> idle) {
        for (int i = 0; i < layers.size(); i++) {
            List<Layer> rest = joined(layers.subList(i + 1, layers.size()), behind);
            if (layers.get(i) instanceof ResidualBlock block) {
                addIdleBiases(block.branch(), rest, idle);
                addIdleBiases(block.shortcut(), rest, idle);
            } else {
                layers.get(i)
                        .parameter(Parameter.Role.BIAS)
                        .filter(bias -> cancel(rest, bias))
                        .ifPresent(idle::add);
            }
        }
    }

    /** Whether layers subtract again what a bias adds to each channel of what they read. */
    private static boolean cancel(List<Layer> layers, Parameter bias) {
        if (layers.isEmpty()) {
            return false;
        }
        Layer first = layers.get(0);
        List<Layer> rest = layers.subList(1, layers.size());
        if (first instanceof ResidualBlock block) {
            return cancel(block.branch(), bias) && cancel(joined(block.shortcut(), rest), bias);
        }
        boolean passes = first instanceof Upsample
                || first instanceof AveragePool
                || (first instanceof Layer.Convolution convolution
                        && convolution.geometry().kernel() == 1);
        return first.cancels(bias) || (passes && cancel(rest, bias));
    }

    private static List<Layer> joined(List<Layer> layers, List<Layer> behind) {
        return Stream.concat(layers.stream(), behind.stream()).toList();
    }
}
