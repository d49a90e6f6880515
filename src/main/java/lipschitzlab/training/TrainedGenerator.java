package lipschitzlab.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.network.Network;
import lipschitzlab.network.Reparametrization;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.Optimizer;

/**
 * A network that turns noise into samples and learns.
 *
 * @param latent the length of the noise vector z ~ N(0, I)
 * @param largestPass the largest number of rows in one forward pass outside of training: the training's batch, since batch
 *     normalization judges a sample by those beside it, and since arrays of its shapes are there already
 * @param average follows the network, if a preset asks for that
 */
record TrainedGenerator(
        Engine engine,
        Network network,
        int latent,
        int largestPass,
        Optimizer optimizer,
        Optional<AveragedNetwork> average)
        implements Generator {
    /** The averaged generator, if there is one; only for samples. */
    Optional<TrainedGenerator> averaged() {
        return average.map(
                kept -> new TrainedGenerator(engine, kept.network(), latent, largestPass, optimizer, Optional.empty()));
    }

    @Override
    public Var batch(int size, int[] labels, Function<RandomPurpose, RandomStream> random) {
        return samples(noise(random.apply(RandomPurpose.LATENT).gaussians(size * latent)), labels);
    }

    @Override
    public Var train(
            int batch,
            int[] labels,
            BoundNetwork critic,
            Objective objective,
            double rate,
            Function<RandomPurpose, RandomStream> random) {
        Var noise = noise(random.apply(RandomPurpose.GENERATOR_LATENT).gaussians(batch * latent));
        BoundNetwork bound = network.bind(Reparametrization.unchanged(), true).given(labels);
        Var loss = objective.generatorLoss(critic.apply(bound.apply(noise)));
        optimizer.step(Gradients.of(loss, bound.variables(), false), rate);
        average.ifPresent(kept -> kept.follow(network));
        return loss;
    }

    @Override
    public float[] samples(int count, int[] labels, SampleUse use, Function<RandomPurpose, RandomStream> random) {
        return samples(random.apply(use.noise()).gaussians(count * latent), labels);
    }

    /**
     * Samples of given noise, apart from training.
     *
     * @param noise row-major {@code [count, latent]}
     * @param labels the class of each, if the network reads classes; otherwise none
     * @return row-major {@code [count, …sample]}
     */
    float[] samples(float[] noise, int[] labels) {
        int count = noise.length / latent;
        float[] samples = {};
        int passes = passes(count);
        for (int pass = 0; pass < passes; pass++) {
            int first = count * pass / passes;
            int rows = count * (pass + 1) / passes - first;
            try (Scope temporaries = engine.openScope()) {
                float[] part = Arrays.copyOfRange(noise, first * latent, (first + rows) * latent);
                float[] made = engine.read(
                        samples(noise(part), some(labels, first, rows)).value());
                samples = first == 0 ? new float[made.length / rows * count] : samples;
                System.arraycopy(made, 0, samples, made.length / rows * first, made.length);
            }
        }
        return samples;
    }

    /** How many of so many samples are made in the first forward pass. */
    int firstPass(int count) {
        return count / passes(count);
    }

    private int passes(int count) {
        return (count + largestPass - 1) / largestPass;
    }

    private Var noise(float[] numbers) {
        return Var.constant(engine, engine.of(numbers, Shape.of(numbers.length / latent, latent)));
    }

    private static int[] some(int[] labels, int first, int rows) {
        return labels.length == 0 ? labels : Arrays.copyOfRange(labels, first, first + rows);
    }

    private Var samples(Var noise, int[] labels) {
        return network.bind(Reparametrization.unchanged(), false).given(labels).apply(noise);
    }
}
