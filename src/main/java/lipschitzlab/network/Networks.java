package lipschitzlab.network;

import java.util.List;
import lipschitzlab.compute.Array;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.network.Architecture.StandardCnn;

/** Builds generators and critics. */
public final class Networks {
    /** The sides of pictures, in pixels, for which there are convolutional networks. */
    public static final List<Integer> SIDES = List.of(28, 32, 48, 64);

    private Networks() {}

    /**
     * A generator: {@code [n, latent]} to {@code [n, …sample]}.
     *
     * @param conditioning how it learns of each sample's class
     * @param sample the shape of one sample: {@code [2]}, or {@code [channel, side, side]} with one of {@link #SIDES} for a
     *     convolutional generator
     * @param seed of the initial weights
     * @param outputScale what the last layer's initial weights are multiplied by
     */
    public static Network generator(
            Engine engine,
            Architecture architecture,
            Conditioning conditioning,
            int latent,
            Shape sample,
            long seed,
            double outputScale) {
        LayerFactory factory = new LayerFactory(engine, seed, RandomPurpose.GENERATOR_WEIGHTS);
        Network network = new Network(engine, generatorLayers(factory, architecture, conditioning, latent, sample));
        if (outputScale != 1) {
            scaleLast(network, outputScale);
        }
        return network;
    }

    /** A generator that knows of no classes. */
    public static Network generator(
            Engine engine, Architecture architecture, int latent, Shape sample, long seed, double outputScale) {
        return generator(engine, architecture, Conditioning.none(), latent, sample, seed, outputScale);
    }

    private static List<Layer> generatorLayers(
            LayerFactory factory, Architecture architecture, Conditioning conditioning, int latent, Shape sample) {
        if (architecture instanceof Mlp mlp) {
            return MlpLayers.generator(factory, mlp, conditioning, latent, sample);
        }
        requirePicture(sample);
        return architecture instanceof ResNet resNet
                ? ResNetLayers.generator(factory, resNet, conditioning, latent, sample)
                : CnnLayers.generator(factory, (StandardCnn) architecture, conditioning, latent, sample);
    }

    private static void scaleLast(Network network, double factor) {
        Engine engine = network.engine();
        Array last = network.weights().get(network.weights().size() - 1).value();
        try (Scope temporaries = engine.openScope()) {
            engine.copy(engine.scale(last, factor), last);
        }
    }

    /** A critic: {@code [n, …sample]} to {@code [n, 1]}. The other parameters are as for the generator. */
    public static Network critic(
            Engine engine, Architecture architecture, Conditioning conditioning, Shape sample, long seed) {
        LayerFactory factory = new LayerFactory(engine, seed, RandomPurpose.CRITIC_WEIGHTS);
        return new Network(engine, criticLayers(factory, architecture, conditioning, sample));
    }

    /** A critic that knows of no classes. */
    public static Network critic(Engine engine, Architecture architecture, Shape sample, long seed) {
        return critic(engine, architecture, Conditioning.none(), sample, seed);
    }

    private static List<Layer> criticLayers(
            LayerFactory factory, Architecture architecture, Conditioning conditioning, Shape sample) {
        if (architecture instanceof Mlp mlp) {
            return MlpLayers.critic(factory, mlp, conditioning, sample);
        }
        requirePicture(sample);
        return architecture instanceof ResNet resNet
                ? ResNetLayers.critic(factory, resNet, conditioning, sample)
                : CnnLayers.critic(factory, (StandardCnn) architecture, conditioning, sample);
    }

    private static void requirePicture(Shape sample) {
        boolean fits = sample.rank() == 3 && sample.size(1) == sample.size(2) && SIDES.contains(sample.size(1));
        if (!fits) {
            throw new IllegalArgumentException("expected samples [channel, side, side] with a side of " + SIDES
                    + " for a convolutional network, found " + sample);
        }
    }

    /** Behind how many channels, or numbers, a network reads the class beside its input. */
    static int widened(int inputs, Conditioning conditioning) {
        return conditioning.is(Conditioning.Way.CONCATENATION) ? inputs + conditioning.classes() : inputs;
    }
}
