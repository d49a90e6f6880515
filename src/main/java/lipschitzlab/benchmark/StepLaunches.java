package lipschitzlab.benchmark;

import java.util.List;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.EngineCounts;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.training.LaneTraining;

/**
 * What one generator step asks of the engine, for each method: how much work is started, and how often numbers cross over. On a card
 * these decide how fast small networks train. They are counted, not timed, so that a processor gives the same numbers as a card.
 */
public final class StepLaunches {
    private static final int WARM_UP = 2;

    private StepLaunches() {}

    /**
     * What was counted of one method.
     *
     * @param critic of one of the critic's updates, with what is reported of it
     * @param generator of one of the generator's
     * @param step of a generator step with one critic update
     */
    public record Count(ConstraintSet method, EngineCounts critic, EngineCounts generator, EngineCounts step) {}

    /** Counts all methods that are timed on a workload. */
    public static List<Count> of(Workload workload, Backend backend) {
        return StepBenchmark.specs(workload).stream()
                .map(spec -> count(workload, spec, backend))
                .toList();
    }

    private static Count count(Workload workload, LaneSpec spec, Backend backend) {
        Preset preset = workload.preset(List.of(spec));
        Engine engine = backend.create(1);
        try (LaneTraining lane =
                new LaneTraining(preset, spec, spec.values(), preset.data().load(), engine)) {
            for (int i = 0; i < WARM_UP; i++) {
                lane.train(1);
            }
            EngineCounts critic = counted(engine, () -> lane.trainCriticAndReport(0, StepBenchmark.RATE));
            EngineCounts generator = counted(engine, () -> lane.trainGenerator(StepBenchmark.RATE));
            return new Count(spec.constraint(), critic, generator, counted(engine, () -> lane.train(1)));
        }
    }

    private static EngineCounts counted(Engine engine, Runnable update) {
        EngineCounts before = engine.counts();
        update.run();
        return engine.counts().since(before);
    }
}
