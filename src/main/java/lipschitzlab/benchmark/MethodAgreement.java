package lipschitzlab.benchmark;

import java.util.List;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.conformance.ReferenceEngine;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.statistic.Quantiles;
import lipschitzlab.training.LaneProbe;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.LaneTraining.StepReport;
import lipschitzlab.training.SampleUse;

/**
 * How far a method's training on an engine lies from the same training in double precision, from the same numbers.
 *
 * @param gradient by how much the gradients of the critic's loss differ before training, see {@link GradientDifference}; where the
 *     method has a penalty on the slope they are of second order
 * @param losses by how much the losses of critic and generator differ in the first steps, as a share of the loss, or of 1 if that is
 *     more; the median over the steps, since a sample at a kink of a leaky ReLU falls to either side by rounding, and its slope with it
 */
public record MethodAgreement(ConstraintSet method, double gradient, double losses) {
    /**
     * What is left of the learning rates: steps of full size would make, of elements whose gradient is nothing but rounding, differences
     * that grow.
     */
    private static final double RATE = 0.1;

    /**
     * Compares all methods that are timed on a workload.
     *
     * @param batch samples in each update, few, since the reference is slow
     * @param steps generator steps that are compared
     */
    public static List<MethodAgreement> of(Workload workload, Backend backend, int batch, int steps) {
        return StepBenchmark.specs(workload).stream()
                .map(spec -> of(small(workload, spec, batch), spec, backend, steps))
                .toList();
    }

    private static Preset small(Workload workload, LaneSpec spec, int batch) {
        Preset preset = workload.preset(List.of(spec));
        return preset.withShared(preset.shared().with(SharedSettings.BATCH, batch));
    }

    private static MethodAgreement of(Preset preset, LaneSpec spec, Backend backend, int steps) {
        Dataset data = preset.data().load();
        try (LaneTraining lane = new LaneTraining(preset, spec, spec.values(), data, backend.create(1));
                LaneTraining exact = new LaneTraining(preset, spec, spec.values(), data, new ReferenceEngine())) {
            double gradient = gradientDifference(preset, data, exact, lane);
            double[] losses = new double[steps];
            for (int i = 0; i < steps; i++) {
                losses[i] = difference(exact.train(RATE), lane.train(RATE));
            }
            return new MethodAgreement(spec.constraint(), gradient, Quantiles.median(losses));
        }
    }

    private static double gradientDifference(Preset preset, Dataset data, LaneTraining exact, LaneTraining lane) {
        int batch = preset.shared().get(SharedSettings.BATCH);
        long seed = preset.shared().get(SharedSettings.SEED);
        RandomPurpose purpose = RandomPurpose.BASELINE_CHECK;
        float[] real = data.batch(batch, RandomStream.of(seed, purpose));
        float[] fake = new LaneProbe(exact).samples(batch, SampleUse.BASELINE);
        return GradientDifference.of(
                new LaneProbe(exact).criticGradients(real, fake, RandomStream.of(seed, purpose)),
                new LaneProbe(lane).criticGradients(real, fake, RandomStream.of(seed, purpose)));
    }

    private static double difference(StepReport expected, StepReport found) {
        return Math.max(
                difference(expected.critic().loss(), found.critic().loss()),
                difference(expected.generatorLoss(), found.generatorLoss()));
    }

    private static double difference(double expected, double found) {
        return Math.abs(found - expected) / Math.max(1, Math.abs(expected));
    }
}
