package lipschitzlab.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;

/** One step of a network's forward pass. */
public sealed interface Layer
        permits Layer.Dense,
                Layer.Convolution,
                Layer.TransposedConvolution,
                Layer.BatchNormalization,
                Layer.LayerNormalization,
                Layer.LeakyRelu,
                Layer.Tanh,
                Layer.Reshape,
                ResidualBlock,
                AveragePool,
                Upsample,
                SumPool,
                ConditionalBatchNormalization,
                ProjectionHead,
                LabelConcatenation {
    /** This layer's parameters; none by default. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** This layer's first parameter of a role; a linear map has a weight and a bias, and no other layer has either. */
    default Optional<Parameter> parameter(Parameter.Role role) {
        return parameters().stream()
                .filter(parameter -> parameter.role() == role)
                .findFirst();
    }

    /** The layers that this one is made of; itself, unless it is a block of others. */
    default Stream<Layer> leaves() {
        return Stream.of(this);
    }

    /** This layer with others put behind those that it is made of, as {@link Network#extended} says. */
    default Layer extended(Function<Layer, Optional<Layer>> following) {
        return this;
    }

    /** The number of classes of which this layer reads each sample's one; 0 if it reads none. */
    default int classes() {
        return 0;
    }

    /**
     * The layer's output.
     *
     * @param x the input, with the batch on its first axis
     * @param bound gives each parameter's variable in this computation
     */
    Var apply(Var x, Binding bound);

    /**
     * Whether this layer, right behind the one with this bias, subtracts it again, so that it changes nothing.
     *
     * @param bias one number for each channel
     */
    default boolean cancels(Parameter bias) {
        return false;
    }

    /** How far this layer can move two inputs apart. */
    LipschitzConstant lipschitz();

    /** x·W + b, {@code [n, in]} to {@code [n, out]}; W is {@code [in, out]}. */
    record Dense(Parameter weight, Parameter bias) implements Layer {
        @Override
        public List<Parameter> parameters() {
            return List.of(weight, bias);
        }

        @Override
        public Var apply(Var x, Binding bound) {
            return x.dense(bound.of(weight), bound.of(bias));
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.OfWeight(
                    weight,
                    new LinearMap.Matrix(weight.shape().size(0), weight.shape().size(1)));
        }
    }

    /** A convolution; the kernel is {@code [out, in, k, k]}. */
    record Convolution(ConvolutionGeometry geometry, Parameter weight, Parameter bias) implements Layer {
        @Override
        public List<Parameter> parameters() {
            return List.of(weight, bias);
        }

        @Override
        public Var apply(Var x, Binding bound) {
            return x.conv2d(bound.of(weight), bound.of(bias), geometry);
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.OfWeight(weight, new LinearMap.Convolution(geometry));
        }
    }

    /** The adjoint of a convolution (a "deconvolution"): from the geometry's output shape to its input shape. */
    record TransposedConvolution(ConvolutionGeometry geometry, Parameter weight, Parameter bias) implements Layer {
        @Override
        public List<Parameter> parameters() {
            return List.of(weight, bias);
        }

        @Override
        public Var apply(Var x, Binding bound) {
            return x.conv2dInput(bound.of(weight), geometry).addChannels(bound.of(bias));
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.OfWeight(weight, new LinearMap.TransposedConvolution(geometry));
        }
    }

    /**
     * Batch normalization (Ioffe and Szegedy 2015, algorithm 1) over all axes but the second. It always uses the statistics
     * of the batch at hand, so that looking at samples changes nothing; only the generator has it.
     */
    record BatchNormalization(Parameter gain, Parameter shift) implements Layer {
        private static final double EPSILON = 1e-5;

        /** What is added to the variance, so that nothing is divided by 0. */
        public double epsilon() {
            return EPSILON;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(gain, shift);
        }

        @Override
        public Var apply(Var x, Binding bound) {
            return x.batchNormalize(bound.of(gain), bound.of(shift), EPSILON);
        }

        /** Each channel's mean holds its bias. */
        @Override
        public boolean cancels(Parameter bias) {
            return true;
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.Unknown(
                    "Batch normalization divides by the spread of the batch, so what it does to one sample"
                            + " depends on the others and has no bound of its own.");
        }
    }

    /**
     * Layer normalization (Ba, Kiros and Hinton 2016, equation 3) over all axes but the first: each row to mean 0 and variance
     * 1, then a gain, if there is one, and a shift for each channel.
     *
     * @param gain one number for each channel, if the gain is learned
     * @param shift one number for each channel
     */
    record LayerNormalization(Optional<Parameter> gain, Parameter shift) implements Layer {
        private static final double EPSILON = 1e-5;

        /** What is added to the variance, so that nothing is divided by 0. */
        public double epsilon() {
            return EPSILON;
        }

        @Override
        public List<Parameter> parameters() {
            return Stream.concat(gain.stream(), Stream.of(shift)).toList();
        }

        @Override
        public Var apply(Var x, Binding bound) {
            Var normal = x.normalizeRows(EPSILON);
            Var scaled = gain.map(bound::of).map(normal::multiplyChannels).orElse(normal);
            return scaled.addChannels(bound.of(shift));
        }

        /** Each row's mean holds the bias where all of the row is one channel; of several biases it holds the mean alone. */
        @Override
        public boolean cancels(Parameter bias) {
            return bias.shape().length() == 1;
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.Unknown(
                    "Layer normalization divides each sample by its own spread, so that near a sample without any its slope"
                            + " has no bound of use.");
        }
    }

    /** x where positive, slope·x elsewhere; slope 0 is ReLU. */
    record LeakyRelu(double slope) implements Layer {
        @Override
        public Var apply(Var x, Binding bound) {
            return x.leakyRelu(slope);
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.AtMost(Math.max(1, Math.abs(slope)));
        }
    }

    /** tanh, to images in [−1, 1]. */
    record Tanh() implements Layer {
        @Override
        public Var apply(Var x, Binding bound) {
            return x.tanh();
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.AtMost(1);
        }
    }

    /** Each row in another shape. */
    record Reshape(Shape row) implements Layer {
        @Override
        public Var apply(Var x, Binding bound) {
            return x.reshape(row.batchOf(x.shape().size(0)));
        }

        @Override
        public LipschitzConstant lipschitz() {
            return new LipschitzConstant.AtMost(1);
        }
    }
}
