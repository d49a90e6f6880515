package lipschitzlab.measurement;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.network.Conditioning;
import lipschitzlab.preset.DataSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;

/** The numbers that a lane reports over time. */
public enum Metric {
    /** What the critic minimised, its penalty included. */
    CRITIC_LOSS("critic_loss", "Critic loss, total", Scope.WITHIN_LANE, When.EVERY_STEP),
    /** The constraint's part of the critic's loss, its factor λ included. */
    PENALTY("penalty", "Penalty", Scope.WITHIN_LANE, When.EVERY_STEP),
    /** E D(x) − E D(G(z)). */
    GAP("gap", "Critic's gap E D(x) − E D(G(z))", Scope.WITHIN_LANE, When.EVERY_STEP),
    /**
     * The gap by the largest input-gradient norm that was found at real, fake and interpolated points. With a critic's Lipschitz
     * constant in its place, this bounds the Wasserstein-1 distance from below (Kantorovich and Rubinstein's duality); the
     * slope that was found may be smaller than that constant.
     */
    GAP_OVER_SLOPE(
            "gap_over_steepest_slope", "Gap ÷ steepest slope (W₁ from below)", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** What the generator minimised. */
    GENERATOR_LOSS("generator_loss", "Generator loss", Scope.WITHIN_LANE, When.EVERY_STEP),
    /** Mean of ‖∇D‖₂ at data. */
    GRADIENT_NORM_REAL("gradient_norm_real", "Mean ‖∇D‖ at real points", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Mean of ‖∇D‖₂ at generated samples. */
    GRADIENT_NORM_FAKE("gradient_norm_fake", "Mean ‖∇D‖ at fake points", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Mean of ‖∇D‖₂ between data and generated samples. */
    GRADIENT_NORM_INTERPOLATED(
            "gradient_norm_interpolated", "Mean ‖∇D‖ between real and fake", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Largest ‖∇D‖₂ at all of these points. */
    GRADIENT_NORM_MAX("gradient_norm_max", "Largest ‖∇D‖", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** The largest slope that was found anywhere: a bound of the Lipschitz constant from below. */
    LIPSCHITZ_FOUND(
            "lipschitz_found",
            "Lipschitz constant, from below (steepest slope found)",
            Scope.ACROSS_LANES,
            When.DIAGNOSTICS),
    /** The product of the layers' certified norms: a bound of the Lipschitz constant from above. */
    LIPSCHITZ_CERTIFIED(
            "lipschitz_certified", "Lipschitz constant, from above (certified)", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** The product of the layers' operator norms: an estimate of the smallest bound that norms of layers give. */
    LIPSCHITZ_OPERATORS(
            "lipschitz_operators", "Product of operator norms (estimated bound)", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** The product of the reshaped weights' norms: what spectral normalization sets to 1, and with convolutions no bound. */
    LIPSCHITZ_NOMINAL(
            "lipschitz_nominal", "Product of reshaped σ (nominal bound)", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Mean size of the objective's gradient at generated samples: what the generator learns from. */
    GENERATOR_SIGNAL("generator_signal", "Generator's signal at the fakes", Scope.WITHIN_LANE, When.DIAGNOSTICS),
    /** Sliced Wasserstein distance of samples to held-out data. */
    SLICED_WASSERSTEIN(
            "sliced_wasserstein", "Sliced Wasserstein distance to held-out data", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Exact Wasserstein-1 distance between some samples and as many held-out points of the plane. */
    WASSERSTEIN("wasserstein", "Wasserstein distance to held-out points (exact)", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Modes with at least one sample within 3σ. */
    MODES("modes", "Modes captured", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Modes with at least a quarter of their fair share; NaN where too few samples are near a mode to say so. */
    BALANCED_MODES("balanced_modes", "Balanced modes", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Share of samples within 3σ of a mode. */
    HIGH_QUALITY("high_quality", "High-quality share (within 3σ)", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** Share of samples within 0.1 of a mode. */
    NEAR_MODE("near_mode", "Share near a mode (within 0.1)", Scope.ACROSS_LANES, When.DIAGNOSTICS),
    /** The squared maximum mean discrepancy of features with the cubic kernel, unbiased (Bińkowski et al. 2018). */
    KERNEL_DISTANCE(
            "kernel_distance", "Kernel distance of features to held-out pictures", Scope.ACROSS_LANES, When.MEASURES),
    /** The squared Fréchet distance of Gaussians with the features' means and covariances (the formula of Heusel et al. 2017). */
    FRECHET_DISTANCE(
            "frechet_distance", "Fréchet distance of features to held-out pictures", Scope.ACROSS_LANES, When.MEASURES),
    /** Share of samples whose features lie among those of real pictures (Kynkäänniemi et al. 2019). */
    PRECISION("precision", "Precision: samples among real pictures", Scope.ACROSS_LANES, When.MEASURES),
    /** Share of real pictures whose features lie among those of samples (Kynkäänniemi et al. 2019). */
    RECALL("recall", "Recall: real pictures among samples", Scope.ACROSS_LANES, When.MEASURES),
    /** How crowded the samples lie around real pictures; 1 for the data's own distribution (Naeem et al. 2020). */
    DENSITY("density", "Density of samples around real pictures", Scope.ACROSS_LANES, When.MEASURES),
    /** Share of real pictures with a sample near (Naeem et al. 2020). */
    COVERAGE("coverage", "Coverage: real pictures with a sample near", Scope.ACROSS_LANES, When.MEASURES),
    /** Sliced Wasserstein distance of patches of Laplacian pyramids (Karras et al. 2018). */
    SLICED_WASSERSTEIN_PYRAMID(
            "sliced_wasserstein_pyramid",
            "Sliced Wasserstein distance of patches (Laplacian pyramid)",
            Scope.ACROSS_LANES,
            When.MEASURES),
    /** Share of samples in which the lab's own classifier finds the class that was asked for. */
    CLASS_AGREEMENT("class_agreement", "Samples of the class that was asked for", Scope.ACROSS_LANES, When.MEASURES);

    /** What metrics were called in files of former versions. */
    private static final Map<String, String> FORMER_IDS = Map.of("gap_over_slope", GAP_OVER_SLOPE.id);

    private enum Scope {
        WITHIN_LANE,
        ACROSS_LANES
    }

    private enum When {
        EVERY_STEP,
        DIAGNOSTICS,
        MEASURES
    }

    private final String id;
    private final String title;
    private final Scope scope;
    private final When when;

    Metric(String id, String title, Scope scope, When when) {
        this.id = id;
        this.title = title;
        this.scope = scope;
        this.when = when;
    }

    /** The name in {@code curves.csv}. */
    public String id() {
        return id;
    }

    /** The name on an axis. */
    public String title() {
        return title;
    }

    /** Whether values of different lanes are in one unit; otherwise only trends within a lane compare. */
    public boolean comparable() {
        return scope == Scope.ACROSS_LANES;
    }

    /**
     * Whether there is a value for every generator step; otherwise for those at which the lane is diagnosed or its pictures are
     * compared.
     */
    public boolean everyStep() {
        return when == When.EVERY_STEP;
    }

    /** Whether it compares samples with held-out data, so that it has a {@link Floor}. */
    public boolean hasFloor() {
        return this == SLICED_WASSERSTEIN || this == WASSERSTEIN || (comparesPictures() && !needsClasses());
    }

    /** Whether samples that are more like the data measure more; otherwise less. Of metrics that compare samples with data. */
    public boolean largerIsBetter() {
        return List.of(
                        MODES,
                        BALANCED_MODES,
                        HIGH_QUALITY,
                        NEAR_MODE,
                        PRECISION,
                        RECALL,
                        DENSITY,
                        COVERAGE,
                        CLASS_AGREEMENT)
                .contains(this);
    }

    /** Whether it compares pictures, at steps of its own and only where a run asks for that ({@code measuresEvery}). */
    public boolean comparesPictures() {
        return when == When.MEASURES;
    }

    /** The metrics that make sense only on mixtures of known modes. */
    private boolean needsModes() {
        return List.of(MODES, BALANCED_MODES, HIGH_QUALITY, NEAR_MODE).contains(this);
    }

    /** The metrics that are measured on points of the plane only. */
    private boolean needsPlane() {
        return this == WASSERSTEIN;
    }

    /** The metrics that are measured where networks read classes only. */
    private boolean needsClasses() {
        return this == CLASS_AGREEMENT;
    }

    /** Whether it is measured on these data. */
    public boolean fits(Dataset data) {
        boolean plane = data.sampleShape().rank() == 1;
        return (!needsModes() || data.mixture().isPresent())
                && (!needsPlane() || plane)
                && (!comparesPictures() || !plane);
    }

    /** As {@link #fits(Dataset)}, of data that may still lie in a file, which is not read for it: a file knows no modes. */
    public boolean fits(DataSpec data) {
        boolean file = data.kind().needsFile();
        boolean images = data.kind().images();
        return file
                ? !needsModes() && (!needsPlane() || !images) && (!comparesPictures() || images)
                : fits(data.load());
    }

    /** Whether an experiment measures it. */
    public boolean fits(Preset preset) {
        return fits(preset.data()) && isWanted(preset);
    }

    /** As {@link #fits(Preset)}, of a preset whose data are there. */
    public boolean fits(Preset preset, Dataset data) {
        return fits(data) && isWanted(preset);
    }

    private boolean isWanted(Preset preset) {
        boolean compared = preset.shared().get(SharedSettings.MEASURES_EVERY) > 0;
        boolean conditional = preset.shared().get(SharedSettings.CONDITIONAL) != Conditioning.Way.NONE;
        return (!comparesPictures() || compared) && (!needsClasses() || conditional);
    }

    /** The metric of this name, or of the name that it had in a former version. */
    public static Metric of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no metric '" + id + "'"));
    }

    /** As {@link #of}, where there may be none. */
    public static Optional<Metric> find(String id) {
        return Arrays.stream(values())
                .filter(metric -> metric.id.equals(FORMER_IDS.getOrDefault(id, id)))
                .findFirst();
    }
}
