package lipschitzlab.network;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Architecture.StandardCnn;

/** The standard CNN of the SNGAN paper (Miyato et al. 2018, table 3). */
final class CnnLayers {
    private static final double CRITIC_SLOPE = 0.1;
    private static final int FIRST_CHANNELS = 512;
    private static final int DECONVOLUTIONS = 3;

    private CnnLayers() {}

    /**
     * Table 3(a): dense to 512 channels, deconvolutions 4×4/2 that halve the channels, each with batch normalization and
     * ReLU, a convolution 3×3, tanh. An eighth of the side is where it starts, with three deconvolutions (the paper's M_g is 4
     * for 32×32 and 6 for 48×48); 28×28 starts at 7×7 with two. Batch normalization and ReLU also follow the dense layer,
     * without which it and the first deconvolution were one linear map.
     */
    static List<Layer> generator(
            LayerFactory factory, StandardCnn cnn, Conditioning conditioning, int latent, Shape sample) {
        int doublings = sample.size(1) % (1 << DECONVOLUTIONS) == 0 ? DECONVOLUTIONS : DECONVOLUTIONS - 1;
        int side = sample.size(1) >> doublings;
        int channels = FIRST_CHANNELS;
        int first = cnn.channels(channels);
        List<Layer> layers = new ArrayList<>();
        if (conditioning.is(Conditioning.Way.CONCATENATION)) {
            layers.add(new LabelConcatenation(latent, conditioning.classes()));
        }
        layers.add(factory.dense(Networks.widened(latent, conditioning), first * side * side, Initial.HE));
        layers.add(new Layer.Reshape(Shape.of(first, side, side)));
        layers.add(factory.batchNormalization(first, conditioning));
        layers.add(new Layer.LeakyRelu(0));
        while (side < sample.size(1)) {
            side *= 2;
            int from = cnn.channels(channels);
            channels /= 2;
            int to = cnn.channels(channels);
            layers.add(
                    factory.transposedConvolution(new ConvolutionGeometry(to, side, side, from, 4, 2, 1), Initial.HE));
            layers.add(factory.batchNormalization(to, conditioning));
            layers.add(new Layer.LeakyRelu(0));
        }
        layers.add(factory.convolution(
                new ConvolutionGeometry(cnn.channels(channels), side, side, sample.size(0), 3, 1, 1), Initial.HE));
        layers.add(new Layer.Tanh());
        return layers;
    }

    /** Table 3(b): 3×3/1 and 4×4/2 in turn with 64, 128, 256 channels, 3×3/1 with 512, dense to 1; leaky ReLU 0.1. */
    static List<Layer> critic(LayerFactory factory, StandardCnn cnn, Conditioning conditioning, Shape sample) {
        int side = sample.size(1);
        List<Layer> layers = new ArrayList<>();
        if (conditioning.is(Conditioning.Way.CONCATENATION)) {
            layers.add(new LabelConcatenation(sample.size(0), conditioning.classes()));
        }
        int channels = Networks.widened(sample.size(0), conditioning);
        for (int published : new int[] {64, 128, 256}) {
            int next = cnn.channels(published);
            addConvolution(layers, factory, new ConvolutionGeometry(channels, side, side, next, 3, 1, 1));
            ConvolutionGeometry halving = new ConvolutionGeometry(next, side, side, next, 4, 2, 1);
            addConvolution(layers, factory, halving);
            side = halving.outputHeight();
            channels = next;
        }
        int last = cnn.channels(FIRST_CHANNELS);
        addConvolution(layers, factory, new ConvolutionGeometry(channels, side, side, last, 3, 1, 1));
        layers.add(new Layer.Reshape(Shape.of(last * side * side)));
        layers.add(factory.score(last * side * side, Initial.HE, conditioning));
        return layers;
    }

    private static void addConvolution(List<Layer> layers, LayerFactory factory, ConvolutionGeometry geometry) {
        layers.add(factory.convolution(geometry, Initial.HE));
        layers.add(new Layer.LeakyRelu(CRITIC_SLOPE));
    }
}
