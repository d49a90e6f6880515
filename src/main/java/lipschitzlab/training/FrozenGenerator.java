package lipschitzlab.training;

import java.util.function.Function;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.network.BoundNetwork;
import lipschitzlab.objective.Objective;

/**
 * Real data with Gaussian noise added, which never learns (Gulrajani et al. 2017, figure 1a).
 *
 * @param noise the noise's standard deviation, in units of the data
 */
record FrozenGenerator(Engine engine, Dataset data, double noise) implements Generator {
    @Override
    public Var batch(int size, int[] labels, Function<RandomPurpose, RandomStream> random) {
        float[] samples = data.batch(size, random.apply(RandomPurpose.FROZEN_BATCH));
        return constant(withNoise(samples, random.apply(RandomPurpose.FROZEN_NOISE)), size);
    }

    @Override
    public Var train(
            int batch,
            int[] labels,
            BoundNetwork critic,
            Objective objective,
            double rate,
            Function<RandomPurpose, RandomStream> random) {
        return objective.generatorLoss(critic.apply(batch(batch, labels, random)));
    }

    @Override
    public float[] samples(int count, int[] labels, SampleUse use, Function<RandomPurpose, RandomStream> random) {
        float[] samples = data.heldOut(count, random.apply(use.frozen()));
        return withNoise(samples, random.apply(use.noise()));
    }

    private Var constant(float[] samples, int count) {
        return Var.constant(engine, engine.of(samples, data.sampleShape().batchOf(count)));
    }

    private float[] withNoise(float[] samples, RandomStream random) {
        float[] gaussians = random.gaussians(samples.length);
        float[] noisy = new float[samples.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (samples[i] + noise * gaussians[i]);
        }
        return noisy;
    }
}
