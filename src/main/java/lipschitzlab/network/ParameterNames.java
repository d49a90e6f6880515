package lipschitzlab.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of parameters that other programs take: ASCII, by the layer's place. */
final class ParameterNames {
    private static final String GAMMA = "γ";

    private ParameterNames() {}

    static Map<String, Parameter> of(Network network) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        List<Layer> layers = network.layers();
        for (int place = 0; place < layers.size(); place++) {
            for (Parameter parameter : layers.get(place).parameters()) {
                byName.put(place + "." + part(layers.get(place), parameter), parameter);
            }
        }
        network.parameters().stream()
                .filter(parameter -> !byName.containsValue(parameter))
                .forEach(added -> byName.put(nameOfAdded(layers, added), added));
        return byName;
    }

    private static String part(Layer layer, Parameter parameter) {
        if (parameter.role() == Parameter.Role.WEIGHT) {
            return "weight";
        }
        // Of a normalization's parameters the last one is added, and the one before, if there is one, a factor.
        List<Parameter> own = layer.parameters();
        boolean last = own.get(own.size() - 1).equals(parameter);
        return last ? "bias" : "weight";
    }

    /** A constraint names what it adds after the weight that it belongs to. */
    private static String nameOfAdded(List<Layer> layers, Parameter added) {
        for (int place = 0; place < layers.size(); place++) {
            String weight = layers.get(place)
                    .parameter(Parameter.Role.WEIGHT)
                    .map(Parameter::name)
                    .orElse("");
            if (!weight.isEmpty() && added.name().startsWith(weight + " ")) {
                String suffix = added.name().substring(weight.length() + 1);
                return place + "." + suffix.replace(GAMMA, "gamma").replace(' ', '_');
            }
        }
        throw new IllegalArgumentException("expected a parameter named after a layer's weight, found " + added.name());
    }
}
