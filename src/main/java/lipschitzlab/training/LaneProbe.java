package lipschitzlab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.diagnostic.InputGradient;
import lipschitzlab.diagnostic.LayerGradient;
import lipschitzlab.network.BoundNetwork;

/** Observes a lane's networks between two steps and changes nothing; temporary arrays are freed afterwards. */
public final class LaneProbe {
    private final LaneTraining training;
    private final Engine engine;
    private final Shape sample;

    public LaneProbe(LaneTraining training) {
        this.training = training;
        this.engine = training.engine();
        this.sample = training.data().sampleShape();
    }

    /** The lane. */
    LaneTraining training() {
        return training;
    }

    /**
     * Samples that, but for what the generator learned, depend on the seed and the purpose only, the same at every step and in every lane.
     *
     * @return row-major {@code [count, …sample]}
     */
    public float[] samples(int count, SampleUse use) {
        return samples(count, training.classes().of(use, count, training.seed()), use);
    }

    /** As {@link #samples(int, SampleUse)}, of these classes if the network reads classes. */
    public float[] samples(int count, int[] labels, SampleUse use) {
        return training.generator().samples(count, labels, use, this::stream);
    }

    /** The same of the averaged generator, if one is kept. */
    Optional<float[]> averagedSamples(int count, int[] labels, SampleUse use) {
        return training.generator() instanceof TrainedGenerator trained
                ? trained.averaged().map(average -> average.samples(count, labels, use, this::stream))
                : Optional.empty();
    }

    /** The stream of a purpose, the same at every step and in every lane. */
    RandomStream stream(RandomPurpose purpose) {
        return RandomStream.of(training.seed(), purpose);
    }

    /** Measures the critic as it stands. */
    <T> T critic(Function<BoundNetwork, T> measure) {
        try (Scope temporaries = engine.openScope()) {
            return measure.apply(training.critic().bind(training.constraint(), false));
        }
    }

    /**
     * How the critic's score of one sample changes with each of its numbers.
     *
     * @param values row-major {@code […sample]}
     * @param labels its class, if the network reads classes; otherwise none
     */
    public InputGradient inputGradient(float[] values, int[] labels) {
        return critic(bound -> InputGradient.at(bound.given(labels), sample, values));
    }

    /**
     * The gradient of what the critic minimises, its penalty included, at each of its layers.
     *
     * @param real row-major {@code [n, …sample]}
     * @param fake as many samples of the generator, of the same classes
     */
    List<LayerGradient> layerGradients(LabelledSamples real, float[] fake) {
        try (Scope temporaries = engine.openScope()) {
            Var x = constant(real.values());
            Var generated = constant(fake);
            BoundNetwork bound =
                    training.critic().bind(training.constraint(), true).given(real.labels());
            return LayerGradient.of(bound, x, generated, (scoresOfReal, scoresOfFake) -> training.lossRule()
                    .of(bound, x, scoresOfReal, generated, scoresOfFake, stream(RandomPurpose.LAYER_GRADIENTS))
                    .total());
        }
    }

    /**
     * The gradient of what the critic minimises, its penalty included, with respect to each of its parameters.
     *
     * @param real row-major {@code [n, …sample]}
     * @param fake as many samples of the generator
     * @param random in place of the update's stream
     * @return row-major, in the order of the critic's parameters
     */
    public List<float[]> criticGradients(float[] real, float[] fake, RandomStream random) {
        try (Scope temporaries = engine.openScope()) {
            Var x = constant(real);
            Var generated = constant(fake);
            BoundNetwork bound = training.critic().bind(training.constraint(), true);
            Var total = training.lossRule()
                    .of(bound, x, bound.apply(x), generated, bound.apply(generated), random)
                    .total();
            return Gradients.of(total, bound.variables(), false).stream()
                    .map(gradient -> engine.read(gradient.value()))
                    .toList();
        }
    }

    private Var constant(float[] samples) {
        return Var.constant(engine, engine.of(samples, sample.batchOf(samples.length / sample.length())));
    }

    /** The weights that the critic's layers really use, in the order of the layers; row-major matrices. */
    List<float[]> effectiveWeights() {
        return critic(bound -> {
            List<float[]> weights = new ArrayList<>();
            training.critic()
                    .weights()
                    .forEach(weight ->
                            weights.add(engine.read(bound.effective(weight).value())));
            return weights;
        });
    }
}
