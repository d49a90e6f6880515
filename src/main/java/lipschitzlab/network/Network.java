package lipschitzlab.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lipschitzlab.compute.Engine;

/** Layers one after another, with their parameters on one engine. */
public final class Network implements AutoCloseable {
    private final Engine engine;
    private final List<Layer> layers;
    private final List<Parameter> parameters;
    private final Set<Parameter> idleBiases;

    Network(Engine engine, List<Layer> layers) {
        this(engine, layers, List.of());
    }

    private Network(Engine engine, List<Layer> layers, List<Parameter> added) {
        this.engine = engine;
        this.layers = List.copyOf(layers);
        this.parameters = Stream.concat(layers.stream().flatMap(layer -> layer.parameters().stream()), added.stream())
                .toList();
        this.idleBiases = Set.copyOf(Sequence.idleBiases(this.layers));
    }

    /**
     * This network with more layers, and with parameters that no layer of it has. It shares this one's parameters and takes
     * its place: whoever trains, clamps or frees parameters finds all of them there, and this one is not to be closed.
     *
     * @param following the layer to put behind one of this network's layers, if any
     * @param added parameters, such as a {@link Reparametrization}'s own, to list after the layers'
     */
    public Network extended(Function<Layer, Optional<Layer>> following, List<Parameter> added) {
        return new Network(engine, Sequence.extended(layers, following), added);
    }

    /** The engine that holds the parameters. */
    public Engine engine() {
        return engine;
    }

    /** The layers, in the order of the forward pass. */
    public List<Layer> layers() {
        return layers;
    }

    /** The layers without layers inside them, in their order; of a block, its branch before its shortcut. */
    public List<Layer> leaves() {
        return layers.stream().flatMap(Layer::leaves).toList();
    }

    /** The number of classes of which each sample has one, if the network reads them; otherwise 0. */
    public int classes() {
        return Sequence.classes(layers.stream());
    }

    /** What is known of the whole network's Lipschitz constant: of one for each class, if it reads classes. */
    public LipschitzConstant lipschitz() {
        return Sequence.lipschitz(layers);
    }

    /** All parameters, in the order of the layers. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * The parameters by readable names, in their order: {@code 2.weight} and {@code 2.bias} of the layer in place 2, counted from 0 as
     * PyTorch's {@code nn.Sequential} does, where a normalization's gain is its weight and its shift its bias; {@code 2.gamma}
     * or {@code 2.gain} of what a constraint adds for that layer.
     */
    public Map<String, Parameter> namedParameters() {
        return ParameterNames.of(this);
    }

    /** The matrices and kernels, in the order of the layers. */
    public List<Parameter> weights() {
        return parameters.stream()
                .filter(parameter -> parameter.role() == Parameter.Role.WEIGHT)
                .toList();
    }

    /** The weights of the last layer that has any; of a projection, the embedding too. */
    public List<Parameter> lastWeights() {
        List<List<Parameter>> byLayer = leaves().stream()
                .map(layer -> layer.parameters().stream()
                        .filter(parameter -> parameter.role() == Parameter.Role.WEIGHT)
                        .toList())
                .filter(weights -> !weights.isEmpty())
                .toList();
        return byLayer.get(byLayer.size() - 1);
    }

    /**
     * Biases that the layer behind subtracts again, such as those before a batch normalization: the output does not depend on
     * them.
     */
    Set<Parameter> idleBiases() {
        return idleBiases;
    }

    /**
     * The network as a function, its effective weights computed once and then the same for every pass.
     *
     * @param rule what each layer uses in place of its weight
     * @param trainable whether to differentiate with respect to the parameters
     */
    public BoundNetwork bind(Reparametrization rule, boolean trainable) {
        return new BoundNetwork(this, rule, trainable);
    }

    /** Frees the parameters. */
    @Override
    public void close() {
        parameters.forEach(parameter -> engine.free(parameter.value()));
    }
}
