package lipschitzlab.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lipschitzlab.autodiff.Var;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.ResidualBlock;

/** What the layers of a network read in one pass, and so what comes of each layer with a weight. */
final class ReadActivations {
    private final Map<Layer, Var> read = new HashMap<>();

    /** Remembers what a layer reads. */
    void add(Layer layer, Var input) {
        if (hasWeight(layer)) {
            read.put(layer, input);
        }
    }

    private static boolean hasWeight(Layer layer) {
        return layer.parameter(Parameter.Role.WEIGHT).isPresent();
    }

    /**
     * For each of the network's weights, in their order, what the next layer with a weight reads, or behind the last the output.
     * Behind the shortcut of a block that is what the branch's last layer leads to.
     */
    List<Var> behindEach(Network network, Var output) {
        List<Layer> main = network.layers().stream()
                .flatMap(ReadActivations::mainWay)
                .filter(ReadActivations::hasWeight)
                .toList();
        Map<Parameter, Var> behind = new HashMap<>();
        for (int i = 0; i < main.size(); i++) {
            Var next = i + 1 < main.size() ? read.get(main.get(i + 1)) : output;
            weights(main.get(i)).forEach(weight -> behind.put(weight, next));
        }
        for (Layer layer : network.layers()) {
            if (layer instanceof ResidualBlock block) {
                Var next = behind.get(lastWeight(block.branch()));
                block.shortcut().stream().flatMap(ReadActivations::weights).forEach(weight -> behind.put(weight, next));
            }
        }
        return new ArrayList<>(network.weights().stream().map(behind::get).toList());
    }

    private static Stream<Layer> mainWay(Layer layer) {
        return layer instanceof ResidualBlock block ? block.branch().stream() : Stream.of(layer);
    }

    private static Stream<Parameter> weights(Layer layer) {
        return layer.parameters().stream().filter(parameter -> parameter.role() == Parameter.Role.WEIGHT);
    }

    private static Parameter lastWeight(List<Layer> layers) {
        List<Parameter> all = layers.stream().flatMap(ReadActivations::weights).toList();
        return all.get(all.size() - 1);
    }
}
