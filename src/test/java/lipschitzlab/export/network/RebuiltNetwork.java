package lipschitzlab.export.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.file.SafetensorsFile;
import lipschitzlab.network.HandMadeNetworks;
import lipschitzlab.network.Layer;
import lipschitzlab.network.Network;
import lipschitzlab.network.Parameter;
import lipschitzlab.network.Reparametrization;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A network made of what {@link NetworkFiles} wrote and of nothing else, on any engine. */
final class RebuiltNetwork {
    /** Rows in one pass, so that arrays stay small; of a network with batch normalization all rows make one batch. */
    private final Engine engine;

    private final SafetensorsFile arrays;
    private final List<Layer> layers = new ArrayList<>();
    private Shape row;

    private RebuiltNetwork(Engine engine, SafetensorsFile arrays, Shape input) {
        this.engine = engine;
        this.arrays = arrays;
        this.row = input;
    }

    /** JSON is YAML. */
    static Map<?, ?> architecture(Path folder) {
        try {
            String text = Files.readString(folder.resolve("architecture.json"));
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Shape input(Path folder, String name) {
        Map<?, ?> described = (Map<?, ?>) architecture(folder).get(name);
        return shape((List<?>) described.get("input"));
    }

    /** The output for these rows, all of them in one batch. */
    static float[] output(Engine engine, Path folder, String name, float[] rows) {
        Map<?, ?> described = (Map<?, ?>) architecture(folder).get(name);
        Shape input = input(folder, name);
        try (SafetensorsFile arrays = SafetensorsFile.open(folder.resolve(name + ".safetensors"), "a network")) {
            RebuiltNetwork rebuilt = new RebuiltNetwork(engine, arrays, input);
            ((List<?>) described.get("layers")).forEach(layer -> rebuilt.add((Map<?, ?>) layer));
            Network network = HandMadeNetworks.of(engine, rebuilt.layers.toArray(Layer[]::new));
            try (Scope temporaries = engine.openScope()) {
                Var x = Var.constant(engine, engine.of(rows, input.batchOf(rows.length / input.length())));
                Var y = network.bind(Reparametrization.unchanged(), false).apply(x);
                return engine.read(y.value());
            } finally {
                network.close();
            }
        }
    }

    private void add(Map<?, ?> layer) {
        switch ((String) layer.get("kind")) {
            case "dense" -> {
                Parameter weight = turned((String) layer.get("weight"));
                layers.add(new Layer.Dense(weight, parameter(layer, "bias", Parameter.Role.BIAS)));
                row = Shape.of(weight.shape().size(1));
            }
            case "convolution" -> {
                ConvolutionGeometry geometry = convolution(layer);
                layers.add(new Layer.Convolution(
                        geometry,
                        parameter(layer, "weight", Parameter.Role.WEIGHT),
                        parameter(layer, "bias", Parameter.Role.BIAS)));
                row = Shape.of(geometry.outputChannels(), geometry.outputHeight(), geometry.outputWidth());
            }
            case "transposed convolution" -> {
                ConvolutionGeometry geometry = transposedConvolution(layer);
                layers.add(new Layer.TransposedConvolution(
                        geometry,
                        parameter(layer, "weight", Parameter.Role.WEIGHT),
                        parameter(layer, "bias", Parameter.Role.BIAS)));
                row = Shape.of(geometry.inputChannels(), geometry.inputHeight(), geometry.inputWidth());
            }
            case "batch normalization" ->
                layers.add(new Layer.BatchNormalization(
                        parameter(layer, "gain", Parameter.Role.NORMALIZATION),
                        parameter(layer, "shift", Parameter.Role.NORMALIZATION)));
            case "layer normalization" ->
                layers.add(new Layer.LayerNormalization(
                        // Of a layer without a gain the file has ones.
                        Optional.of(parameter(layers.size() + ".weight", Parameter.Role.NORMALIZATION)),
                        parameter(layer, "shift", Parameter.Role.NORMALIZATION)));
            case "leaky relu" -> layers.add(new Layer.LeakyRelu(((Number) layer.get("slope")).doubleValue()));
            case "tanh" -> layers.add(new Layer.Tanh());
            case "reshape" -> {
                row = shape((List<?>) layer.get("row"));
                layers.add(new Layer.Reshape(row));
            }
            default -> throw new IllegalArgumentException("no such layer: " + layer);
        }
    }

    private ConvolutionGeometry convolution(Map<?, ?> layer) {
        int[] kernel = arrays.shape((String) layer.get("weight"));
        return new ConvolutionGeometry(
                kernel[1],
                row.size(1),
                row.size(2),
                kernel[0],
                kernel[2],
                number(layer, "stride"),
                number(layer, "padding"));
    }

    /** The geometry is that of the convolution whose adjoint this is: its input is the output here. */
    private ConvolutionGeometry transposedConvolution(Map<?, ?> layer) {
        int[] kernel = arrays.shape((String) layer.get("weight"));
        int stride = number(layer, "stride");
        int padding = number(layer, "padding");
        int height = (row.size(1) - 1) * stride - 2 * padding + kernel[2];
        int width = (row.size(2) - 1) * stride - 2 * padding + kernel[3];
        return new ConvolutionGeometry(kernel[1], height, width, kernel[0], kernel[2], stride, padding);
    }

    private Parameter turned(String name) {
        int[] shape = arrays.shape(name);
        float[] from = arrays.floats(name);
        float[] numbers = new float[from.length];
        for (int out = 0; out < shape[0]; out++) {
            for (int in = 0; in < shape[1]; in++) {
                numbers[in * shape[0] + out] = from[out * shape[1] + in];
            }
        }
        return new Parameter(
                name, Parameter.Role.WEIGHT, engine.keep(engine.of(numbers, Shape.of(shape[1], shape[0]))));
    }

    private Parameter parameter(Map<?, ?> layer, String key, Parameter.Role role) {
        return parameter((String) layer.get(key), role);
    }

    private Parameter parameter(String name, Parameter.Role role) {
        return new Parameter(name, role, engine.keep(engine.of(arrays.floats(name), Shape.of(arrays.shape(name)))));
    }

    private static int number(Map<?, ?> layer, String key) {
        return ((Number) layer.get(key)).intValue();
    }

    private static Shape shape(List<?> sizes) {
        return Shape.of(
                sizes.stream().mapToInt(size -> ((Number) size).intValue()).toArray());
    }
}
