package lipschitzlab.export.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.constraint.Constraint;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.ResidualBlock;

/**
 * The arrays of a network by the names and in the shapes that they have in PyTorch, where its layers stand in an
 * {@code nn.Sequential} in their order: {@code 0.weight} is {@code [out, in]} of a dense layer, a kernel is as it is here. The
 * weights are those that the layers use. Where a constraint makes them of others, these are {@code 0.weight_orig}.
 */
final class SequentialArrays {
    private static final String RAW = "_orig";
    private static final String EMBEDDING = "embedding";
    private static final String USED = "what the layer uses of weight_orig under the constraint";

    private final Engine engine;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * An array.
     *
     * @param meaning in words; empty where the name says it
     */
    record Entry(String name, int[] shape, float[] numbers, String meaning) {}

    private SequentialArrays(Engine engine) {
        this.engine = engine;
    }

    /** A generator's: its weights are used as they are stored. */
    static List<Entry> of(BoundNetwork generator) {
        SequentialArrays arrays = new SequentialArrays(generator.network().engine());
        arrays.add(generator, Optional.empty());
        return arrays.entries;
    }

    /** A critic's. */
    static List<Entry> of(BoundNetwork critic, Constraint constraint) {
        SequentialArrays arrays = new SequentialArrays(critic.network().engine());
        arrays.add(critic, Optional.of(constraint));
        return arrays.entries;
    }

    private void add(BoundNetwork bound, Optional<Constraint> constraint) {
        Network network = bound.network();
        Map<Parameter, Var> stored = stored(bound);
        network.namedParameters().forEach((name, parameter) -> {
            if (parameter.role() == Parameter.Role.WEIGHT) {
                addWeight(name, parameter, bound.effective(parameter), stored.get(parameter));
                constraint.ifPresent(keeper -> addVectors(name, parameter, keeper));
            } else {
                add(name, sizes(parameter.shape()), numbers(parameter), "");
            }
        });
        addMissingGains("", network.layers());
    }

    private static Map<Parameter, Var> stored(BoundNetwork bound) {
        Map<Parameter, Var> stored = new LinkedHashMap<>();
        List<Parameter> parameters = bound.network().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            stored.put(parameters.get(i), bound.variables().get(i));
        }
        return stored;
    }

    private void addWeight(String name, Parameter weight, Var used, Var stored) {
        boolean same = used == stored;
        addWeight(name, weight.shape(), engine.read(used.value()), same ? "" : USED);
        if (!same) {
            addWeight(name + RAW, weight.shape(), numbers(weight), "what is trained");
        }
    }

    private void addWeight(String name, Shape shape, float[] numbers, String meaning) {
        if (turned(name, shape)) {
            int[] turned = {shape.size(1), shape.size(0)};
            add(name, turned, transposed(numbers, shape.size(0), shape.size(1)), meaning);
        } else {
            add(name, sizes(shape), numbers, meaning);
        }
    }

    /** PyTorch has a dense weight the other way round, but not an embedding, {@code [classes, features]}. */
    private static boolean turned(String name, Shape shape) {
        return shape.rank() == 2 && !name.contains(EMBEDDING);
    }

    /** A dense weight is turned, and u, of its rows, with it. */
    private void addVectors(String name, Parameter weight, Constraint constraint) {
        boolean dense = turned(name, weight.shape());
        constraint.kept(weight).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(vector -> {
                    boolean left = vector.getKey().equals("u") != dense;
                    float[] numbers = engine.read(vector.getValue());
                    add(
                            name + (left ? "_u" : "_v"),
                            new int[] {numbers.length},
                            numbers,
                            (left ? "left" : "right")
                                    + " singular vector of weight_orig as a matrix, by power iteration");
                });
    }

    /** PyTorch's normalization has a gain; where the layer here has none, it is 1. */
    private void addMissingGains(String prefix, List<Layer> layers) {
        for (int place = 0; place < layers.size(); place++) {
            if (layers.get(place) instanceof ResidualBlock block) {
                addMissingGains(prefix + place + ".branch.", block.branch());
            }
            if (layers.get(place) instanceof Layer.LayerNormalization layer
                    && layer.gain().isEmpty()) {
                int channels = layer.shift().shape().length();
                float[] ones = new float[channels];
                Arrays.fill(ones, 1);
                add(prefix + place + ".weight", new int[] {channels}, ones, "this layer has no gain: 1");
            }
        }
    }

    private void add(String name, int[] shape, float[] numbers, String meaning) {
        entries.add(new Entry(name, shape, numbers, meaning));
    }

    private float[] numbers(Parameter parameter) {
        return engine.read(parameter.value());
    }

    private static int[] sizes(Shape shape) {
        return shape.sizes().clone();
    }

    private static float[] transposed(float[] matrix, int rows, int columns) {
        float[] transposed = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
        return transposed;
    }
}
