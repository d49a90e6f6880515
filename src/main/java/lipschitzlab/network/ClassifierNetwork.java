package lipschitzlab.network;

import java.util.ArrayList;
import java.util.List;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.Shape;

/**
 * A small convolutional network that looks at pictures one by one: convolutions 4×4/2 until a side has 7 pixels or fewer, each with
 * half as many channels as the next, a dense layer of features, and a dense layer to classes if there are any; leaky ReLU 0.1
 * between them. It has no normalization, so that what it says of a picture does not depend on the others.
 */
public final class ClassifierNetwork {
    private static final double SLOPE = 0.1;

    /** Sides up to this one are flattened. */
    private static final int FLAT = 7;

    /** Channels of the first convolution of two; with more convolutions the last has this many times four. */
    private static final int CHANNELS = 32;

    private ClassifierNetwork() {}

    /**
     * A network {@code [n, …sample]} to {@code [n, classes]}, or to {@code [n, features]} without classes.
     *
     * @param sample {@code [channel, side, side]}, with an even side of 16 pixels or more
     * @param classes 0 for none
     * @param seed of the initial weights
     * @throws IllegalArgumentException if samples are no such pictures
     */
    public static Network of(Engine engine, Shape sample, int features, int classes, long seed) {
        int halvings = halvings(sample);
        LayerFactory factory = new LayerFactory(engine, seed, RandomPurpose.FEATURE_WEIGHTS);
        List<Layer> layers = new ArrayList<>();
        int side = sample.size(1);
        int channels = sample.size(0);
        for (int level = 0; level < halvings; level++) {
            int next = channels(level, halvings);
            ConvolutionGeometry halving = new ConvolutionGeometry(channels, side, side, next, 4, 2, 1);
            layers.add(factory.convolution(halving, Initial.HE));
            layers.add(new Layer.LeakyRelu(SLOPE));
            channels = next;
            side = halving.outputHeight();
        }
        int flat = channels * side * side;
        layers.add(new Layer.Reshape(Shape.of(flat)));
        layers.add(factory.dense(flat, features, Initial.HE));
        layers.add(new Layer.LeakyRelu(SLOPE));
        if (classes > 0) {
            layers.add(factory.dense(features, classes, Initial.HE));
        }
        return new Network(engine, layers);
    }

    private static int halvings(Shape sample) {
        if (sample.rank() != 3 || sample.size(1) != sample.size(2) || sample.size(1) < 16 || sample.size(1) % 2 != 0) {
            throw new IllegalArgumentException(
                    "expected square pictures with an even side of 16 pixels or more, found " + sample);
        }
        int halvings = 0;
        for (int side = sample.size(1); side > FLAT; side /= 2) {
            halvings++;
        }
        return halvings;
    }

    private static int channels(int level, int halvings) {
        int last = halvings > 2 ? 4 * CHANNELS : 2 * CHANNELS;
        return last >> (halvings - 1 - level);
    }
}
