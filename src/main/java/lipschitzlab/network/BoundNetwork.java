package lipschitzlab.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.autodiff.Var;

/** A network whose parameters are fixed for one computation; lives as long as the scope in which it was bound. */
public final class BoundNetwork {
    private final Network network;
    private final Map<Parameter, Var> raw = new HashMap<>();
    private final Map<Parameter, Var> effective = new HashMap<>();

    BoundNetwork(Network network, Reparametrization rule, boolean trainable) {
        this.network = network;
        for (Parameter parameter : network.parameters()) {
            Var value = trainable
                    ? Var.variable(network.engine(), parameter.value())
                    : Var.constant(network.engine(), parameter.value());
            raw.put(parameter, value);
        }
        for (Parameter parameter : network.parameters()) {
            Var value = raw.get(parameter);
            boolean ruled = parameter.role() == Parameter.Role.WEIGHT;
            effective.put(parameter, ruled ? rule.effectiveWeight(parameter, value, this::raw) : value);
        }
        // Constants, so that their gradient is 0 and not rounding, along which an optimizer takes full steps.
        network.idleBiases().forEach(bias -> effective.put(bias, raw.get(bias).detach()));
    }

    private Var raw(Parameter parameter) {
        Var value = raw.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(
                    "expected a parameter that the network was extended with, found " + parameter.name());
        }
        return value;
    }

    /**
     * The network's output.
     *
     * @param x {@code [batch, …]}
     */
    public Var apply(Var x) {
        List<Var> outputs = outputs(x);
        return outputs.get(outputs.size() - 1);
    }

    /**
     * What each layer hands on, in the order of the layers; the last is the network's output.
     *
     * @param x {@code [batch, …]}
     */
    public List<Var> outputs(Var x) {
        List<Var> outputs = new ArrayList<>();
        Var output = x;
        for (Layer layer : network.layers()) {
            output = layer.apply(output, effective::get);
            outputs.add(output);
        }
        return outputs;
    }

    /** The parameters as variables, in the network's order: what training differentiates with respect to. */
    public List<Var> variables() {
        return network.parameters().stream().map(raw::get).toList();
    }

    /** What the layer really uses of this parameter. */
    public Var effective(Parameter parameter) {
        return effective.get(parameter);
    }

    /** The network. */
    public Network network() {
        return network;
    }
}
