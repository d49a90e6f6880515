package lipschitzlab.network;

import java.util.List;
import lipschitzlab.compute.Engine;

/** Layers one after another, with their parameters on one engine. */
public final class Network implements AutoCloseable {
    private final Engine engine;
    private final List<Layer> layers;
    private final List<Parameter> parameters;

    Network(Engine engine, List<Layer> layers) {
        this.engine = engine;
        this.layers = List.copyOf(layers);
        this.parameters =
                layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /** The engine that holds the parameters. */
    public Engine engine() {
        return engine;
    }

    /** The layers, in the order of the forward pass. */
    public List<Layer> layers() {
        return layers;
    }

    /** All parameters, in the order of the layers. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The matrices and kernels, in the order of the layers. */
    public List<Parameter> weights() {
        return parameters.stream()
                .filter(parameter -> parameter.role() == Parameter.Role.WEIGHT)
                .toList();
    }

    /**
     * The network as a function, its effective weights computed once and then the same for every pass.
     *
     * @param rule what each layer uses in place of its weight
     * @param trainable whether to differentiate with respect to the parameters
     */
    public BoundNetwork bind(WeightRule rule, boolean trainable) {
        return new BoundNetwork(this, rule, trainable);
    }

    /** Frees the parameters. */
    @Override
    public void close() {
        parameters.forEach(parameter -> engine.free(parameter.value()));
    }
}
