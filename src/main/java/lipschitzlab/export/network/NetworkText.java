package lipschitzlab.export.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.AveragePool;
import lipschitzlab.network.ConditionalBatchNormalization;
import lipschitzlab.network.LabelConcatenation;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.ProjectionHead;
import lipschitzlab.network.ResidualBlock;
import lipschitzlab.network.SumPool;
import lipschitzlab.network.Upsample;
import lipschitzlab.training.LaneTraining;

/** Networks as maps, for YAML and JSON: their parameters in order, and their layers, which refer to parameters. */
public final class NetworkText {
    /** How a layer refers to a parameter: by its place or by a name. */
    private final Function<Parameter, ?> reference;

    private NetworkText(Function<Parameter, ?> reference) {
        this.reference = reference;
    }

    /** Critic and, if it has a network, generator of a lane; layers refer to parameters by their places. */
    public static Map<String, Object> of(LaneTraining lane) {
        Map<String, Object> networks = new LinkedHashMap<>();
        networks.put("critic", describe(lane.critic()));
        lane.generatorNetwork().ifPresent(generator -> networks.put("generator", describe(generator)));
        return networks;
    }

    private static Map<String, Object> describe(Network network) {
        List<Parameter> parameters = network.parameters();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("parameters", parameters.stream().map(NetworkText::parameter).toList());
        map.put("layers", layers(network, parameters::indexOf));
        return map;
    }

    /** A network's layers. */
    static List<Map<String, Object>> layers(Network network, Function<Parameter, ?> reference) {
        NetworkText text = new NetworkText(reference);
        return text.layers(network.layers());
    }

    private List<Map<String, Object>> layers(List<Layer> layers) {
        return layers.stream().map(this::layer).toList();
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", parameter.name());
        map.put("role", parameter.role().name().toLowerCase(Locale.ROOT));
        map.put("shape", sizes(parameter.shape()));
        return map;
    }

    private Map<String, Object> layer(Layer layer) {
        if (layer instanceof Layer.Dense dense) {
            return linear("dense", dense.weight(), dense.bias());
        }
        if (layer instanceof Layer.Convolution convolution) {
            return windowed(linear("convolution", convolution.weight(), convolution.bias()), convolution.geometry());
        }
        if (layer instanceof Layer.TransposedConvolution transposed) {
            return windowed(
                    linear("transposed convolution", transposed.weight(), transposed.bias()), transposed.geometry());
        }
        if (layer instanceof Layer.BatchNormalization batch) {
            return normalization("batch normalization", Optional.of(batch.gain()), batch.shift(), batch.epsilon());
        }
        if (layer instanceof Layer.LayerNormalization rows) {
            return normalization("layer normalization", rows.gain(), rows.shift(), rows.epsilon());
        }
        return ofClassesOrBlocks(layer);
    }

    private Map<String, Object> ofClassesOrBlocks(Layer layer) {
        if (layer instanceof ResidualBlock block) {
            Map<String, Object> map = kind("residual block");
            map.put("branch", layers(block.branch()));
            map.put("shortcut", layers(block.shortcut()));
            return map;
        }
        if (layer instanceof ConditionalBatchNormalization batch) {
            return normalization(
                    "conditional batch normalization", Optional.of(batch.gain()), batch.shift(), batch.epsilon());
        }
        if (layer instanceof ProjectionHead head) {
            Map<String, Object> map = linear("projection", head.weight(), head.bias());
            map.put("embedding", reference.apply(head.embedding()));
            return map;
        }
        if (layer instanceof LabelConcatenation labels) {
            Map<String, Object> map = kind("label concatenation");
            map.put("classes", labels.classes());
            return map;
        }
        return withoutParameters(layer);
    }

    private static Map<String, Object> withoutParameters(Layer layer) {
        if (layer instanceof Layer.LeakyRelu activation) {
            Map<String, Object> map = kind("leaky relu");
            map.put("slope", activation.slope());
            return map;
        }
        if (layer instanceof Layer.Reshape reshape) {
            Map<String, Object> map = kind("reshape");
            map.put("row", sizes(reshape.row()));
            return map;
        }
        if (layer instanceof Layer.Tanh) {
            return kind("tanh");
        }
        if (layer instanceof AveragePool) {
            return kind("average pooling");
        }
        if (layer instanceof Upsample) {
            return kind("nearest upsampling");
        }
        if (layer instanceof SumPool) {
            return kind("global sum pooling");
        }
        throw new IllegalArgumentException("expected a layer that a file can describe, found " + layer);
    }

    private static Map<String, Object> kind(String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", name);
        return map;
    }

    private Map<String, Object> linear(String name, Parameter weight, Parameter bias) {
        Map<String, Object> map = kind(name);
        map.put("weight", reference.apply(weight));
        map.put("bias", reference.apply(bias));
        return map;
    }

    private static Map<String, Object> windowed(Map<String, Object> map, ConvolutionGeometry geometry) {
        map.put("stride", geometry.stride());
        map.put("padding", geometry.padding());
        return map;
    }

    private Map<String, Object> normalization(String name, Optional<Parameter> gain, Parameter shift, double epsilon) {
        Map<String, Object> map = kind(name);
        gain.ifPresent(learned -> map.put("gain", reference.apply(learned)));
        map.put("shift", reference.apply(shift));
        map.put("epsilon", epsilon);
        return map;
    }

    static List<Integer> sizes(Shape shape) {
        return new ArrayList<>(IntStream.of(shape.sizes()).boxed().toList());
    }
}
