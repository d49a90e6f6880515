package lipschitzlab.diagnostic.feature;

import java.util.Locale;
import lipschitzlab.compute.Engine;
import lipschitzlab.diagnostic.sample.FeatureRows;

/**
 * A small convolutional network that was trained to tell the data's own classes apart; its features are what its last hidden layer
 * hands on.
 */
public final class Classifier implements FeatureNetwork {
    /** Numbers in a row. */
    static final int FEATURES = 128;

    private final StoredNetwork network;
    private final double accuracy;
    private final int heldOut;

    /**
     * @param accuracy the share of held-out pictures whose class it finds
     * @param heldOut how many these are
     */
    Classifier(StoredNetwork network, double accuracy, int heldOut) {
        this.network = network;
        this.accuracy = accuracy;
        this.heldOut = heldOut;
    }

    /** The share of held-out pictures whose class it finds, from 0 to 1. */
    public double accuracy() {
        return accuracy;
    }

    /** How many held-out pictures that is a share of. */
    int heldOut() {
        return heldOut;
    }

    StoredNetwork network() {
        return network;
    }

    @Override
    public int dimension() {
        return FEATURES;
    }

    @Override
    public String words() {
        return String.format(
                Locale.ROOT,
                "%d features of a classifier that the lab trained on the data's %d classes (it names %.1f %% of %,d held-out"
                        + " pictures right)",
                FEATURES,
                network.classes(),
                100 * accuracy,
                heldOut);
    }

    @Override
    public String brief() {
        return String.format(Locale.ROOT, "features of a classifier, %.1f %% right", 100 * accuracy);
    }

    @Override
    public FeatureRows of(float[] pictures, Engine engine) {
        return new FeatureRows(network.hidden(pictures, engine), FEATURES);
    }

    /**
     * The classes that it takes pictures for.
     *
     * @param pictures {@code [n, …sample]} in row-major order
     * @param engine computes; nothing of it is kept
     * @return labels, one for each picture; of scores that are no numbers, 0
     */
    public int[] classify(float[] pictures, Engine engine) {
        return highest(network.scores(pictures, engine), network.classes());
    }

    private static int[] highest(float[] scores, int classes) {
        int[] labels = new int[scores.length / classes];
        for (int i = 0; i < labels.length; i++) {
            for (int label = 1; label < classes; label++) {
                if (scores[i * classes + label] > scores[i * classes + labels[i]]) {
                    labels[i] = label;
                }
            }
        }
        return labels;
    }
}
