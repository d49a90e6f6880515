package lipschitzlab.compute.libtorch.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.baseline.BaselineLayer;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A {@code nn.Sequential} of {@code torch.nn.functional}'s functions over parameter tensors. Activations work in place, as the
 * common GAN codes have it: neither a linear layer nor batch normalization keeps its output for its derivative.
 */
final class Model implements AutoCloseable {
    private static final double BATCH_NORM_MOMENTUM = 0.1;
    private static final double BATCH_NORM_EPSILON = 1e-5;
    private static final long[] ONE = {1, 1};
    private static final long[] ZERO = {0, 0};

    private final List<UnaryOperator<Tensor>> modules = new ArrayList<>();
    private final List<Tensor> parameters = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final List<Tensor> buffers = new ArrayList<>();

    Model(List<BaselineLayer> layers) {
        layers.forEach(layer -> modules.add(module(layer)));
    }

    private UnaryOperator<Tensor> module(BaselineLayer layer) {
        if (layer instanceof BaselineLayer.Dense dense) {
            return linear(dense);
        }
        if (layer instanceof BaselineLayer.Convolution convolution) {
            return convolution(convolution);
        }
        if (layer instanceof BaselineLayer.TransposedConvolution transposed) {
            return transposedConvolution(transposed);
        }
        if (layer instanceof BaselineLayer.BatchNormalization normalization) {
            return batchNormalization(normalization);
        }
        if (layer instanceof BaselineLayer.LeakyRelu activation) {
            return activation(activation.slope());
        }
        if (layer instanceof BaselineLayer.Reshape reshape) {
            return x -> x.reshape(Tensors.sizes(x.size(0), reshape.row()));
        }
        return Tensor::tanh;
    }

    private UnaryOperator<Tensor> linear(BaselineLayer.Dense layer) {
        Tensor matrix = Tensors.transposedParameter(layer.weight(), layer.inputs(), layer.outputs());
        Weight weight = weight(matrix, true);
        TensorOptional bias = new TensorOptional(vector(layer.bias()));
        return x -> torch.linear(x, weight.used(), bias);
    }

    private UnaryOperator<Tensor> convolution(BaselineLayer.Convolution layer) {
        ConvolutionGeometry g = layer.geometry();
        Weight weight = kernel(layer.weight(), g);
        TensorOptional bias = new TensorOptional(vector(layer.bias()));
        long[] stride = {g.stride(), g.stride()};
        long[] padding = {g.padding(), g.padding()};
        return x -> torch.conv2d(x, weight.used(), bias, stride, padding, ONE, 1);
    }

    /** Its kernel is {@code [in, out, k, k]} of this layer, which is the convolution's {@code [out, in, k, k]}. */
    private UnaryOperator<Tensor> transposedConvolution(BaselineLayer.TransposedConvolution layer) {
        ConvolutionGeometry g = layer.geometry();
        Weight weight = kernel(layer.weight(), g);
        TensorOptional bias = new TensorOptional(vector(layer.bias()));
        long[] stride = {g.stride(), g.stride()};
        long[] padding = {g.padding(), g.padding()};
        return x -> torch.conv_transpose2d(x, weight.used(), bias, stride, padding, ZERO, 1, ONE);
    }

    /** In training mode, with the running statistics that {@code nn.BatchNorm2d} keeps by default. */
    private UnaryOperator<Tensor> batchNormalization(BaselineLayer.BatchNormalization layer) {
        TensorOptional gain = new TensorOptional(vector(layer.gain()));
        TensorOptional shift = new TensorOptional(vector(layer.shift()));
        TensorOptional mean = new TensorOptional(buffer(layer.shift().length, 0));
        TensorOptional variance = new TensorOptional(buffer(layer.shift().length, 1));
        return x ->
                torch.batch_norm(x, gain, shift, mean, variance, true, BATCH_NORM_MOMENTUM, BATCH_NORM_EPSILON, false);
    }

    private static UnaryOperator<Tensor> activation(double slope) {
        if (slope == 0) {
            return Tensor::relu_;
        }
        Scalar negative = new Scalar(slope);
        return x -> torch.leaky_relu_(x, negative);
    }

    private Weight kernel(float[] numbers, ConvolutionGeometry g) {
        return weight(Tensors.parameter(numbers, g.outputChannels(), g.inputChannels(), g.kernel(), g.kernel()), false);
    }

    private Weight weight(Tensor parameter, boolean dense) {
        Weight weight = new Weight(parameter, dense);
        parameters.add(parameter);
        weights.add(weight);
        return weight;
    }

    private Tensor vector(float[] numbers) {
        Tensor parameter = Tensors.parameter(numbers, numbers.length);
        parameters.add(parameter);
        return parameter;
    }

    private Tensor buffer(int length, float value) {
        float[] numbers = new float[length];
        Arrays.fill(numbers, value);
        Tensor buffer = Tensors.buffer(numbers, length);
        buffers.add(buffer);
        return buffer;
    }

    /** The output, in the scope at hand. */
    Tensor forward(Tensor x) {
        Tensor output = x;
        for (UnaryOperator<Tensor> module : modules) {
            output = module.apply(output);
        }
        return output;
    }

    /** In the order of the layers: the weight or gain of each, then its bias or shift. */
    TensorVector parameters() {
        return new TensorVector(parameters.toArray(Tensor[]::new));
    }

    /** The linear layers' weights. */
    List<Weight> weights() {
        return weights;
    }

    /** Whether backward passes reach the parameters. */
    void requireGradients(boolean required) {
        parameters.forEach(parameter -> parameter.set_requires_grad(required));
    }

    /** Every parameter into [−bound, bound], in the scope at hand. */
    void clamp(double bound) {
        ScalarOptional least = new ScalarOptional(new Scalar(-bound));
        ScalarOptional most = new ScalarOptional(new Scalar(bound));
        try (NoGradGuard guard = new NoGradGuard()) {
            parameters.forEach(parameter -> parameter.clamp_(least, most));
        }
    }

    /** Gradients of the parameters in the order and the layout in which the parameters were given. */
    List<float[]> inOrder(TensorVector gradients) {
        List<float[]> numbers = new ArrayList<>();
        int weight = 0;
        for (int i = 0; i < parameters.size(); i++) {
            boolean isWeight = weight < weights.size()
                    && parameters.get(i) == weights.get(weight).parameter();
            numbers.add(isWeight ? weights.get(weight).inOrder(gradients.get(i)) : Tensors.read(gradients.get(i)));
            weight += isWeight ? 1 : 0;
        }
        return numbers;
    }

    @Override
    public void close() {
        parameters.forEach(Tensor::close);
        buffers.forEach(Tensor::close);
    }
}
