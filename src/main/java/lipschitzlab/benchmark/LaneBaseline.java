package lipschitzlab.benchmark;

import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.baseline.Baseline;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.baseline.BaselineTask;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.training.LaneProbe;
import lipschitzlab.training.LaneTraining;
import lipschitzlab.training.SampleUse;

/**
 * A lane's baseline: the lane trained with another library's own autograd, on the same batches from the same initial numbers;
 * its noise is that library's. Used by the thread that opened it.
 */
public final class LaneBaseline implements AutoCloseable {
    private static final int THREADS = 1;

    private final Baseline baseline;
    private final Dataset data;
    private final long seed;
    private final int batch;
    private final int criticSteps;
    private int step;

    private LaneBaseline(Baseline baseline, Preset preset, LaneSpec spec, Dataset data) {
        this.baseline = baseline;
        this.data = data;
        this.seed = (long) preset.shared().get(SharedSettings.SEED);
        this.batch = preset.shared().get(SharedSettings.BATCH);
        this.criticSteps = spec.values().get(LaneSettings.CRITIC_STEPS);
    }

    /** The baseline of a lane that has not trained yet, with one native thread; none if it does not know the lane's method. */
    static Optional<LaneBaseline> of(
            BaselineProvider provider,
            Preset preset,
            LaneSpec spec,
            LaneTraining lane,
            double criticRate,
            double generatorRate) {
        Optional<BaselineTask> task = BaselineTasks.of(preset, spec, lane, criticRate, generatorRate);
        return task.map(known -> new LaneBaseline(provider.create(known, THREADS), preset, spec, lane.data()));
    }

    /**
     * The baseline of one of a preset's lanes, with that lane's rates, which stay as they are at the start.
     *
     * @param backend makes the initial numbers
     * @throws InputException if there is no such lane, its data cannot be read, or the baseline does not know its method
     */
    public static LaneBaseline open(BaselineProvider provider, Preset preset, String laneId, Backend backend) {
        LaneSpec spec =
                preset.withOnly(List.of(laneId), "baseline lane").lanes().get(0);
        Dataset data = preset.data().load();
        double criticRate = spec.values().get(LaneSettings.LEARNING_RATE);
        double generatorRate = spec.values().get(LaneSettings.GENERATOR_LEARNING_RATE);
        try (LaneTraining lane = new LaneTraining(preset, spec, spec.values(), data, backend.create(THREADS))) {
            return of(provider, preset, spec, lane, criticRate, generatorRate)
                    .orElseThrow(() -> new InputException(
                            "baseline lane " + laneId,
                            "a method, objective and optimizer that the baseline knows",
                            spec.constraint() + ", " + spec.objective().id() + ", "
                                    + spec.optimizer().id(),
                            "Choose another lane."));
        }
    }

    /** That many generator steps, with the lane's critic updates before each. */
    public void train(int steps) {
        for (int i = 0; i < steps; i++) {
            for (int update = 0; update < criticSteps; update++) {
                trainCritic(update);
            }
            trainGenerator();
            step++;
        }
    }

    void trainCritic(int update) {
        baseline.trainCritic(data.batch(batch, RandomStream.of(seed, RandomPurpose.BATCH, step, update)));
    }

    void trainGenerator() {
        baseline.trainGenerator();
    }

    /**
     * By how much the baseline's gradient of the critic's loss differs from the lane's on one batch, with the same numbers in
     * both: see {@link GradientDifference}.
     */
    double gradientDifference(LaneTraining lane) {
        RandomPurpose purpose = RandomPurpose.BASELINE_CHECK;
        float[] real = data.batch(batch, RandomStream.of(seed, purpose));
        float[] fake = new LaneProbe(lane).samples(batch, SampleUse.BASELINE);
        float[] epsilon = RandomStream.of(seed, purpose).uniforms(batch, 0, 1);
        return GradientDifference.of(
                new LaneProbe(lane).criticGradients(real, fake, RandomStream.of(seed, purpose)),
                baseline.criticGradients(real, fake, epsilon));
    }

    @Override
    public void close() {
        baseline.close();
    }
}
