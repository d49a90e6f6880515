package lipschitzlab.network;

import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Makes the layers of one network, one after another. Biases are 0 at first; each weight's numbers come from a stream of its own,
 * so that equal shapes start equal in every lane.
 */
final class LayerFactory {
    private final Engine engine;
    private final long seed;
    private final RandomPurpose purpose;
    private int linear;

    LayerFactory(Engine engine, long seed, RandomPurpose purpose) {
        this.engine = engine;
        this.seed = seed;
        this.purpose = purpose;
    }

    Engine engine() {
        return engine;
    }

    Layer dense(int inputs, int outputs, Initial initial) {
        Parameter weight = weight("dense", Shape.of(inputs, outputs), initial.bound(inputs, outputs));
        return new Layer.Dense(weight, constant("dense bias", Parameter.Role.BIAS, Shape.of(outputs), 0));
    }

    Layer convolution(ConvolutionGeometry geometry, Initial initial) {
        int window = geometry.kernel() * geometry.kernel();
        double bound = initial.bound(geometry.inputChannels() * window, geometry.outputChannels() * window);
        Parameter weight = weight(kernelName("conv", geometry), geometry.weightShape(), bound);
        Parameter bias = constant("conv bias", Parameter.Role.BIAS, Shape.of(geometry.outputChannels()), 0);
        return new Layer.Convolution(geometry, weight, bias);
    }

    Layer transposedConvolution(ConvolutionGeometry geometry, Initial initial) {
        int reach = geometry.kernel() * geometry.kernel() / (geometry.stride() * geometry.stride());
        double bound = initial.bound(geometry.outputChannels() * reach, geometry.inputChannels() * reach);
        Parameter weight = weight(kernelName("deconv", geometry), geometry.weightShape(), bound);
        Parameter bias = constant("deconv bias", Parameter.Role.BIAS, Shape.of(geometry.inputChannels()), 0);
        return new Layer.TransposedConvolution(geometry, weight, bias);
    }

    /** Batch normalization, with a gain and a shift for each class if the networks are conditional by {@code PROJECTION}. */
    Layer batchNormalization(int channels, Conditioning conditioning) {
        if (!conditioning.is(Conditioning.Way.PROJECTION)) {
            return new Layer.BatchNormalization(
                    normalization("gain", Shape.of(channels), 1), normalization("shift", Shape.of(channels), 0));
        }
        Shape table = Shape.of(conditioning.classes(), channels);
        return new ConditionalBatchNormalization(normalization("gain", table, 1), normalization("shift", table, 0));
    }

    /** The critic's last layer: dense to 1, with a projection on the class if the networks are conditional by that. */
    Layer score(int features, Initial initial, Conditioning conditioning) {
        Layer dense = dense(features, 1, initial);
        if (!conditioning.is(Conditioning.Way.PROJECTION)) {
            return dense;
        }
        int classes = conditioning.classes();
        Parameter embedding = weight("embedding", Shape.of(classes, features), Initial.GLOROT.bound(classes, features));
        return new ProjectionHead(
                dense.parameter(Parameter.Role.WEIGHT).orElseThrow(),
                dense.parameter(Parameter.Role.BIAS).orElseThrow(),
                embedding);
    }

    private static String kernelName(String kind, ConvolutionGeometry geometry) {
        return kind + " " + geometry.kernel() + "×" + geometry.kernel()
                + (geometry.stride() > 1 ? " /" + geometry.stride() : "");
    }

    private Parameter weight(String kind, Shape shape, double bound) {
        linear++;
        float[] numbers = RandomStream.of(seed, purpose, linear).uniforms(shape.length(), -bound, bound);
        return new Parameter(linear + " " + kind, Parameter.Role.WEIGHT, engine.keep(engine.of(numbers, shape)));
    }

    private Parameter normalization(String part, Shape shape, double value) {
        return constant("batch norm " + part, Parameter.Role.NORMALIZATION, shape, value);
    }

    private Parameter constant(String kind, Parameter.Role role, Shape shape, double value) {
        return new Parameter(linear + " " + kind, role, engine.keep(engine.full(shape, value)));
    }
}
