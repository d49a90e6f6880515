package lipschitzlab.benchmark;

import java.util.List;
import java.util.OptionalLong;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.CardMemory;
import lipschitzlab.compute.device.ProcessMemory;
import lipschitzlab.constraint.ConstraintSet;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.Preset;
import lipschitzlab.training.LaneTraining;

/**
 * What memory a lane takes after warm-up and after many steps more.
 *
 * @param steps how many
 * @param arrays by how much the number of the engine's live arrays grew
 * @param program by how much the program's memory grew, in units of 10⁶ bytes
 * @param card by how much what is in use on the card grew, in units of 2²⁰ bytes, where there is one and its driver tells
 */
public record SteadyMemory(ConstraintSet method, int steps, long arrays, long program, OptionalLong card) {
    private static final int WARM_UP = 100;

    /** Trains a lane of each method that is timed on the workload. */
    public static List<SteadyMemory> of(Workload workload, Backend backend, int steps) {
        return StepBenchmark.specs(workload).stream()
                .map(spec -> of(workload, spec, backend, steps))
                .toList();
    }

    private static SteadyMemory of(Workload workload, LaneSpec spec, Backend backend, int steps) {
        Preset preset = workload.preset(List.of(spec));
        Engine engine = backend.create(1);
        try (LaneTraining lane =
                new LaneTraining(preset, spec, spec.values(), preset.data().load(), engine)) {
            train(lane, Math.min(WARM_UP, steps));
            long arrays = engine.liveArrays();
            OptionalLong card = used(backend);
            long program = ProcessMemory.now().megabytes();
            train(lane, steps);
            long programGrew = ProcessMemory.now().megabytes() - program;
            OptionalLong cardGrew = card.isEmpty() ? card : grown(card.getAsLong(), used(backend));
            return new SteadyMemory(spec.constraint(), steps, engine.liveArrays() - arrays, programGrew, cardGrew);
        }
    }

    private static void train(LaneTraining lane, int steps) {
        for (int i = 0; i < steps; i++) {
            lane.train(1);
        }
    }

    private static OptionalLong used(Backend backend) {
        return backend.device().card().isPresent() ? CardMemory.usedMebibytes() : OptionalLong.empty();
    }

    private static OptionalLong grown(long before, OptionalLong after) {
        return after.isPresent() ? OptionalLong.of(after.getAsLong() - before) : after;
    }
}
