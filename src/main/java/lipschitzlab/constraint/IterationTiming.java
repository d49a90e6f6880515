package lipschitzlab.constraint;

import lipschitzlab.setting.ChoiceSetting;

/**
 * When a {@link PowerIteration} advances. Miyato et al. 2018 write one iteration for each critic update (algorithm 1); their
 * published code iterates whenever the critic is applied in training: to real samples, to fake ones, and once more in the
 * generator's update. Here real and fake samples go through the critic together, so both of that update's iterations come before
 * it.
 */
public enum IterationTiming {
    /** Once before each critic update. */
    CRITIC_UPDATE("critic-update", 1, 0),
    /** Twice before each critic update, once before the generator's. */
    FORWARD_PASS("forward-pass", 2, 1);

    /** Of the methods that keep a power iteration. */
    public static final ChoiceSetting<IterationTiming> SETTING = ChoiceSetting.of(
            "iterateAt",
            "Iterate at",
            IterationTiming.class,
            timing -> timing.id,
            CRITIC_UPDATE,
            true,
            "critic-update: the paper's algorithm 1. forward-pass: the authors' code, which iterates whenever the critic is applied"
                    + " in training: twice for a critic update, and once for the generator's.");

    private final String id;
    private final int perCriticUpdate;
    private final int perGeneratorUpdate;

    IterationTiming(String id, int perCriticUpdate, int perGeneratorUpdate) {
        this.id = id;
        this.perCriticUpdate = perCriticUpdate;
        this.perGeneratorUpdate = perGeneratorUpdate;
    }

    int perCriticUpdate() {
        return perCriticUpdate;
    }

    int perGeneratorUpdate() {
        return perGeneratorUpdate;
    }
}
