package lipschitzlab.network;

import lipschitzlab.compute.Array;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.StandardCnn;

/** Builds generators and critics. */
public final class Networks {
    private static final double CRITIC_SLOPE = 0.1;

    private Networks() {}

    /**
     * A generator: {@code [n, latent]} to {@code [n, …sample]}.
     *
     * @param sample the shape of one sample: {@code [2]}, or {@code [channel, height, width]} with sides that a convolutional
     *     generator can reach, 28 or 32
     * @param seed of the initial weights
     * @param outputScale what the last layer's initial weights are multiplied by
     */
    public static Network generator(
            Engine engine, Architecture architecture, int latent, Shape sample, long seed, double outputScale) {
        NetworkBuilder builder = new NetworkBuilder(engine, seed, RandomPurpose.GENERATOR_WEIGHTS);
        Network network = architecture instanceof Mlp mlp
                ? mlpGenerator(builder, mlp, latent, sample)
                : cnnGenerator(builder, (StandardCnn) architecture, latent, sample);
        if (outputScale != 1) {
            scaleLast(network, outputScale);
        }
        return network;
    }

    private static void scaleLast(Network network, double factor) {
        Engine engine = network.engine();
        Array last = network.weights().get(network.weights().size() - 1).value();
        try (Scope temporaries = engine.openScope()) {
            engine.copy(engine.scale(last, factor), last);
        }
    }

    /** A critic: {@code [n, …sample]} to {@code [n, 1]}. The other parameters are as for the generator. */
    public static Network critic(Engine engine, Architecture architecture, Shape sample, long seed) {
        NetworkBuilder builder = new NetworkBuilder(engine, seed, RandomPurpose.CRITIC_WEIGHTS);
        if (architecture instanceof Mlp mlp) {
            return mlpCritic(builder, mlp, sample);
        }
        return cnnCritic(builder, (StandardCnn) architecture, sample);
    }

    private static Network mlpGenerator(NetworkBuilder builder, Mlp mlp, int latent, Shape sample) {
        stack(builder, mlp, latent, sample.length());
        if (sample.rank() > 1) {
            builder.add(new Layer.Tanh()).add(new Layer.Reshape(sample));
        }
        return builder.build();
    }

    private static Network mlpCritic(NetworkBuilder builder, Mlp mlp, Shape sample) {
        if (sample.rank() > 1) {
            builder.add(new Layer.Reshape(Shape.of(sample.length())));
        }
        return stack(builder, mlp, sample.length(), 1).build();
    }

    private static NetworkBuilder stack(NetworkBuilder builder, Mlp mlp, int inputs, int outputs) {
        int width = inputs;
        for (int next : mlp.hidden()) {
            builder.dense(width, next).add(new Layer.LeakyRelu(mlp.slope()));
            width = next;
        }
        return builder.dense(width, outputs);
    }

    /**
     * Table 3(a): dense to 512 channels, deconvolutions 4×4/2 that halve the channels, each with batch normalization and
     * ReLU, a convolution 3×3, tanh. 32×32 starts at 4×4 with three deconvolutions, 28×28 at 7×7 with two. Batch
     * normalization and ReLU also follow the dense layer, without which it and the first deconvolution were one linear map.
     */
    private static Network cnnGenerator(NetworkBuilder builder, StandardCnn cnn, int latent, Shape sample) {
        requireImage(sample);
        int side = sample.size(1) == 32 ? 4 : 7;
        int channels = 512;
        int first = cnn.channels(channels);
        builder.dense(latent, first * side * side).add(new Layer.Reshape(Shape.of(first, side, side)));
        builder.batchNormalization(first).add(new Layer.LeakyRelu(0));
        while (side < sample.size(1)) {
            side *= 2;
            int from = cnn.channels(channels);
            channels /= 2;
            int to = cnn.channels(channels);
            builder.transposedConvolution(new ConvolutionGeometry(to, side, side, from, 4, 2, 1));
            builder.batchNormalization(to).add(new Layer.LeakyRelu(0));
        }
        builder.convolution(new ConvolutionGeometry(cnn.channels(channels), side, side, sample.size(0), 3, 1, 1));
        return builder.add(new Layer.Tanh()).build();
    }

    /** Table 3(b): 3×3/1 and 4×4/2 in turn with 64, 128, 256 channels, 3×3/1 with 512, dense to 1; leaky ReLU 0.1. */
    private static Network cnnCritic(NetworkBuilder builder, StandardCnn cnn, Shape sample) {
        requireImage(sample);
        int side = sample.size(1);
        int channels = sample.size(0);
        for (int published : new int[] {64, 128, 256}) {
            int next = cnn.channels(published);
            builder.convolution(new ConvolutionGeometry(channels, side, side, next, 3, 1, 1));
            builder.add(new Layer.LeakyRelu(CRITIC_SLOPE));
            ConvolutionGeometry halving = new ConvolutionGeometry(next, side, side, next, 4, 2, 1);
            builder.convolution(halving).add(new Layer.LeakyRelu(CRITIC_SLOPE));
            side = halving.outputHeight();
            channels = next;
        }
        int last = cnn.channels(512);
        builder.convolution(new ConvolutionGeometry(channels, side, side, last, 3, 1, 1));
        builder.add(new Layer.LeakyRelu(CRITIC_SLOPE)).add(new Layer.Reshape(Shape.of(last * side * side)));
        return builder.dense(last * side * side, 1).build();
    }

    private static void requireImage(Shape sample) {
        boolean fits = sample.rank() == 3
                && sample.size(1) == sample.size(2)
                && (sample.size(1) == 28 || sample.size(1) == 32);
        if (!fits) {
            throw new IllegalArgumentException(
                    "expected samples [channel, 28, 28] or [channel, 32, 32] for the standard CNN, found " + sample);
        }
    }
}
