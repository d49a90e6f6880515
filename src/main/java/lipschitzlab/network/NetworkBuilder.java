package lipschitzlab.network;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Shape;

/**
 * Adds layers one by one. Weights are He-uniform, U(−√(6/fan-in), √(6/fan-in)) (He et al. 2015, equation 10, as WGAN-GP's toy
 * code), biases 0; each layer's numbers come from a stream of its own, so that equal shapes start equal in every lane.
 */
final class NetworkBuilder {
    private final Engine engine;
    private final long seed;
    private final RandomPurpose weights;
    private final List<Layer> layers = new ArrayList<>();
    private int linear;

    NetworkBuilder(Engine engine, long seed, RandomPurpose weights) {
        this.engine = engine;
        this.seed = seed;
        this.weights = weights;
    }

    NetworkBuilder dense(int inputs, int outputs) {
        Parameter weight = weight("dense", Shape.of(inputs, outputs), inputs);
        layers.add(new Layer.Dense(weight, constant("dense bias", Parameter.Role.BIAS, outputs, 0)));
        return this;
    }

    NetworkBuilder convolution(ConvolutionGeometry geometry) {
        int fanIn = geometry.inputChannels() * geometry.kernel() * geometry.kernel();
        Parameter weight = weight(kernelName("conv", geometry), geometry.weightShape(), fanIn);
        Parameter bias = constant("conv bias", Parameter.Role.BIAS, geometry.outputChannels(), 0);
        layers.add(new Layer.Convolution(geometry, weight, bias));
        return this;
    }

    NetworkBuilder transposedConvolution(ConvolutionGeometry geometry) {
        int reach = geometry.kernel() * geometry.kernel() / (geometry.stride() * geometry.stride());
        Parameter weight =
                weight(kernelName("deconv", geometry), geometry.weightShape(), geometry.outputChannels() * reach);
        Parameter bias = constant("deconv bias", Parameter.Role.BIAS, geometry.inputChannels(), 0);
        layers.add(new Layer.TransposedConvolution(geometry, weight, bias));
        return this;
    }

    NetworkBuilder batchNormalization(int channels) {
        Parameter gain = constant("batch norm gain", Parameter.Role.NORMALIZATION, channels, 1);
        Parameter shift = constant("batch norm shift", Parameter.Role.NORMALIZATION, channels, 0);
        layers.add(new Layer.BatchNormalization(gain, shift));
        return this;
    }

    NetworkBuilder add(Layer layer) {
        layers.add(layer);
        return this;
    }

    Network build() {
        return new Network(engine, layers);
    }

    private static String kernelName(String kind, ConvolutionGeometry geometry) {
        return kind + " " + geometry.kernel() + "×" + geometry.kernel()
                + (geometry.stride() > 1 ? " /" + geometry.stride() : "");
    }

    private Parameter weight(String kind, Shape shape, int fanIn) {
        linear++;
        double bound = Math.sqrt(6.0 / fanIn);
        float[] numbers = RandomStream.of(seed, weights, linear).uniforms(shape.length(), -bound, bound);
        return new Parameter(linear + " " + kind, Parameter.Role.WEIGHT, engine.keep(engine.of(numbers, shape)));
    }

    private Parameter constant(String kind, Parameter.Role role, int length, double value) {
        return new Parameter(linear + " " + kind, role, engine.keep(engine.full(Shape.of(length), value)));
    }
}
