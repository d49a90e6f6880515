package lipschitzlab.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.diagnostic.LayerNorms;
import lipschitzlab.diagnostic.WeightHistogram;
import lipschitzlab.network.BoundNetwork;

/**
 * What a lesson asks of a critic once, at the start and at the end of its run. What was not asked for is an empty list;
 * otherwise there is one entry for each layer with a weight, in the order of the critic.
 *
 * @param weights how the weights are distributed, in {@value #BINS} bins: the two outer ones hold the weights within 1 % of
 *     the largest
 * @param norms of layers that are linear maps
 * @param gradients of the critic's loss without its penalty
 */
public record LaneInspection(List<WeightHistogram> weights, List<LayerNorms> norms, List<LayerGradient> gradients) {
    static final int BINS = 200;
    private static final int SAMPLES = 256;

    /** What can be asked for. */
    enum Part {
        WEIGHTS,
        NORMS,
        GRADIENTS
    }

    /** Copies the lists. */
    public LaneInspection {
        weights = List.copyOf(weights);
        norms = List.copyOf(norms);
        gradients = List.copyOf(gradients);
    }

    /** Measures and frees what that made; the lane stays as it is. */
    static LaneInspection of(LaneTraining training, Set<Part> parts) {
        try (Scope temporaries = training.engine().openScope()) {
            BoundNetwork critic = training.critic().bind(training.constraint(), false);
            return new LaneInspection(
                    parts.contains(Part.WEIGHTS) ? WeightHistogram.ofLayers(critic, BINS) : List.of(),
                    parts.contains(Part.NORMS)
                            ? LayerNorms.of(critic, RandomStream.of(training.seed(), "layer norms"))
                            : List.of(),
                    parts.contains(Part.GRADIENTS) ? gradients(training) : List.of());
        }
    }

    private static List<LayerGradient> gradients(LaneTraining training) {
        float[] real = training.data().heldOut(SAMPLES, RandomStream.of(training.seed(), "inspected points"));
        float[] fake = training.samples(SAMPLES, "inspected latent");
        BoundNetwork critic = training.critic().bind(training.constraint(), true);
        return LayerGradient.of(
                critic, points(training, real), points(training, fake), training.objective()::criticLoss);
    }

    private static Var points(LaneTraining training, float[] samples) {
        Engine engine = training.engine();
        Shape batch = training.data().sampleShape().batchOf(SAMPLES);
        return Var.constant(engine, engine.of(Arrays.copyOf(samples, batch.length()), batch));
    }
}
