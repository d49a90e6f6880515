package lipschitzlab.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.diagnostic.LayerOperatorNorms;
import lipschitzlab.diagnostic.PlaneMap;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.network.BoundNetwork;

/**
 * What a lesson or a figure asks of a critic once, at the start or at the end of its run. What was not asked for is empty; a
 * list otherwise has one entry for each layer with a weight, in the order of the critic.
 *
 * @param weights how the weights are distributed, in {@value #BINS} bins: the two outer ones hold the weights within 1 % of
 *     the largest
 * @param norms of layers that are linear maps
 * @param gradients of the critic's loss without its penalty
 * @param hiddenWeights how the weights between hidden layers, together, are distributed
 * @param plane the critic's values over the plane, to a bit beyond the data; only of critics of points
 */
public record LaneInspection(
        List<WeightHistogram> weights,
        List<LayerOperatorNorms> norms,
        List<LayerGradient> gradients,
        Optional<WeightHistogram> hiddenWeights,
        Optional<PlaneMap> plane) {
    static final int BINS = 200;
    private static final int HIDDEN_BINS = 80;
    private static final int SAMPLES = 256;
    private static final int PLANE_SIZE = 101;
    private static final double PLANE_MARGIN = 1.3;

    /** What can be asked for. */
    public enum Part {
        WEIGHTS,
        NORMS,
        GRADIENTS,
        HIDDEN_WEIGHTS,
        PLANE
    }

    /** Copies the lists. */
    public LaneInspection {
        weights = List.copyOf(weights);
        norms = List.copyOf(norms);
        gradients = List.copyOf(gradients);
    }

    /** Measures and frees what that made; the lane stays as it is. */
    public static LaneInspection of(LaneTraining training, Set<Part> parts) {
        try (Scope temporaries = training.engine().openScope()) {
            BoundNetwork critic = training.critic().bind(training.constraint(), false);
            return new LaneInspection(
                    parts.contains(Part.WEIGHTS) ? WeightHistogram.ofLayers(critic, BINS) : List.of(),
                    parts.contains(Part.NORMS)
                            ? LayerOperatorNorms.of(critic, RandomStream.of(training.seed(), RandomPurpose.LAYER_NORMS))
                            : List.of(),
                    parts.contains(Part.GRADIENTS) ? gradients(training) : List.of(),
                    parts.contains(Part.HIDDEN_WEIGHTS)
                            ? Optional.of(WeightHistogram.ofHidden(critic, HIDDEN_BINS))
                            : Optional.empty(),
                    parts.contains(Part.PLANE)
                            ? Optional.of(PlaneMap.of(
                                    critic,
                                    PLANE_SIZE,
                                    PLANE_MARGIN * training.data().range()))
                            : Optional.empty());
        }
    }

    private static List<LayerGradient> gradients(LaneTraining training) {
        LabelledSamples real = LaneDiagnosis.heldOut(
                training.classes(), SAMPLES, RandomStream.of(training.seed(), RandomPurpose.INSPECTED_POINTS));
        float[] fake = new LaneProbe(training).samples(SAMPLES, real.labels(), SampleUse.INSPECTED);
        BoundNetwork critic =
                training.critic().bind(training.constraint(), true).given(real.labels());
        return LayerGradient.of(
                critic, points(training, real.values()), points(training, fake), training.objective()::criticLoss);
    }

    private static Var points(LaneTraining training, float[] samples) {
        Engine engine = training.engine();
        Shape batch = training.data().sampleShape().batchOf(SAMPLES);
        return Var.constant(engine, engine.of(Arrays.copyOf(samples, batch.length()), batch));
    }
}
