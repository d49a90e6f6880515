package lipschitzlab.constraint;

import java.util.Arrays;
import java.util.List;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.Network;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.SettingSource;

/** The registry of constraints. A lane may have several at once: see {@link ConstraintSet}. */
public enum ConstraintKind {
    /** Miyato et al. 2018. */
    SPECTRAL_NORM(
            "spectral-norm",
            "spectral norm",
            "Miyato et al. 2018",
            Mechanism.USED_WEIGHT,
            List.of(SpectralNormalization.POWER_ITERATIONS, IterationTiming.SETTING, SpectralNormalization.BOUND),
            SpectralNormalization::new),
    /** Gulrajani et al. 2017. */
    GRADIENT_PENALTY(
            "gradient-penalty",
            "gradient penalty",
            "Gulrajani et al. 2017",
            Mechanism.SLOPE_PENALTY,
            List.of(GradientPenalty.LAMBDA),
            (critic, values, random) -> GradientPenalty.with(values)),
    /** Arjovsky et al. 2017. */
    WEIGHT_CLIPPING(
            "weight-clipping",
            "weight clipping",
            "Arjovsky et al. 2017",
            Mechanism.STORED_WEIGHT,
            List.of(WeightClipping.BOUND),
            (critic, values, random) -> new WeightClipping(values)),
    /** No constraint: the control. */
    UNCONSTRAINED(
            "unconstrained",
            "unconstrained",
            "Goodfellow et al. 2014",
            Mechanism.NONE,
            List.of(),
            (critic, values, random) -> new Unconstrained()),
    /** Wu et al. 2018. */
    WGAN_DIV(
            "wgan-div",
            "WGAN-div",
            "Wu et al. 2018",
            Mechanism.SLOPE_PENALTY,
            List.of(WassersteinDivergence.FACTOR, WassersteinDivergence.POWER),
            (critic, values, random) -> WassersteinDivergence.with(values)),
    /** Petzka et al. 2018. */
    WGAN_LP(
            "wgan-lp",
            "WGAN-LP",
            "Petzka et al. 2018",
            Mechanism.SLOPE_PENALTY,
            List.of(LipschitzPenalty.LAMBDA),
            (critic, values, random) -> LipschitzPenalty.with(values)),
    /** Mescheder et al. 2018. */
    R1(
            "r1",
            "R1",
            "Mescheder et al. 2018",
            Mechanism.SLOPE_PENALTY,
            List.of(R1Penalty.GAMMA),
            (critic, values, random) -> R1Penalty.with(values)),
    /** Kodali et al. 2017. */
    DRAGAN(
            "dragan",
            "DRAGAN",
            "Kodali et al. 2017",
            Mechanism.SLOPE_PENALTY,
            List.of(DraganPenalty.LAMBDA),
            (critic, values, random) -> DraganPenalty.with(values)),
    /** Salimans and Kingma 2016. */
    WEIGHT_NORM(
            "weight-norm",
            "weight norm",
            "Salimans and Kingma 2016",
            Mechanism.USED_WEIGHT,
            List.of(Gain.SETTING),
            (critic, values, random) -> new WeightNormalization(critic, values)),
    /** Brock et al. 2016. */
    ORTHONORMAL(
            "orthonormal",
            "orthonormal",
            "Brock et al. 2016",
            Mechanism.WEIGHT_PENALTY,
            List.of(OrthonormalRegularization.BETA),
            (critic, values, random) -> new OrthonormalRegularization(critic, values)),
    /** Ba et al. 2016. */
    LAYER_NORM(
            "layer-norm",
            "layer norm",
            "Ba et al. 2016",
            Mechanism.LAYER,
            List.of(Gain.SETTING),
            (critic, values, random) -> new LayerNormalization(critic, values)),
    /** Miyato et al. 2018, appendix E. */
    SPECTRAL_NORM_GAMMA(
            "spectral-norm-gamma",
            "spectral norm, learned γ",
            "Miyato et al. 2018, appendix E",
            Mechanism.USED_WEIGHT,
            List.of(SpectralNormalization.POWER_ITERATIONS, IterationTiming.SETTING),
            ScaledSpectralNormalization::new);

    /** The mechanism by which a method works. {@link Conflict} says which exclude each other. */
    enum Mechanism {
        /** Nothing. */
        NONE,
        /** Layers use another weight than the stored one. */
        USED_WEIGHT,
        /** The stored weight is changed after each update. */
        STORED_WEIGHT,
        /** A penalty on the weights that layers use. */
        WEIGHT_PENALTY,
        /** A layer behind others. */
        LAYER,
        /** A penalty on the critic's slope at some points. */
        SLOPE_PENALTY
    }

    /** Makes a constraint for one critic. */
    @FunctionalInterface
    interface Factory {
        /**
         * A new constraint.
         *
         * @param values the lane's values; a constraint reads them at each step, so that they can change while it runs
         * @param random for the constraint's initial state
         */
        Constraint create(Network critic, SettingSource values, RandomStream random);
    }

    private final String id;
    private final String title;
    private final String source;
    private final Mechanism mechanism;
    private final List<Setting<?>> settings;
    private final Factory factory;

    ConstraintKind(
            String id,
            String title,
            String source,
            Mechanism mechanism,
            List<? extends Setting<?>> settings,
            Factory factory) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.mechanism = mechanism;
        this.settings = List.copyOf(settings);
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

    /** The mechanism by which this method works. */
    Mechanism mechanism() {
        return mechanism;
    }

    /** The settings that this method reads. */
    public List<Setting<?>> settings() {
        return settings;
    }

    /** A new constraint of this kind. */
    public Constraint create(Network critic, SettingSource values, RandomStream random) {
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
