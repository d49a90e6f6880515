package lipschitzlab.dataset;

import java.util.stream.IntStream;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;

/**
 * Which samples of a file are for training and which are held out: of every ten in a row one is held out. Which of the ten is
 * drawn by lot, since files have rhythms of their own, such as ten classes in turn. The lots depend on the number of samples
 * alone, never on a run's seed, so that runs with different seeds are measured against the same samples.
 */
final class HoldOut {
    /** One of the two parts of a file. */
    interface Part {
        /** The index in the file of one of its samples, each as likely as the other. */
        int next(RandomStream random);
    }

    /** The fewest samples of which both parts have one. */
    static final int MIN_SAMPLES = 2;

    private static final int EVERY = 10;
    private static final long LOTS = 0;

    /** For each ten in a row, the place of the one that is held out. */
    private final byte[] places;

    private final int training;

    HoldOut(int samples) {
        if (samples < MIN_SAMPLES) {
            throw new IllegalArgumentException("expected " + MIN_SAMPLES + " samples or more, found " + samples);
        }
        int heldOut = (samples + EVERY - 1) / EVERY;
        training = samples - heldOut;
        places = new byte[heldOut];
        RandomStream lots = RandomStream.of(LOTS, RandomPurpose.HELD_OUT_PLACES);
        for (int block = 0; block < heldOut; block++) {
            places[block] = (byte) lots.below(Math.min(EVERY, samples - block * EVERY));
        }
    }

    /** The index in the file of a training sample, each as likely as the other. */
    int training(RandomStream random) {
        return trainingAt(random.below(training));
    }

    /** How many are for training. */
    int trainingCount() {
        return training;
    }

    /**
     * The index in the file of one of the training samples.
     *
     * @param i its place among them, from 0, in the order of the file
     */
    int trainingAt(int i) {
        if (i < 0 || i >= training) {
            throw new IndexOutOfBoundsException("expected a place below " + training + ", found " + i);
        }
        int block = i / (EVERY - 1);
        int place = i % (EVERY - 1);
        return EVERY * block + (place < places[block] ? place : place + 1);
    }

    /** The index in the file of a held-out sample, each as likely as the other. */
    int heldOut(RandomStream random) {
        int block = random.below(places.length);
        return EVERY * block + places[block];
    }

    /**
     * The indices in the file of held-out samples, each at most once, every choice of them as likely as the other.
     *
     * @param most how many; fewer if there are fewer
     */
    int[] heldOutOnce(int most, RandomStream random) {
        int[] blocks = IntStream.range(0, places.length).toArray();
        int[] chosen = new int[Math.min(most, blocks.length)];
        for (int i = 0; i < chosen.length; i++) {
            int other = i + random.below(blocks.length - i);
            int block = blocks[other];
            blocks[other] = blocks[i];
            chosen[i] = EVERY * block + places[block];
        }
        return chosen;
    }
}
