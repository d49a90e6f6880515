package lipschitzlab.dataset;

import lipschitzlab.compute.RandomStream;

/**
 * Which samples of a file are for training and which are held out: samples 0, 10, 20, … are held out. The rule depends on
 * the file alone, never on a seed, so that runs with different seeds are measured against the same samples.
 */
final class HoldOut {
    /** The fewest samples of which both parts have one. */
    static final int FEWEST = 2;

    private static final int EVERY = 10;

    private final int heldOut;
    private final int training;

    HoldOut(int samples) {
        if (samples < FEWEST) {
            throw new IllegalArgumentException("expected " + FEWEST + " samples or more, found " + samples);
        }
        heldOut = (samples + EVERY - 1) / EVERY;
        training = samples - heldOut;
    }

    /** The index in the file of a training sample, each as likely as the other. */
    int training(RandomStream random) {
        int i = random.below(training);
        return i + i / (EVERY - 1) + 1;
    }

    /** The index in the file of a held-out sample, each as likely as the other. */
    int heldOut(RandomStream random) {
        return EVERY * random.below(heldOut);
    }
}
