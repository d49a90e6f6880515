package lipschitzlab.compute.baseline;

import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;

/** One step of a network's forward pass, with the initial numbers of its parameters in row-major order. */
public sealed interface BaselineLayer {
    /**
     * x·W + b.
     *
     * @param weight {@code [inputs, outputs]}
     * @param bias {@code [outputs]}
     */
    record Dense(int inputs, int outputs, float[] weight, float[] bias) implements BaselineLayer {}

    /**
     * A convolution.
     *
     * @param weight {@code geometry.weightShape()}
     * @param bias {@code [outputChannels]}
     */
    record Convolution(ConvolutionGeometry geometry, float[] weight, float[] bias) implements BaselineLayer {}

    /**
     * The adjoint of a convolution, from the geometry's output shape to its input shape.
     *
     * @param weight {@code geometry.weightShape()}
     * @param bias {@code [inputChannels]}
     */
    record TransposedConvolution(ConvolutionGeometry geometry, float[] weight, float[] bias) implements BaselineLayer {}

    /**
     * Batch normalization over all axes but the second, with ε 1e-5.
     *
     * @param gain {@code [channels]}
     * @param shift {@code [channels]}
     */
    record BatchNormalization(float[] gain, float[] shift) implements BaselineLayer {}

    /** x where positive, slope·x elsewhere; slope 0 is ReLU. */
    record LeakyRelu(double slope) implements BaselineLayer {}

    /** tanh. */
    record Tanh() implements BaselineLayer {}

    /** Each row in another shape. */
    record Reshape(Shape row) implements BaselineLayer {}
}
