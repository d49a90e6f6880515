package lipschitzlab.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.compute.ConvolutionGeometry;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.Architecture.ResNet;

/**
 * The residual networks of the SNGAN paper (Miyato et al. 2018, table 4 for 32×32, table 5 for 48×48, the authors' code for
 * 64×64; 28×28 is the one for 32×32, which starts at 7×7 with a block less). A shortcut's 1×1 convolution stands where the
 * plane is smaller, before upsampling and behind pooling: with either the two commute.
 */
final class ResNetLayers {
    private final LayerFactory factory;
    private final Conditioning conditioning;

    private ResNetLayers(LayerFactory factory, Conditioning conditioning) {
        this.factory = factory;
        this.conditioning = conditioning;
    }

    /**
     * The paper's channels.
     *
     * @param seedSide the side of the planes that the generator's dense layer gives
     * @param generator channels of that layer, then of each block, all of which double the side
     * @param critic channels of each block
     * @param halvings how many of these, from the first on, halve the side
     */
    private record Plan(int seedSide, List<Integer> generator, List<Integer> critic, int halvings) {
        static Plan of(int side) {
            return switch (side) {
                case 28 -> new Plan(7, List.of(256, 256, 256), List.of(128, 128, 128, 128), 2);
                case 32 -> new Plan(4, List.of(256, 256, 256, 256), List.of(128, 128, 128, 128), 2);
                case 48 -> new Plan(6, List.of(512, 256, 128, 64), List.of(64, 128, 256, 512, 1024), 4);
                case 64 -> new Plan(4, List.of(1024, 512, 256, 128, 64), List.of(64, 128, 256, 512, 1024), 5);
                default ->
                    throw new IllegalArgumentException("expected a side of " + Networks.SIDES + ", found " + side);
            };
        }
    }

    /** Dense; blocks of batch normalization, ReLU, upsampling and two convolutions; at the end a convolution and tanh. */
    static List<Layer> generator(
            LayerFactory factory, ResNet resNet, Conditioning conditioning, int latent, Shape sample) {
        Plan plan = Plan.of(sample.size(1));
        ResNetLayers parts = new ResNetLayers(factory, conditioning);
        int side = plan.seedSide();
        int channels = resNet.channels(plan.generator().get(0));
        List<Layer> layers = new ArrayList<>();
        if (conditioning.is(Conditioning.Way.CONCATENATION)) {
            layers.add(new LabelConcatenation(latent, conditioning.classes()));
        }
        int inputs = Networks.widened(latent, conditioning);
        layers.add(factory.dense(inputs, channels * side * side, Initial.GLOROT));
        layers.add(new Layer.Reshape(Shape.of(channels, side, side)));
        for (int published : plan.generator().subList(1, plan.generator().size())) {
            int next = resNet.channels(published);
            layers.add(parts.doubling(channels, next, side));
            channels = next;
            side *= 2;
        }
        layers.add(factory.batchNormalization(channels, Conditioning.none()));
        layers.add(relu());
        layers.add(parts.convolution(channels, sample.size(0), side, 3, Initial.GLOROT));
        layers.add(new Layer.Tanh());
        return layers;
    }

    private Layer doubling(int from, int to, int side) {
        List<Layer> branch = List.of(
                factory.batchNormalization(from, conditioning),
                relu(),
                new Upsample(),
                convolution(from, to, 2 * side, 3, Initial.GLOROT_RESIDUAL),
                factory.batchNormalization(to, conditioning),
                relu(),
                convolution(to, to, 2 * side, 3, Initial.GLOROT_RESIDUAL));
        return new ResidualBlock(branch, List.of(convolution(from, to, side, 1, Initial.GLOROT), new Upsample()));
    }

    /** Blocks of ReLU and two convolutions, the first ones with pooling; ReLU, the sum over the plane, dense. */
    static List<Layer> critic(LayerFactory factory, ResNet resNet, Conditioning conditioning, Shape sample) {
        Plan plan = Plan.of(sample.size(1));
        ResNetLayers parts = new ResNetLayers(factory, conditioning);
        int side = sample.size(1);
        int channels = Networks.widened(sample.size(0), conditioning);
        List<Layer> layers = new ArrayList<>();
        if (conditioning.is(Conditioning.Way.CONCATENATION)) {
            layers.add(new LabelConcatenation(sample.size(0), conditioning.classes()));
        }
        for (int block = 0; block < plan.critic().size(); block++) {
            int next = resNet.channels(plan.critic().get(block));
            boolean halving = block < plan.halvings();
            layers.add(parts.criticBlock(channels, next, side, block == 0, halving));
            channels = next;
            side = halving ? side / 2 : side;
        }
        layers.add(relu());
        layers.add(new SumPool(side * side));
        layers.add(factory.score(channels, Initial.GLOROT, conditioning));
        return layers;
    }

    /** The first block has no ReLU before its first convolution, since what it reads are pictures. */
    private Layer criticBlock(int from, int to, int side, boolean first, boolean halving) {
        List<Layer> pooling = halving ? List.of(new AveragePool()) : List.of();
        List<Layer> convolutions = List.of(
                convolution(from, to, side, 3, Initial.GLOROT_RESIDUAL),
                relu(),
                convolution(to, to, side, 3, Initial.GLOROT_RESIDUAL));
        List<Layer> branch = Stream.of(first ? List.<Layer>of() : List.of(relu()), convolutions, pooling)
                .flatMap(List::stream)
                .toList();
        if (from == to && !halving) {
            return new ResidualBlock(branch, List.of());
        }
        Layer matching = convolution(from, to, halving ? side / 2 : side, 1, Initial.GLOROT);
        return new ResidualBlock(
                branch, Stream.concat(pooling.stream(), Stream.of(matching)).toList());
    }

    private Layer convolution(int from, int to, int side, int kernel, Initial initial) {
        return factory.convolution(new ConvolutionGeometry(from, side, side, to, kernel, 1, kernel / 2), initial);
    }

    private static Layer relu() {
        return new Layer.LeakyRelu(0);
    }
}
