package lipschitzlab.preset;

import java.util.List;
import java.util.stream.Stream;
import lipschitzlab.network.Conditioning;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.CountSetting;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Setting;

/** What all lanes of an experiment share. */
public final class SharedSettings {
    /** The seed of everything random. */
    public static final CountSetting SEED = new CountSetting(
            "seed",
            "Seed",
            "",
            0,
            Integer.MAX_VALUE,
            1,
            false,
            "All initial weights, batches and noise follow from it; the same seed repeats the same run.");

    /** Samples in a batch. */
    public static final CountSetting BATCH = new CountSetting(
            "batch", "Batch", "", 2, 65536, 256, false, "Real samples, and as many fake ones, in each critic update.");

    /** The dimension of the generator's input. */
    public static final CountSetting LATENT = new CountSetting(
            "latent", "Latent dimension", "", 1, 4096, 2, false, "The length of the noise vector z ~ N(0, I).");

    /** How the networks learn of classes. */
    public static final ChoiceSetting<Conditioning.Way> CONDITIONAL = ChoiceSetting.of(
            "conditional",
            "Conditional",
            Conditioning.Way.class,
            Conditioning.Way::id,
            Conditioning.Way.NONE,
            false,
            "Whether the networks know each sample's class. Projection: the critic compares its features with a vector for each"
                    + " class, and the generator's batch normalization has a gain and a shift for each. Concatenation: both read"
                    + " the class beside their input. Needs data with classes.");

    /** How many samples a generator update has. */
    public static final CountSetting GENERATOR_BATCH = new CountSetting(
            "generatorBatch",
            "Generator batch",
            "×",
            1,
            64,
            1,
            false,
            "Fake samples in a generator update, as a multiple of the batch. The SNGAN paper's code doubles it for residual"
                    + " networks.");

    /** The decay of the averaged generator. */
    public static final NumberSetting GENERATOR_AVERAGE = NumberSetting.between(
            "generatorAverage",
            "Average of generators",
            "β",
            0,
            0.99999,
            0,
            false,
            "Keeps beside each generator a moving average of its weights over its updates, in which the share β of the average stays"
                    + " at each of them. It takes no part in training; its samples change less from step to step.");

    /** The horizon. */
    public static final CountSetting STEPS = new CountSetting(
            "steps",
            "Horizon",
            "",
            1,
            100_000_000,
            3000,
            false,
            "Generator steps after which training stops and offers to go on; falling rates reach 0 here.");

    /** How lanes keep pace. */
    public static final ChoiceSetting<Pace> MODE = ChoiceSetting.of(
            "mode",
            "Pace",
            Pace.class,
            Pace::id,
            Pace.LOCKSTEP,
            true,
            "Lockstep: every lane at the same step. Free: every lane as fast as it goes.");

    /** How often lanes are diagnosed. */
    public static final CountSetting DIAGNOSTICS_EVERY = new CountSetting(
            "diagnosticsEvery",
            "Diagnose every",
            "",
            1,
            1_000_000,
            50,
            false,
            "Generator steps between two measurements of spectra, slopes and sample quality.");

    /** How often pictures are compared. */
    public static final CountSetting MEASURES_EVERY = new CountSetting(
            "measuresEvery",
            "Compare pictures every",
            "",
            0,
            1_000_000,
            0,
            false,
            "Generator steps between two comparisons of generated with real pictures by their features, which takes seconds; also"
                    + " done at the horizon. 0: never.");

    /** Native threads for each lane's operations. */
    public static final CountSetting THREADS_PER_LANE = new CountSetting(
            "threadsPerLane",
            "Threads per lane",
            "",
            1,
            256,
            1,
            false,
            "Native threads of a lane's operations. Results differ in their last digits between thread counts.");

    private static final List<Setting<?>> TOP =
            List.of(SEED, BATCH, LATENT, CONDITIONAL, GENERATOR_BATCH, GENERATOR_AVERAGE);
    private static final List<Setting<?>> SCHEDULE =
            List.of(STEPS, MODE, DIAGNOSTICS_EVERY, THREADS_PER_LANE, MEASURES_EVERY);
    private static final List<Setting<?>> OPTIONAL =
            List.of(CONDITIONAL, GENERATOR_BATCH, GENERATOR_AVERAGE, MEASURES_EVERY);

    private SharedSettings() {}

    /** Those at the top of a preset. */
    public static List<Setting<?>> top() {
        return TOP;
    }

    /** Those under {@code schedule} in a preset. */
    public static List<Setting<?>> schedule() {
        return SCHEDULE;
    }

    /** Those that are off at their default values. */
    static List<Setting<?>> optional() {
        return OPTIONAL;
    }

    /** All of them. */
    public static List<Setting<?>> all() {
        return Stream.concat(TOP.stream(), schedule().stream()).toList();
    }
}
