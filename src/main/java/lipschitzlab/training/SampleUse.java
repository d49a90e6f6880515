package lipschitzlab.training;

import lipschitzlab.compute.RandomPurpose;

/** What generated samples are taken for, apart from training. Each use sees the same inputs of the generator at every step. */
public enum SampleUse {
    /** Compared with held-out samples. */
    MEASURED(RandomPurpose.MEASURED_LATENT, RandomPurpose.MEASURED_FROZEN),
    /** Measured because a person asked for it. */
    INSPECTED(RandomPurpose.INSPECTED_LATENT, RandomPurpose.INSPECTED_FROZEN),
    /** Drawn. */
    SHOWN(RandomPurpose.SHOWN_LATENT, RandomPurpose.SHOWN_FROZEN),
    /** Given to a benchmark's baseline too. */
    BASELINE(RandomPurpose.BASELINE_CHECK, RandomPurpose.BASELINE_CHECK_FROZEN);

    private final RandomPurpose noise;
    private final RandomPurpose frozen;

    SampleUse(RandomPurpose noise, RandomPurpose frozen) {
        this.noise = noise;
        this.frozen = frozen;
    }

    /** The generator's input, or what a frozen generator adds to real samples. */
    RandomPurpose noise() {
        return noise;
    }

    /** The real samples of a frozen generator. */
    RandomPurpose frozen() {
        return frozen;
    }
}
