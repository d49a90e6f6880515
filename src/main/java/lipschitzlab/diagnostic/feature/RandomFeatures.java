package lipschitzlab.diagnostic.feature;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Shape;
import lipschitzlab.diagnostic.sample.FeatureRows;
import lipschitzlab.network.ClassifierNetwork;
import lipschitzlab.network.Network;

/**
 * The features of a convolutional network whose weights are random and always the same: for data without classes. They tell edges,
 * colours and where these are, and nothing of what a picture shows.
 */
public final class RandomFeatures implements FeatureNetwork {
    /** Numbers in a row. */
    private static final int FEATURES = 512;

    private static final long SEED = 0;

    private final StoredNetwork network;

    private RandomFeatures(StoredNetwork network) {
        this.network = network;
    }

    /**
     * For pictures of this shape.
     *
     * @param sample {@code [channel, side, side]}
     * @param engine makes the weights, which are the same on every engine; nothing of it is kept
     */
    public static RandomFeatures of(Shape sample, Engine engine) {
        try (Network random = ClassifierNetwork.of(engine, sample, FEATURES, 0, SEED)) {
            return new RandomFeatures(StoredNetwork.of(random, sample, FEATURES, 0));
        }
    }

    @Override
    public int dimension() {
        return FEATURES;
    }

    @Override
    public String words() {
        return FEATURES + " features of a random convolutional network of fixed seed";
    }

    @Override
    public String brief() {
        return "features of a random network";
    }

    @Override
    public FeatureRows of(float[] pictures, Engine engine) {
        return new FeatureRows(network.hidden(pictures, engine), FEATURES);
    }
}
