package lipschitzlab.constraint;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.Network;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Values;

/** The registry of constraints. */
public enum ConstraintKind {
    /** Miyato et al. 2018. */
    SPECTRAL_NORM(
            "spectral-norm",
            "spectral norm",
            "Miyato et al. 2018",
            List.of(SpectralNormalization.POWER_ITERATIONS),
            SpectralNormalization::new),
    /** Gulrajani et al. 2017. */
    GRADIENT_PENALTY(
            "gradient-penalty",
            "gradient penalty",
            "Gulrajani et al. 2017",
            List.of(GradientPenalty.LAMBDA),
            (critic, values, random) -> new GradientPenalty(values)),
    /** Arjovsky et al. 2017. */
    WEIGHT_CLIPPING(
            "weight-clipping",
            "weight clipping",
            "Arjovsky et al. 2017",
            List.of(WeightClipping.BOUND),
            (critic, values, random) -> new WeightClipping(values)),
    /** No constraint: the control. */
    UNCONSTRAINED(
            "unconstrained",
            "unconstrained",
            "Goodfellow et al. 2014",
            List.of(),
            (critic, values, random) -> new Unconstrained());

    /** Makes a constraint for one critic. */
    @FunctionalInterface
    interface Factory {
        /**
         * A new constraint.
         *
         * @param values the lane's values; a constraint reads them at each step, so that they can change while it runs
         * @param random for the constraint's initial state
         */
        Constraint create(Network critic, Values values, RandomStream random);
    }

    private final String id;
    private final String title;
    private final String source;
    private final List<NumberSetting> settings;
    private final Factory factory;

    ConstraintKind(String id, String title, String source, List<NumberSetting> settings, Factory factory) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.settings = settings;
        this.factory = factory;
    }

    /** The name in presets and options. */
    public String id() {
        return id;
    }

    /** The name on a card. */
    public String title() {
        return title;
    }

    /** The paper. */
    public String source() {
        return source;
    }

    /** The settings that this method reads. */
    public List<NumberSetting> settings() {
        return settings;
    }

    /** A new constraint of this kind. */
    public Constraint create(Network critic, Values values, RandomStream random) {
        return factory.create(critic, values, random);
    }

    /** The constraint of this name, one of {@link #ids}. */
    public static ConstraintKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of " + ids() + ", found " + id));
    }

    /** All names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ConstraintKind::id).toList();
    }
}
