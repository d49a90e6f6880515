package lipschitzlab.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.diagnostic.ExactWasserstein;
import lipschitzlab.diagnostic.ModeCoverage;
import lipschitzlab.diagnostic.SlicedWasserstein;

/** The distances of samples to held-out data, which are the same ones in every lane and at every step. */
final class HeldOutDistances {
    private static final int IMAGES = 256;
    private static final int TRANSPORTED = 256;
    private static final int PROJECTIONS = 64;

    private final boolean images;
    private final int dimension;
    private final float[] heldOut;
    private final SlicedWasserstein sliced;

    /** @param seed the experiment's, which decides the held-out samples and the directions of projection */
    HeldOutDistances(Dataset data, long seed) {
        this.images = data.sampleShape().rank() > 1;
        this.dimension = data.sampleShape().length();
        this.heldOut = data.heldOut(slicedSamples(), RandomStream.of(seed, RandomPurpose.HELD_OUT));
        this.sliced = SlicedWasserstein.from(
                heldOut, dimension, PROJECTIONS, RandomStream.of(seed, RandomPurpose.PROJECTIONS));
    }

    /** How many samples the sliced distance compares. */
    int slicedSamples() {
        return images ? IMAGES : ModeCoverage.USUAL_SAMPLES;
    }

    /** How many samples the exact distance compares. */
    int exactSamples() {
        return TRANSPORTED;
    }

    /**
     * The sliced Wasserstein distance.
     *
     * @param samples as many as {@link #slicedSamples}, row-major
     */
    double sliced(float[] samples) {
        return sliced.to(samples);
    }

    /**
     * The exact Wasserstein-1 distance of the first {@link #exactSamples}; only on points of the plane.
     *
     * @param samples at least as many, row-major
     */
    OptionalDouble exact(float[] samples) {
        int length = TRANSPORTED * dimension;
        return images
                ? OptionalDouble.empty()
                : OptionalDouble.of(ExactWasserstein.between(
                        Arrays.copyOf(samples, length), Arrays.copyOf(heldOut, length), dimension));
    }
}
