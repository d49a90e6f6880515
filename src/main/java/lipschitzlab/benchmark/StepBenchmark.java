package lipschitzlab.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.ProcessMemory;
import lipschitzlab.compute.profile.FlopCounter;
import lipschitzlab.constraint.ConstraintKind;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.objective.Objective;
import lipschitzlab.optimizer.OptimizerKind;
import lipschitzlab.preset.LaneSettings;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Values;
import lipschitzlab.training.LaneTraining;

/**
 * The time of a critic's and of a generator's update for each method, with everything that belongs to it: batch, noise, the
 * generator's forward pass, transfer, gradients and the optimizer's step; the clock stops after the losses were read back.
 * Methods, and the baseline of each, take turns within one process, so that a busy machine slows them alike.
 */
public final class StepBenchmark {
    private static final double WARM_UP_SHARE = 0.1;
    private static final double ROUND_SHARE = 0.0025;
    private static final int MIN_ROUNDS = 5;
    private static final int MAX_ROUNDS = 25;
    static final double RATE = 1e-4;

    /** The lab's first four methods, clipping first: the others' times are given relative to that of clipping. */
    private static final List<LaneSpec> PUBLISHED = List.of(
            spec(ConstraintKind.WEIGHT_CLIPPING, Objective.WASSERSTEIN, OptimizerKind.RMS_PROP),
            spec(ConstraintKind.SPECTRAL_NORM, Objective.HINGE, OptimizerKind.ADAM),
            spec(ConstraintKind.GRADIENT_PENALTY, Objective.WASSERSTEIN, OptimizerKind.ADAM),
            spec(ConstraintKind.UNCONSTRAINED, Objective.HINGE, OptimizerKind.ADAM));

    private final Workload workload;
    private final Optional<BaselineProvider> baselines;
    private final double seconds;

    /**
     * What was measured of one method.
     *
     * @param criticOperations arithmetic operations in the products of one of the critic's updates, as {@link FlopCounter}
     *     counts them
     * @param megabytes by how much the program's memory grew, in units of 10⁶ bytes, while the lane was made and warmed up
     * @param baseline what was measured of the baseline, if there is one and it knows the method
     */
    public record Result(
            ConstraintSet method,
            Times critic,
            Times generator,
            long criticOperations,
            long megabytes,
            Optional<BaselineResult> baseline) {
        /** The rate of the critic's median update, in 10⁹ operations a second. */
        public double gigaflops() {
            return criticOperations / critic.median() / 1e6;
        }
    }

    /**
     * What was measured of the baseline.
     *
     * @param gradientDifference the largest relative difference of its gradients from the lab's, before training
     */
    public record BaselineResult(Times critic, Times generator, double gradientDifference) {}

    /** One method's lane, its baseline and what was measured of them. */
    private static final class BenchmarkCase implements AutoCloseable {
        private final ConstraintSet method;
        private final LaneTraining lane;
        private final Timed timed;
        private final Optional<LaneBaseline> baseline;
        private final Optional<Timed> baselineTimed;
        private final double gradientDifference;
        private final long criticOperations;
        private long megabytes;

        BenchmarkCase(
                LaneSpec spec, Preset preset, Dataset data, Backend backend, Optional<BaselineProvider> baselines) {
            this.method = spec.constraint();
            this.criticOperations = criticOperations(spec, preset, data, backend);
            long before = ProcessMemory.now().megabytes();
            this.lane = new LaneTraining(preset, spec, spec.values(), data, backend.create(1));
            this.megabytes = ProcessMemory.now().megabytes() - before;
            this.timed = new Timed(update -> lane.trainCriticAndReport(update, RATE), () -> lane.trainGenerator(RATE));
            this.baseline = baselines.flatMap(provider -> LaneBaseline.of(provider, preset, spec, lane, RATE, RATE));
            this.baselineTimed = baseline.map(other -> new Timed(other::trainCritic, other::trainGenerator));
            this.gradientDifference =
                    baseline.map(other -> other.gradientDifference(lane)).orElse(Double.NaN);
        }

        private static long criticOperations(LaneSpec spec, Preset preset, Dataset data, Backend backend) {
            FlopCounter counter = new FlopCounter(backend.create(1));
            try (LaneTraining counted = new LaneTraining(preset, spec, spec.values(), data, counter.engine())) {
                counter.take();
                counted.trainCriticAndReport(0, RATE);
                return counter.take();
            }
        }

        void warmUp(double seconds) {
            long before = ProcessMemory.now().megabytes();
            timed.warmUp(WARM_UP_SHARE * seconds, ROUND_SHARE * seconds);
            megabytes += ProcessMemory.now().megabytes() - before;
            baselineTimed.ifPresent(other -> other.warmUp(WARM_UP_SHARE * seconds, ROUND_SHARE * seconds));
        }

        void round() {
            timed.round();
            baselineTimed.ifPresent(Timed::round);
        }

        Result result() {
            Optional<BaselineResult> baselineResult = baselineTimed.map(
                    other -> new BaselineResult(other.critic(), other.generator(), gradientDifference));
            return new Result(method, timed.critic(), timed.generator(), criticOperations, megabytes, baselineResult);
        }

        @Override
        public void close() {
            baseline.ifPresent(LaneBaseline::close);
            lane.close();
        }
    }

    /**
     * Times the methods on these networks: all of them on points, the first four on pictures, where a step takes long.
     *
     * @param baselines makes the baseline to time in turn with each method, if there is one; left aside where a card computes
     * @param seconds how long all rounds together take about; the minimum number of rounds may take longer
     */
    public StepBenchmark(Workload workload, Optional<BaselineProvider> baselines, double seconds) {
        this.workload = workload;
        this.baselines = baselines;
        this.seconds = seconds;
    }

    /** What this engine reaches in a large matrix product with one thread, in 10⁹ operations a second. */
    public static double largeProductGigaflops(Backend backend) {
        try (Engine engine = backend.create(1)) {
            return MatmulThroughput.gigaflops(engine);
        }
    }

    /** The methods that are timed on a workload. */
    static List<LaneSpec> specs(Workload workload) {
        List<LaneSpec> specs = new ArrayList<>(PUBLISHED);
        if (!workload.images()) {
            Set<ConstraintSet> timed =
                    PUBLISHED.stream().map(LaneSpec::constraint).collect(Collectors.toSet());
            Arrays.stream(ConstraintKind.values())
                    .filter(kind -> !timed.contains(ConstraintSet.of(kind)))
                    .forEach(kind -> specs.add(spec(kind, Objective.WASSERSTEIN, OptimizerKind.ADAM)));
        }
        return specs;
    }

    /**
     * A method as it is timed.
     *
     * @throws InputException if no method of that id is timed on this workload
     */
    static LaneSpec spec(Workload workload, String method) {
        List<LaneSpec> specs = specs(workload);
        return specs.stream()
                .filter(spec -> spec.id().equals(method))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "method on " + workload.id(),
                        "one of " + specs.stream().map(LaneSpec::id).collect(Collectors.joining(", ")),
                        "'" + method + "'",
                        "Correct the name."));
    }

    private static LaneSpec spec(ConstraintKind constraint, Objective objective, OptimizerKind optimizer) {
        ConstraintSet constraints = ConstraintSet.of(constraint);
        Values values = new Values(LaneSettings.of(constraints, optimizer))
                .with(LaneSettings.CONSTRAINT, constraints)
                .with(LaneSettings.OBJECTIVE, objective)
                .with(LaneSettings.OPTIMIZER, optimizer);
        return new LaneSpec(constraint.id(), values);
    }

    /** Measures, with one native thread a lane; takes half a minute, or a few where a step takes seconds. */
    public List<Result> run(Backend backend) {
        List<LaneSpec> specs = specs(workload);
        Dataset data = workload.preset(List.of(specs.get(0))).data().load();
        Optional<BaselineProvider> onTheProcessor =
                baselines.filter(provider -> backend.device().card().isEmpty());
        List<BenchmarkCase> cases = new ArrayList<>();
        try {
            for (LaneSpec spec : specs) {
                cases.add(new BenchmarkCase(spec, workload.preset(List.of(spec)), data, backend, onTheProcessor));
                cases.get(cases.size() - 1).warmUp(seconds);
            }
            long start = System.nanoTime();
            for (int round = 0; round < MAX_ROUNDS; round++) {
                cases.forEach(BenchmarkCase::round);
                double taken = (System.nanoTime() - start) / 1e9;
                if (round + 1 >= MIN_ROUNDS && taken > seconds) {
                    break;
                }
            }
            return cases.stream().map(BenchmarkCase::result).toList();
        } finally {
            cases.forEach(BenchmarkCase::close);
        }
    }
}
