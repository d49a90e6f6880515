package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Engines;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.DatasetKind;
import lipschitzlab.network.Architecture;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * The time of a critic's update for each method, with everything that belongs to it: batch, noise, the generator's forward
 * pass, transfer, gradients and the optimizer's step; the clock stops after the losses were read back. Methods take turns
 * within one process, so that a busy machine slows them alike.
 */
public final class StepBenchmark {
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 25;
    private static final int STEPS_PER_ROUND = 20;

    private final Preset preset;
    private final List<LanePlan> plans;

    /**
     * The times of one method's update, in milliseconds.
     *
     * @param method the constraint
     * @param median over the rounds
     * @param low the tenth percentile
     * @param high the ninetieth percentile
     */
    public record Result(ConstraintKind method, double median, double low, double high) {}

    private StepBenchmark(Preset preset, List<LanePlan> plans) {
        this.preset = preset;
        this.plans = plans;
    }

    /** Critic 2→128³→1 and generator 2→128³→2, batches of 256 real and 256 fake, one native thread. */
    public static StepBenchmark toy() {
        List<LanePlan> plans = List.of(
                plan(ConstraintKind.WEIGHT_CLIPPING, Objective.WASSERSTEIN, OptimizerKind.RMS_PROP),
                plan(ConstraintKind.SPECTRAL_NORM, Objective.HINGE, OptimizerKind.ADAM),
                plan(ConstraintKind.GRADIENT_PENALTY, Objective.WASSERSTEIN, OptimizerKind.ADAM),
                plan(ConstraintKind.UNCONSTRAINED, Objective.HINGE, OptimizerKind.ADAM));
        List<Setting> none = List.of();
        Preset preset = new Preset(
                "toy benchmark",
                "toy benchmark",
                "",
                new Values(SharedSettings.all()),
                new DataPlan(DatasetKind.EIGHT_GAUSSIANS, new Values(none), Optional.empty()),
                new Architecture.Mlp(List.of(128, 128, 128), 0),
                new Architecture.Mlp(List.of(128, 128, 128), 0.1),
                plans,
                "",
                List.of());
        return new StepBenchmark(preset, plans);
    }

    private static LanePlan plan(ConstraintKind constraint, Objective objective, OptimizerKind optimizer) {
        Values values = new Values(LaneSettings.of(constraint, optimizer));
        values.set(LaneSettings.CONSTRAINT.key(), constraint.id(), "benchmark");
        values.set(LaneSettings.OBJECTIVE.key(), objective.id(), "benchmark");
        values.set(LaneSettings.OPTIMIZER.key(), optimizer.id(), "benchmark");
        return new LanePlan(constraint.id(), values);
    }

    /** Measures; takes some tens of seconds. */
    public List<Result> run(Engines engines) {
        Dataset data = preset.data().load();
        List<LaneTraining> lanes = new ArrayList<>();
        try {
            for (LanePlan plan : plans) {
                Engine engine = engines.create(1);
                lanes.add(new LaneTraining(preset, plan, plan.values().copy(), data, engine));
            }
            lanes.forEach(lane -> time(lane, WARM_UP));
            double[][] times = new double[lanes.size()][ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                for (int lane = 0; lane < lanes.size(); lane++) {
                    times[lane][round] = time(lanes.get(lane), STEPS_PER_ROUND);
                }
            }
            return results(times);
        } finally {
            lanes.forEach(LaneTraining::close);
        }
    }

    private static double time(LaneTraining lane, int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            lane.trainCritic(i, 1e-4);
        }
        return (System.nanoTime() - start) / 1e6 / steps;
    }

    private List<Result> results(double[][] times) {
        List<Result> results = new ArrayList<>();
        for (int lane = 0; lane < times.length; lane++) {
            double[] sorted = times[lane].clone();
            Arrays.sort(sorted);
            results.add(new Result(
                    plans.get(lane).constraint(),
                    sorted[ROUNDS / 2],
                    sorted[ROUNDS / 10],
                    sorted[ROUNDS - 1 - ROUNDS / 10]));
        }
        return results;
    }
}
