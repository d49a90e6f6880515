package lipschitzlab.measurement;

/** What it means when a metric's curve rises and falls, for somebody who sees it for the first time. */
public final class MetricMeaning {
    private MetricMeaning() {}

    /** In two or three sentences. */
    public static String of(Metric metric) {
        return switch (metric) {
            case CRITIC_LOSS ->
                "What the critic minimises, its penalty included. It falls while the critic learns faster than the"
                        + " generator, and rises while the generator catches up. Swings without a trend mean that the"
                        + " two chase each other.";
            case PENALTY ->
                "The constraint's part of the critic's loss, λ included. It rises when the critic breaks the"
                        + " constraint more, and falls towards 0 when it keeps it.";
            case GAP ->
                "How much higher the critic scores real data than generated. It rises when the critic tells them apart"
                        + " better. It falls towards 0 when it cannot: because the samples are good, or because the"
                        + " critic is weak. The distances say which.";
            case GAP_OVER_SLOPE ->
                "The gap in units of the data: at least so far is what is generated from the data, as this critic sees"
                        + " it. It falls when samples come nearer, and rises when the critic finds a difference.";
            case GENERATOR_LOSS ->
                "What the generator minimises. It rises when the critic refuses more samples and falls when the"
                        + " generator deceives it. A low loss alone says nothing of good samples: the critic may be"
                        + " weak.";
            case GRADIENT_NORM_REAL, GRADIENT_NORM_FAKE, GRADIENT_NORM_INTERPOLATED ->
                "How steep the critic is there, on average. Gradient penalty asks for 1. A curve that falls far below"
                        + " 1 leaves the generator little to learn from; one that rises without end shows that nothing"
                        + " holds the Lipschitz constant.";
            case GRADIENT_NORM_MAX, LIPSCHITZ_FOUND ->
                "The steepest slope that was found: the Lipschitz constant is at least this. Above 1 the critic is not"
                        + " 1-Lipschitz. It falls when the constraint takes hold, and rises when it loses hold.";
            case LIPSCHITZ_CERTIFIED ->
                "The Lipschitz constant is at most this, for certain. It rises when layers' norms grow. Far above the"
                        + " slope that was found it says little, since layers seldom stretch in one direction together.";
            case LIPSCHITZ_OPERATORS ->
                "The layers' operator norms multiplied: an estimate of the best bound that norms of layers give. It"
                        + " rises when layers stretch more, and falls when they are held.";
            case LIPSCHITZ_NOMINAL ->
                "What spectral normalization sets to 1: the norms of weights written as matrices, multiplied. It stays"
                        + " at 1 there; elsewhere it rises and falls with the weights. With convolutions it is no bound.";
            case GENERATOR_SIGNAL ->
                "How strong the gradient is that the generator learns from. A fall towards 0 means that the critic has"
                        + " stopped teaching: the generator stands still. A steep rise means rough steps.";
            case SLICED_WASSERSTEIN, WASSERSTEIN ->
                "How far samples are from held-out data, in units of the data. It falls when samples get better. The"
                        + " grey band is what two samples of real data are apart: nothing can stay below it for long.";
            case MODES ->
                "How many of the data's modes have at least one sample near. It rises as the generator finds modes,"
                        + " and falls when it forgets them: mode collapse.";
            case BALANCED_MODES ->
                "How many modes have at least a quarter of their fair share of samples. It falls when a few modes take"
                        + " most samples, even while others have one.";
            case HIGH_QUALITY, NEAR_MODE ->
                "The share of samples that lie near some mode. It rises when samples get sharper, even if they all lie"
                        + " at one mode: look at the modes too.";
            case KERNEL_DISTANCE, FRECHET_DISTANCE ->
                "How far features of generated pictures are from those of held-out ones. It falls when pictures get"
                        + " better or more varied. The grey band is real against real.";
            case PRECISION ->
                "The share of generated pictures that look like some real one. It rises when pictures get better, even"
                        + " if all are alike: look at recall too.";
            case RECALL ->
                "The share of real pictures that the generator comes near to. It falls when the generator leaves out a"
                        + " part of the data.";
            case DENSITY ->
                "How crowded generated pictures lie around real ones; 1 for real data. It rises when pictures gather"
                        + " where real ones are dense.";
            case COVERAGE ->
                "The share of real pictures with a generated one near. It rises when pictures are good and varied, and"
                        + " falls when modes are left out.";
            case SLICED_WASSERSTEIN_PYRAMID ->
                "How far small patches are from those of real pictures, from coarse to fine. It falls when edges and"
                        + " textures get right.";
            case CLASS_AGREEMENT ->
                "The share of pictures in which a classifier sees the class that was asked for. It rises when the"
                        + " generator listens to the class.";
        };
    }
}
