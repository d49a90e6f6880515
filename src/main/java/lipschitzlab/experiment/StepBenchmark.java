package lipschitzlab.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Engines;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.setting.Values;

/**
 * The time of a critic's and of a generator's update for each method, with everything that belongs to it: batch, noise, the
 * generator's forward pass, transfer, gradients and the optimizer's step; the clock stops after the losses were read back.
 * Methods take turns within one process, so that a busy machine slows them alike.
 */
public final class StepBenchmark {
    private static final double WARM_UP_SECONDS = 2;
    private static final double ROUND_SECONDS = 0.05;
    private static final double ALL_ROUNDS_SECONDS = 20;
    private static final int FEWEST_ROUNDS = 5;
    private static final int MOST_ROUNDS = 25;
    private static final double RATE = 1e-4;

    /** The lab's first four, clipping first: the others' times are told in its terms. */
    private static final List<LanePlan> PUBLISHED = List.of(
            plan(ConstraintKind.WEIGHT_CLIPPING, Objective.WASSERSTEIN, OptimizerKind.RMS_PROP),
            plan(ConstraintKind.SPECTRAL_NORM, Objective.HINGE, OptimizerKind.ADAM),
            plan(ConstraintKind.GRADIENT_PENALTY, Objective.WASSERSTEIN, OptimizerKind.ADAM),
            plan(ConstraintKind.UNCONSTRAINED, Objective.HINGE, OptimizerKind.ADAM));

    private final Workload workload;

    /**
     * The times of one kind of update, in milliseconds.
     *
     * @param median over the rounds
     * @param low the tenth percentile
     * @param high the ninetieth percentile
     */
    public record Times(double median, double low, double high) {
        private static Times of(List<Double> rounds) {
            double[] sorted =
                    rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int tenth = sorted.length / 10;
            return new Times(sorted[sorted.length / 2], sorted[tenth], sorted[sorted.length - 1 - tenth]);
        }
    }

    /** The times of one method. */
    public record Result(ConstraintSet method, Times critic, Times generator) {}

    /** One update of one network. */
    private interface Update {
        void run(int index);
    }

    /** One method's lane and what was measured of it. */
    private static final class Contestant {
        private final ConstraintSet method;
        private final LaneTraining lane;
        private final List<Double> critic = new ArrayList<>();
        private final List<Double> generator = new ArrayList<>();
        private int stepsPerRound = 1;

        Contestant(LanePlan plan, Preset preset, Dataset data, Engine engine) {
            this.method = plan.constraint();
            this.lane = new LaneTraining(preset, plan, plan.values().copy(), data, engine);
        }

        void warmUp() {
            long start = System.nanoTime();
            int steps = 0;
            double seconds;
            do {
                updateCritic(steps);
                lane.trainGenerator(RATE);
                steps++;
                seconds = (System.nanoTime() - start) / 1e9;
            } while (seconds < WARM_UP_SECONDS);
            stepsPerRound = (int) Math.max(1, Math.round(ROUND_SECONDS * steps / seconds));
        }

        void round() {
            critic.add(time(this::updateCritic));
            generator.add(time(index -> lane.trainGenerator(RATE)));
        }

        private void updateCritic(int index) {
            lane.trainCritic(index, RATE);
        }

        private double time(Update update) {
            long start = System.nanoTime();
            for (int i = 0; i < stepsPerRound; i++) {
                update.run(i);
            }
            return (System.nanoTime() - start) / 1e6 / stepsPerRound;
        }

        Result result() {
            return new Result(method, Times.of(critic), Times.of(generator));
        }
    }

    /** Times the methods on these networks: all of them on points, the first four on pictures, where a step takes long. */
    public StepBenchmark(Workload workload) {
        this.workload = workload;
    }

    private List<LanePlan> plans() {
        List<LanePlan> plans = new ArrayList<>(PUBLISHED);
        if (!workload.images()) {
            Set<ConstraintSet> timed =
                    PUBLISHED.stream().map(LanePlan::constraint).collect(Collectors.toSet());
            Arrays.stream(ConstraintKind.values())
                    .filter(kind -> !timed.contains(ConstraintSet.of(kind)))
                    .forEach(kind -> plans.add(plan(kind, Objective.WASSERSTEIN, OptimizerKind.ADAM)));
        }
        return plans;
    }

    private static LanePlan plan(ConstraintKind constraint, Objective objective, OptimizerKind optimizer) {
        Values values = new Values(LaneSettings.of(ConstraintSet.of(constraint), optimizer));
        values.set(LaneSettings.CONSTRAINT.key(), constraint.id(), "benchmark");
        values.set(LaneSettings.OBJECTIVE.key(), objective.id(), "benchmark");
        values.set(LaneSettings.OPTIMIZER.key(), optimizer.id(), "benchmark");
        return new LanePlan(constraint.id(), values);
    }

    /** Measures, with one native thread a lane; takes half a minute, or a few where a step takes seconds. */
    public List<Result> run(Engines engines) {
        List<LanePlan> plans = plans();
        Preset preset = workload.preset(plans);
        Dataset data = preset.data().load();
        List<Contestant> contestants = new ArrayList<>();
        try {
            for (LanePlan plan : plans) {
                contestants.add(new Contestant(plan, preset, data, engines.create(1)));
            }
            contestants.forEach(Contestant::warmUp);
            long start = System.nanoTime();
            for (int round = 0; round < MOST_ROUNDS; round++) {
                contestants.forEach(Contestant::round);
                double seconds = (System.nanoTime() - start) / 1e9;
                if (round + 1 >= FEWEST_ROUNDS && seconds > ALL_ROUNDS_SECONDS) {
                    break;
                }
            }
            return contestants.stream().map(Contestant::result).toList();
        } finally {
            contestants.forEach(contestant -> contestant.lane.close());
        }
    }
}
