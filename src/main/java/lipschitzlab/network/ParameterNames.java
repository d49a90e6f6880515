package lipschitzlab.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of parameters that other programs take: ASCII, by the layer's place. */
final class ParameterNames {
    private static final String GAMMA = "γ";

    private final Map<String, Parameter> byName = new LinkedHashMap<>();

    private ParameterNames() {}

    static Map<String, Parameter> of(Network network) {
        ParameterNames names = new ParameterNames();
        names.add("", network.layers());
        network.parameters().stream()
                .filter(parameter -> !names.byName.containsValue(parameter))
                .forEach(added -> names.byName.put(names.nameOfAdded(added), added));
        return names.byName;
    }

    private void add(String prefix, List<Layer> layers) {
        for (int place = 0; place < layers.size(); place++) {
            Layer layer = layers.get(place);
            String own = prefix + place + ".";
            if (layer instanceof ResidualBlock block) {
                add(own + "branch.", block.branch());
                add(own + "shortcut.", block.shortcut());
            } else {
                layer.parameters().forEach(parameter -> byName.put(own + part(layer, parameter), parameter));
            }
        }
    }

    private static String part(Layer layer, Parameter parameter) {
        if (layer instanceof ProjectionHead head && head.embedding().equals(parameter)) {
            return "embedding";
        }
        if (parameter.role() != Parameter.Role.NORMALIZATION) {
            return parameter.role() == Parameter.Role.WEIGHT ? "weight" : "bias";
        }
        // Of a normalization's parameters the last one is added, and the one before, if there is one, a factor.
        List<Parameter> own = layer.parameters();
        boolean last = own.get(own.size() - 1).equals(parameter);
        return last ? "bias" : "weight";
    }

    /** A constraint names what it adds after the weight that it belongs to. */
    private String nameOfAdded(Parameter added) {
        for (Map.Entry<String, Parameter> entry : byName.entrySet()) {
            String weight = entry.getValue().name();
            if (entry.getValue().role() == Parameter.Role.WEIGHT && added.name().startsWith(weight + " ")) {
                String suffix = added.name().substring(weight.length() + 1);
                return placeOf(entry.getKey()) + suffix.replace(GAMMA, "gamma").replace(' ', '_');
            }
        }
        throw new IllegalArgumentException("expected a parameter named after a layer's weight, found " + added.name());
    }

    /** What stands before the part: "3." of "3.weight"; an embedding's own name stays, since its layer has two weights. */
    private static String placeOf(String name) {
        return name.endsWith(".weight") ? name.substring(0, name.length() - "weight".length()) : name + "_";
    }
}
