package lipschitzlab.training;

import java.util.Optional;
import java.util.OptionalDouble;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;

/**
 * Which of a lane's generators makes pictures to look at, and of which latent points. Training's are never truncated.
 *
 * @param averaged the average of the generator's weights in place of the newest ones
 * @param truncation the threshold; none leaves latent points as they are
 */
public record SampleSource(boolean averaged, OptionalDouble truncation) {
    /** What cards show. */
    public static final SampleSource USUAL = new SampleSource(false, OptionalDouble.empty());

    /** The threshold of truncation (Brock et al. 2019, section 3.1). */
    public static final NumberSetting TRUNCATION = NumberSetting.between(
            "truncation",
            "Truncation",
            "",
            0.05,
            4,
            1,
            false,
            "Draws every component of a latent point again until it is no further from 0 than this. Less makes pictures more alike"
                    + " and often better; more than 3 changes almost nothing.");

    /**
     * As a person asks for it.
     *
     * @param truncation as typed; blank for none
     * @throws InputException if that is no threshold
     */
    public static SampleSource of(boolean averaged, String truncation) {
        return new SampleSource(
                averaged,
                truncation.isBlank()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(TRUNCATION.parse(truncation.strip(), "truncation")));
    }

    /** Whether a preset keeps an average of its generators. */
    public static boolean hasAverage(Preset preset) {
        return preset.shared().get(SharedSettings.GENERATOR_AVERAGE) > 0;
    }

    /** @throws InputException if the average is asked for, and a preset keeps none */
    public void require(Preset preset) {
        if (averaged && !hasAverage(preset)) {
            throw new InputException(
                    "the averaged generator",
                    "a run whose setting " + SharedSettings.GENERATOR_AVERAGE.key() + " is more than 0",
                    "0",
                    "Train one with it, such as 0.999, or leave the average out.");
        }
    }

    /** Whether this is what cards show. */
    public boolean usual() {
        return equals(USUAL);
    }

    /** How it differs from what cards show, to stand behind the step; empty if it does not. */
    public String words() {
        return (averaged ? ", averaged" : "")
                + (truncation.isPresent() ? ", truncated at " + NumberSetting.format(truncation.getAsDouble()) : "");
    }

    /**
     * Samples of the first latent points that cards show.
     *
     * @param labels the class of each, if the network reads classes; otherwise none
     * @return row-major {@code [count, …sample]}; nothing of a lane without such a generator
     */
    public Optional<float[]> samples(LaneTraining training, int count, int[] labels) {
        return generator(training)
                .map(asked -> asked.samples(latents(training.seed(), count * asked.latent()), labels));
    }

    /** The generator that is asked; nothing if the lane has no such one. */
    Optional<TrainedGenerator> generator(LaneTraining training) {
        return training.generator() instanceof TrainedGenerator trained
                ? averaged ? trained.averaged() : Optional.of(trained)
                : Optional.empty();
    }

    /**
     * The first components of the latent points that cards show. Those beyond the threshold are drawn again, in their order, from a
     * stream of their own, so that the others stay what they were.
     */
    float[] latents(long seed, int components) {
        float[] drawn = RandomStream.of(seed, RandomPurpose.SHOWN_LATENT).gaussians(components);
        if (truncation.isPresent()) {
            RandomStream again = RandomStream.of(seed, RandomPurpose.TRUNCATED_LATENT);
            for (int i = 0; i < components; i++) {
                while (Math.abs(drawn[i]) > truncation.getAsDouble()) {
                    drawn[i] = (float) again.gaussian();
                }
            }
        }
        return drawn;
    }
}
